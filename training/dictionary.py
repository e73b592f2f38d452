"""Which forms does the Ukrainian dictionary hold, with which lemmas and tags?

An entry is `form+coded lemma+tags`. The first byte of the coded lemma, less 'A', says how many bytes of the form fall away at its end; the rest
is put on. Forms are in small letters with г for ґ; lemmas of proper names keep their capital.
"""

from . import paths
from .automaton import Automaton


def automaton(path=paths.DICTIONARY):
    return Automaton(path.read_bytes())


def entry(form, rest):
    """(lemma, tags) of what follows `form+`"""
    coded, tags = rest.split(b"+", 1)
    cut = (coded[0] - 65) & 0xFF
    stem = b"" if cut == 255 else form[: len(form) - cut]
    return (stem + coded[1:]).decode(), tags.decode()


def entries(path=paths.DICTIONARY):
    """all (form, lemma, tags)"""
    for whole in automaton(path).under():
        form, rest = whole.split(b"+", 1)
        yield (form.decode(), *entry(form, rest))


def of(forms):
    """{form: [(lemma, tags)]} of the forms that the dictionary has, in its order"""
    held, out = automaton(), {}
    for form in forms:
        raw = form.encode()
        found = [entry(raw, rest) for rest in held.under(raw + b"+")]
        if found:
            out[form] = found
    return out


def write_table(target):
    """the dictionary as a table: form, lemma, tags"""
    with open(target, "w", encoding="utf-8") as out:
        for row in sorted(entries()):
            out.write("\t".join(row) + "\n")
