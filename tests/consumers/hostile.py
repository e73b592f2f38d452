"""Which graph documents would break a writer that forgets an escape?

Each is a whole document that carries its article. What is hostile stands in every place that a text can reach:
quote, names, headline, literals, words, topic.
"""
import json
from dataclasses import dataclass
from pathlib import Path

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True)
class Hostile:
    document: dict
    # Options of `newsgraph build` that it needs.
    options: tuple = ()
    # Whether RDF/XML can say it: XML 1.0 has no control characters, not even escaped.
    xml: bool = True
    # Whether it is part of the merged graph; what some tool is known not to read is not (see limits.py).
    merge: bool = True


def document(strings, **facts):
    """A document that says each string in every place; the subject of claim i is entity i, its object a literal and the next entity."""
    entities, claims, lines = [], [], []
    for i, text in enumerate(strings):
        lines.append(f"({text})")
        entities.append({"key": f"e{i}", "type": "Organization", "names": [f"Назва {text}", f"Інша {text}"], "en": f"Name {text}"})
    for i, text in enumerate(strings):
        other = f"e{(i + 1) % len(strings)}"
        # Every other claim has a speaker, so that profile `graphs` has named graphs.
        who = {"source": other} if i % 2 else {}
        claims.append({"id": f"a{i}", "quote": lines[i], "subject": f"e{i}", "relation": ["supports"], "object": other, **who,
                       "words": {"subject": text, "predicate": lines[i]}})
        claims.append({"id": f"b{i}", "quote": lines[i], "subject": f"e{i}", "relation": ["hasQuantity"], "object": {"literal": text}, **who})
        claims.append({"id": f"c{i}", "quote": lines[i], "subject": f"e{i}", "relation": ["hasQuantity"],
                       "object": {"literal": text, "datatype": XSD + "string"}, **who})
    article = "\n".join(lines)
    return {"headline": f"Заголовок {strings[0]}", "topic": strings[-1], "style": strings[-1], "published": "2026-02-19",
            "publisher": f"Видання {strings[0]}", **facts, "text": article, "entities": entities, "claims": claims}


def with_objects(objects, **facts):
    """A document whose claims have these literals as objects."""
    base = document(["текст"], **facts)
    base["claims"] = [{"id": f"c{i}", "quote": "текст", "subject": "e0", "relation": ["hasQuantity"], "object": value}
                      for i, value in enumerate(objects)]
    return base


def with_relations(names, **facts):
    """A document whose claims have these relations of the user's own, with an entity, a literal and another claim as object."""
    base = document(["текст", "слово"], **facts)
    claims = [{"id": f"x{i}{j}", "quote": "текст", "subject": "e0", "relation": [name, "supports"], "object": value}
              for i, name in enumerate(names) for j, value in enumerate(["e1", {"literal": "слово"}])]
    base["claims"] = claims
    return base


QUOTES = ['"', '""', '"""', '""""', "'", "'''", "«»", "„“”", "‘’ʼ`´", 'кінець"', "кінець\\", 'кінець\\"', "\\", "\\\\", '\\"""', "\\n \\u0041 \\U0001F600 \\x"]
LINES = ["таб\tтаб", "рядок\nрядок", 'рядок\n"рядок"', 'рядок\n"""\nрядок\\', "\nспереду", "ззаду\n", "рядок\rрядок", "рядок\r\nрядок", 'рядок\r\n"""', "нел\x85нел",
         "ls\u2028ps\u2029", "нерозривний\xa0пробіл", "  два  пробіли  ", "zero\u200bwidth\u2060\xad"]
CONTROLS = ["a\x01b", "a\x08b", "a\x0bb", "a\x0cb", "a\x1bb", "a\x1fb", "a\x7fb", "a\x80b", "a\x9fb", "рядок\n\x01\x08\x0b\x1f\x7f"]
MARKUP = ["]]>", "--", "<!--", "-->", "&amp;", "&#65;&lt;", "&", "<", ">", "<script>alert(1)</script>", "{|}", "<b>", "</text>", "\\N \\G \\L \\l \\r",
          "@prefix a: <b> .", "<<( a b c )>>", "_:b0", "^^<x>", "@uk", "${x} %s {{y}}", "# не коментар", "a;b,c.", "<?xml?>", "<![CDATA[x]]>", "->", "[label=x]"]
BIDI = ["مرحبا بالعالم", "שלום עולם", "\u200fשלום\u200e NATO", "\u202bמילים\u202c і слова", "\u2067ערך\u2069 = 5", "\u202eзлий\u202c", "ﷺ", "نَصٌّ مُشَكَّل"]
EMOJI = ["🇺🇦🇳🇱", "👩‍👩‍👧‍👦", "👍🏿", "😀", "𝕹𝖆𝖙𝖔", "𐍈", "\ufeffbom", "\ue000приватна", "\U0010fffd", "\U0001fffe", "\u0600\u06dd"]

