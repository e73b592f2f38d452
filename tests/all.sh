#!/usr/bin/env bash
# Does everything hold? Formatting, lints, the Rust tests, the documentation, then the tools of others on what we write.
# Installs what it needs (Debian, PyPI, npm); a tool that is missing afterwards fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_INCREMENTAL=0  # what it keeps for the next build takes gigabytes
step() { printf '\n== %s\n' "$1"; }

step "formatting"
cargo fmt --all --check
step "lints"
cargo clippy --quiet --all-targets -- -D warnings
step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
step "the packages are small enough for a registry (10 MB)"
cargo package --workspace --quiet --allow-dirty --no-verify
test "$(stat -c %s target/package/newsgraph-*.crate | sort -n | tail -1)" -lt 10000000
step "Rust tests"
cargo test --quiet
step "tools of others: installing what is missing"
bash tests/install-tools.sh
step "tools of others"
cargo build --quiet --release
.venv/bin/python -m pytest tests/consumers
step "training, on a tiny slice"
/usr/bin/python3 -m pytest tests/training
