#!/usr/bin/env bash
# Installs what tests/consumers needs, and only what is missing: Debian packages, a Python environment in .venv, npm packages in
# tests/consumers/node_modules, and Jena's class path in target/tools. Needs Debian 12 (or a relative of it), Python 3.11, Node 20.
set -euo pipefail
cd "$(dirname "$0")/.."

die() { echo "install-tools: $*" >&2; exit 1; }
has() { command -v "$1" >/dev/null; }

# Debian packages
packages=(raptor2-utils serdi libapache-jena-java graphviz fonts-dejavu-core unzip libxml2-utils chromium virtuoso-opensource-7-bin curl
    python3-torch python3-pytest)  # torch built for CPUs, for tests/training: PyPI's brings 5 GB of CUDA along
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
# readers/Jena.java runs from its source, which a bare Java runtime does not do.
{ has java && java --list-modules | grep '^jdk\.compiler' >/dev/null; } || missing+=(default-jdk-headless)
has python3 || missing+=(python3)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
    has apt-get || die "no apt-get here; install by hand: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then has sudo || die "needs root for: apt-get install ${missing[*]}"; as_root=(sudo); fi
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 ||
        { cat "$log" >&2; die "apt-get failed for: ${missing[*]}"; }
    rm -f "$log"
fi
for tool in rapper serdi dot neato sfdp xmllint unzip java python3 chromium virtuoso-t isql-vt curl; do has "$tool" || die "$tool is not there after installation"; done
dot -V 2>/dev/null || die "dot does not start"
/usr/bin/python3 -c 'import torch, pytest' || die "Debian's python3-torch does not load"

# Python
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || die "needs Python 3.11 or newer, found $(python3 --version)"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/consumers/requirements.txt

# Node
has node && has npm || die "needs Node 20 or newer with npm"
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || die "needs Node 20 or newer, found $(node --version)"
modules=tests/consumers/node_modules
if [ ! -e $modules/.package-lock.json ] || [ tests/consumers/package-lock.json -nt $modules/.package-lock.json ]; then
    npm ci --prefix tests/consumers --silent --no-audit --no-fund --ignore-scripts
    touch $modules/.package-lock.json
fi

# Jena: Debian's jars; the property files that its Xerces looks for, as files and under two names, stand inside one of them
tools=$PWD/target/tools
mkdir -p "$tools/jena"
jars=/usr/share/java
unzip -qo $jars/jena-core.jar 'org/apache/jena/ext/xerces/*.properties' -d "$tools/jena"
names='jena-(arq|base|cmds|core|dboe-[a-z-]+|iri|rdfconnection|shacl|shex|tdb2?)|slf4j-(api|nop)|thrift|commons-(lang3|io|csv|codec|cli|compress)'
names+='|protobuf|gson|jackson-(core|databind|annotations)|dexx\.collection|jsonld-java|titanium-json-ld|jakarta\.json-api|guava|httpclient(-cache)?|httpcore|commons-logging'
found=$(find $jars -maxdepth 1 -name '*.jar' | grep -E "/($names)\.jar\$" | LC_ALL=C sort | paste -sd:)
[[ $found == */jena-arq.jar* ]] || die "Jena's jars are not in $jars"
echo "$tools/jena/org/apache/jena/ext:$tools/jena:$found" >"$tools/jena.classpath"
java -cp "$(cat "$tools/jena.classpath")" riotcmd.riot --version >/dev/null || die "Jena does not start"