COMBINING = ["e\u0301 vs é", "й vs и\u0306", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "\u0301спереду", "각 vs \u1100\u1161\u11a8"]

HOSTILE = {
    "quotes": Hostile(document(QUOTES)),
    "lines": Hostile(document(LINES)),
    "controls": Hostile(document(CONTROLS), xml=False),
    "nul": Hostile(document(["a\0b", "\0", "кінець\0"]), xml=False),
    "noncharacters": Hostile(document(["a\ufffeb", "a\uffffb"]), xml=False),
    "markup": Hostile(document(MARKUP)),
    "bidi": Hostile(document(BIDI, language="ar")),
    "emoji": Hostile(document(EMOJI)),
    "combining": Hostile(document(COMBINING), merge=False),
    # Labels have at most 1000 characters, so only the quote is long.
    "long": Hostile({"text": (long := "Дуже довгий \"уривок\" \\ без кінця\n" * 6250 + "крапка"), "headline": "ї" * 1000,
                     "entities": [{"key": "e", "type": "Concept", "names": ["ї" * 1000]}, {"key": "f", "type": "Place", "names": ["слово " * 160 + "край"]}],
                     "claims": [{"quote": long, "subject": "e", "relation": "affects", "object": "f"},
                                {"quote": long, "subject": "e", "relation": "affects", "object": {"literal": "ї" * 1000}, "source": "f"}]}),
    "base": Hostile(document(["новини", "news"]), options=("--base", "https://example.org/новини/")),
    "base-port": Hostile(document(["новини", "news"]), options=("--base", "http://example.org:8080/a%20b/~c,d;e=f&g!$*+:/")),
    "url": Hostile(document(["адреса", "url"], url="https://example.org/шлях/a%20b?q=1&r=%D1%84&s='(x)',[y]#:~:text=слово,ще".replace("[", "%5B").replace("]", "%5D"))),
    "url-punctuation": Hostile(document(["адреса", "url"], url="http://example.org:8080/a//d;e,f!$*+~_.-(x)?x=?y=/#/?z")),
    "language": Hostile(document(["palavra", "texto"], language="pt-BR")),
    "language-long": Hostile(document(["词", "文字"], language="zh-Hant-TW-x-private")),
    "language-en": Hostile(document(["word", "text"], language="en")),
    "datatypes": Hostile(with_objects([
        {"literal": "007", "datatype": XSD + "integer"}, {"literal": "-1", "datatype": XSD + "integer"}, {"literal": "+1.50", "datatype": XSD + "decimal"},
        {"literal": "1", "datatype": XSD + "boolean"}, {"literal": "1e3", "datatype": XSD + "float"},
        {"literal": "true", "datatype": XSD + "boolean"}, {"literal": "false", "datatype": XSD + "boolean"},
        {"literal": "2026-02", "datatype": XSD + "gYearMonth"}, {"literal": "ей &amp; <b>x</b>", "datatype": RDF + "HTML"}, {"literal": "{\"a\": 1}", "datatype": RDF + "JSON"},
        {"literal": "<b>x</b>", "datatype": RDF + "XMLLiteral"}, {"literal": "10 км", "datatype": "https://example.org/одиниці#км?x=1&y=2"},
        {"literal": "5", "datatype": "urn:x-unit:m"}])),
    "doubles": Hostile(with_objects([{"literal": "1e3", "datatype": XSD + "double"}, {"literal": "NaN", "datatype": XSD + "double"}]), merge=False),
    # Datatypes with our prefixes, which are expanded when the document is read.
    "datatype-schemes": Hostile(with_objects([{"literal": "5", "datatype": "xsd:integer"}, {"literal": "6", "datatype": "schema:Number"},
                                              {"literal": "8", "datatype": "ng:y"}])),
    "relations": Hostile(with_relations(["vetoes", "vetoesAgain2", "a"]), options=("--new-relations",)),
    # Relations that are called as keys, prefixes and classes of our JSON-LD context are, or as what JavaScript objects have by birth. Measured: with a
    # key `hasOwnProperty` jsonld.js 9 stops ("subject.hasOwnProperty is not a function"), so that name is not among them.
    "relation-names": Hostile(with_relations(["label", "about", "url", "id", "type", "schema", "article", "claim", "wd", "anchorOf", "altLabel", "beginIndex",
                                              "isBasedOn", "constructor", "toString"]), options=("--new-relations",)),
}


def write(folder):
    """Writes all of them; returns the paths by name."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, hostile in HOSTILE.items():
        paths[name] = folder / f"{name}.json"
        paths[name].write_text(json.dumps(hostile.document, ensure_ascii=False), encoding="utf-8")
    return paths


if __name__ == "__main__":
    import sys
    write(sys.argv[1])
