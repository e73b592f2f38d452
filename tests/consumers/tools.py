"""Where are the tools, and how does each read a file?"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

CONSUMERS = Path(__file__).resolve().parent
ROOT = CONSUMERS.parents[1]
SHARED = ROOT.parent / "shared"
BINARY = Path(os.environ.get("NEWSGRAPH_BIN") or ROOT / "target/release/newsgraph")
ONTOLOGY = ROOT / "ontology"
READ = CONSUMERS / "readers"

# Which format can carry which profile; the first profile that lists a format is not always its default.
FORMATS = {"reified": ("ttl", "trig", "nt", "nq", "rdf", "jsonld"), "graphs": ("trig", "nq", "jsonld"), "rdf12": ("ttl", "trig", "nt", "nq")}

TRIPLES = ("ttl", "trig", "nt", "nq")
# Which tool reads which formats, of which profiles. Oxigraph is no independent witness, see its reader.
TOOLS = {
    "rapper": (("ttl", "trig", "nt", "nq", "rdf"), ("reified", "graphs")),
    "serdi": (TRIPLES, ("reified", "graphs")),
    "jena": (FORMATS["reified"], ("reified", "graphs")),
    "rdflib": (FORMATS["reified"], ("reified", "graphs")),
    "n3": (TRIPLES, ("reified", "graphs", "rdf12")),
    "jsonld.js": (("jsonld",), ("reified", "graphs")),
    "pyld": (("jsonld",), ("reified", "graphs")),
    "oxigraph": (FORMATS["reified"], ("reified", "graphs", "rdf12")),
}
RAPPER = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml"}
SERDI = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads"}


def run(command, stdin=None, **options):
    """Runs a command; its outputs are bytes."""
    return subprocess.run([str(word) for word in command], input=stdin, capture_output=True, check=False, **options)


def newsgraph(*arguments, **options):
    return run([BINARY, *arguments], **options)


def java(*arguments, stdin=None):
    """Runs readers/Jena.java."""
    path = (ROOT / "target/tools/jena.classpath").read_text().strip()
    return run(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m", "-cp", path, READ / "Jena.java", *arguments], stdin)


def batch(command, jobs):
    """Gives a reader all its files at once. Returns what it said, by file."""
    done = command(stdin="".join("\t".join(map(str, job)) + "\n" for job in jobs).encode())
    assert done.returncode == 0 and not done.stderr, f"the reader itself failed: {done.stderr.decode(errors='replace')[-2000:]}"
    said = {}
    for line in done.stdout.decode().splitlines():
        file, message = line.split("\t", 1)
        said.setdefault(file, []).append(message)
    return said


def one_by_one(command, jobs):
    """Starts a tool once a file; its standard output is what it read."""
    said = {}
    for form, source, target in jobs:
        with open(target, "wb") as out:
            done = subprocess.run(command(form, source), stdout=out, stderr=subprocess.PIPE, check=False)
        messages = done.stderr.decode(errors="replace").splitlines() + ([f"exit code {done.returncode}"] if done.returncode else [])
        if messages:
            said[str(source)] = messages
    return said


def read_all(tool, jobs):
    """Lets a tool turn files into N-Quads. `jobs` are (format, path, path of the N-Quads). Returns what it said, by path."""
    if not jobs:
        return {}
    if tool == "rapper":
        return one_by_one(lambda form, path: ["rapper", "-q", "-i", RAPPER[form], "-o", "nquads", path], jobs)
    if tool == "serdi":
        return one_by_one(lambda form, path: ["serdi", "-i", SERDI[form], "-o", "nquads", path], jobs)
    if tool == "jena":
        return batch(lambda stdin: java("quads", stdin=stdin), jobs)
    if tool in ("n3", "jsonld.js"):
        script = {"n3": "n3.mjs", "jsonld.js": "jsonld.mjs"}[tool]
        return batch(lambda stdin: node(script, stdin), jobs)
    script = {"rdflib": "with_rdflib.py", "pyld": "with_pyld.py", "oxigraph": "with_pyoxigraph.py"}[tool]
    return batch(lambda stdin: run([sys.executable, READ / script], stdin), jobs)


def node(script, stdin):
    return run(["node", "--max-old-space-size=4096", "--stack-size=4000", READ / script], stdin)


def canonize(jobs):
    """Canonical N-Quads by rdf-canonize. `jobs` are ("rdfc" or "lines", path, path of the canonical form)."""
    return batch(lambda stdin: node("canonize.mjs", stdin), jobs) if jobs else {}


def missing():
    """The programs that are not there."""
    programs = ["rapper", "serdi", "java", "node", "dot", "neato", "sfdp", "xmllint", "chromium", "virtuoso-t", "isql-vt"]
    absent = [name for name in programs if shutil.which(name) is None]
    absent += [str(path) for path in (ROOT / "target/tools/jena.classpath", CONSUMERS / "node_modules", BINARY) if not path.exists()]
    return absent
