"""What can a tool not do? Each fact was measured. The tests expect it strictly, so a tool that has learned better is noticed."""

LIMITS = {
    # tools, formats, inputs: what happens there
    (("rapper",), ("ttl", "trig", "nt", "nq"), ("hostile-nul",)): "rapper 2.0.15 ends every literal at U+0000 (strings of C), without a word",
    (("rapper",), ("ttl", "trig", "nt", "nq"), ("hostile-noncharacters",)): "rapper 2.0.15 ends every literal at U+FFFE or U+FFFF, without a word",
    (("jena",), ("rdf",), ("hostile-combining",)): "Jena's RDF/XML reader warns of text that is not in Unicode's normal form C (W131), which a quote must keep as it is",
    (("jsonld.js", "pyld"), ("jsonld",), ("hostile-doubles",)): "jsonld.js and PyLD write every xsd:double anew (1e3: 1.0E3; PyLD also NaN: NAN), as the standard wants for JSON's own numbers only",
}


def limit(tool, form, name):
    """Why a tool cannot read an input in a format, if so."""
    for (tools, forms, inputs), why in LIMITS.items():
        if tool in tools and form in forms and name in inputs:
            return why
    return None
