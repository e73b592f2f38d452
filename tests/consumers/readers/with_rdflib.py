"""How does rdflib read a file?

Standard input has lines `format TAB in TAB out`; `out` becomes N-Quads. Standard output: `in TAB message`, warnings included.
"""
import logging
import sys
import warnings

import rdflib
from rdflib.plugins.serializers.nquads import _nq_row

FORMATS = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "rdf": "xml", "jsonld": "json-ld"}
# Literals stay as they are written: "007" is not turned into "7".
rdflib.NORMALIZE_LITERALS = False


class Teller(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


teller = Teller()
logging.getLogger().addHandler(teller)
logging.captureWarnings(True)
# Of rdflib itself, about its own interface.
warnings.simplefilter("ignore", DeprecationWarning)

for line in sys.stdin:
    form, source, target = line.rstrip("\n").split("\t")
    teller.said.clear()
    try:
        data = rdflib.Dataset()
        # rdflib reads N-Triples into the graph that it is given, and a Dataset only by way of its default graph.
        into = data.default_graph if form in ("nt", "ttl", "rdf") else data
        into.parse(source, format=FORMATS[form])
        with open(target, "w", encoding="utf-8", newline="") as out:
            for s, p, o, g in data.quads():
                row = _nq_row((s, p, o), g) if g is not None and g != data.default_graph.identifier else _nq_row((s, p, o), rdflib.URIRef("urn:none"))
                out.write(row.replace(" <urn:none> .", " ."))
    except Exception as error:  # a reader may raise anything
        teller.said.append(f"failed: {type(error).__name__}: {error}")
    for said in teller.said:
        print(source, " ".join(said.split())[:500], sep="\t")
