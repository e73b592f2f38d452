"""How does Oxigraph read a file? No independent witness (newsgraph's RDF/XML is written by the same authors' crates), but the one
that reads every format and profile.

Standard input has lines `format TAB in TAB out`; `out` becomes N-Quads. Standard output: `in TAB message`.
"""
import sys

import pyoxigraph as ox

FORMATS = {"ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "rdf": ox.RdfFormat.RDF_XML,
           "jsonld": ox.RdfFormat.JSON_LD}

for line in sys.stdin:
    form, source, target = line.rstrip("\n").split("\t")
    try:
        ox.serialize(ox.parse(path=source, format=FORMATS[form]), output=target, format=ox.RdfFormat.N_QUADS)
    except Exception as error:  # a reader may raise anything
        print(source, " ".join(f"failed: {type(error).__name__}: {error}".split())[:500], sep="\t")
