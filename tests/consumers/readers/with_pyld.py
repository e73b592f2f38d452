"""How does PyLD read JSON-LD?

Standard input has lines `jsonld TAB in TAB out`; `out` becomes N-Quads. Standard output: `in TAB message`.
"""
import json
import sys

from pyld import jsonld


def no_loader(url, options):
    raise RuntimeError(f"it would load {url}")


for line in sys.stdin:
    _, source, target = line.rstrip("\n").split("\t")
    try:
        with open(source, encoding="utf-8") as file:
            document = json.load(file)
        quads = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": no_loader})
        with open(target, "w", encoding="utf-8", newline="") as out:
            out.write(quads)
    except Exception as error:  # a reader may raise anything
        print(source, " ".join(f"failed: {type(error).__name__}: {error}".split())[:500], sep="\t")
