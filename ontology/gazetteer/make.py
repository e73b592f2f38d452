#!/usr/bin/env python3
"""Which entities with a Wikidata id are there, and by which names are they found?  usage: make.py ENTITIES.tsv

ENTITIES.tsv is the gazetteer (see NOTICE for its sources). uk.tsv beside this file, written by hand, adds Ukrainian names: one line an
entity, `qid type name_uk aliases_uk en context`. Two tables come out, both sorted by bytes so that the program looks things up by bisection:
  entities.tsv  qid, type, English name, Ukrainian name, notes: `news` (it stands in uk.tsv), `country:Q…`, `for:Q…` (a capital or residence: the
                state that is meant by it),
                `word` (its name is a common word too)
  names.tsv     a name (small letters, one apostrophe, no quotation marks), the ids that bear it; `~surname` for persons of uk.tsv
"""
import csv, re, sys
from pathlib import Path

HERE = Path(__file__).parent
MARKS = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "«": "", "»": "", "\"": "", "“": "", "”": "", "„": "", "\u0301": ""})

# Kingdoms beside the countries that the news means: the country is the one that is linked.
SAME = {"Q756617": "Q35", "Q29999": "Q55"}


def key(name):
    return " ".join(name.translate(MARKS).lower().split())


def rows(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def split(cell):
    return [x.strip() for x in re.split(r"\s*[|;]\s*", cell or "") if x.strip()]


def notes(context):
    out = dict(part.split(":", 1) for part in split(context) if ":" in part)
    return {"country": SAME.get(out.get("country", ""), out.get("country", "")), "for": out.get("metonym", "")}


def main(source):
    entities, names = {}, {}
    for row in rows(source):
        q = row["qid"]
        if q in SAME:
            continue
        entities[q] = [row["type"], row["label_en"], row["label_uk"], {"country": notes(row["extra"])["country"], "for": ""}, False, False]
        for name in [row["label_en"], row["label_uk"], *split(row["aliases_en"]), *split(row["aliases_uk"])]:
            if len(name) > 1:
                names.setdefault(key(name), set()).add(q)
    for row in rows(HERE / "uk.tsv"):
        q = row["qid"]
        if q not in entities:
            sys.exit(f"uk.tsv: {q} is not in the gazetteer")
        known = entities[q]
        # "Америка (частина світу)": what stands in brackets keeps it apart from what the bare name means.
        known[0], known[2], known[4] = row["type"], re.sub(r" \(.*\)$", "", row["name_uk"]), True
        known[5] = "trap:" in row["context"]
        given = notes(row["context"])
        known[3] = {k: given[k] or known[3][k] for k in known[3]}
        for name in [row["name_uk"], *split(row["aliases_uk"])]:
            names.setdefault(key(name), set()).add(q)
            if row["type"] == "Person" and " " in name and not name.isascii():
                names.setdefault("~" + key(name.split(" ")[-1]), set()).add(q)
    number = lambda q: int(q[1:])  # noqa: E731
    with open(HERE / "entities.tsv", "w", encoding="utf-8") as out:
        for q in sorted(entities):
            kind, en, uk, about, news, word = entities[q]
            said = ["news"] * news + ["word"] * word + [f"{k}:{v}" for k, v in about.items() if v]
            out.write("\t".join([q, kind, en, uk, " ".join(said)]) + "\n")
    with open(HERE / "names.tsv", "w", encoding="utf-8") as out:
        for name in sorted(names, key=str.encode):
            if name:
                out.write(f"{name}\t{' '.join(sorted(names[name], key=number))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
