#!/usr/bin/env python3
"""Which name stands for a Wikidata id in our IRIs?  usage: make_slugs.py ENTITIES.tsv SLUGS.tsv

ENTITIES.tsv is the gazetteer (qid, type, label_en, ...; see NOTICE for its sources); SLUGS.tsv gets `number<TAB>slug`, sorted by
number, so that the program can look an id up by bisection. A slug that stands in SLUGS.tsv already is never changed: it is part
of published IRIs. Where two ids have one English name, the lower id takes it and the others bear their id behind it.
Needs `pip install anyascii`.
"""
import csv, os, re, sys
from anyascii import anyascii

# Slugs of entities without an id begin with one of these: the two kinds must never meet.
TYPES = "person organization country place event mission agreement product medium anonymous-source group concept".split()


def slugify(name):
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "").replace("&", " and ")).strip("-")[:60].strip("-")


def main(entities, slugs):
    have = {}
    if os.path.exists(slugs):
        have = {int(n): s for n, s in (line.rstrip("\n").split("\t") for line in open(slugs, encoding="utf-8"))}
    taken = set(have.values())
    rows = csv.DictReader(open(entities, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, name in sorted((int(r["qid"][1:]), r["label_en"]) for r in rows):
        slug = slugify(name)
        if number in have or not slug:
            continue
        if slug in taken or any(slug == t or slug.startswith(t + "-") for t in TYPES) or re.fullmatch(r"q\d+", slug):
            slug = f"{slug}-q{number}"
        have[number] = slug
        taken.add(slug)
    assert len(taken) == len(have)
    with open(slugs, "w", encoding="utf-8") as out:
        out.writelines(f"{n}\t{s}\n" for n, s in sorted(have.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
