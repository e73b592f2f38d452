"""Which forms belong to one word, and which words are inflected alike?

A lexeme is a lemma with one part of speech and one set of key tags (animacy, aspect, indeclinable …). Its stem is what all its
forms begin with; what stands behind, with the tags, is its paradigm. Converbs, which the dictionary lists by themselves, are put
to their verbs, as Universal Dependencies does.
"""

from collections import defaultdict
from os.path import commonprefix

KEYS = {"anim", "inanim", "unanim", "perf", "imperf", "rev", "nv", "ns", "compb", "compc", "comps", "&adjp", "&&adjp", "&pron", "&numr", "&&numr", "abbr"}


def key(text: str) -> str:
    """A word as the dictionary is asked for it: small letters, no ґ (the dictionary has none), one apostrophe."""
    return text.lower().replace("ґ", "г").replace("’", "'").replace("ʼ", "'")


def verb_forms(form: str, tags: list[str]) -> list[str]:
    """The finite forms that a converb may be made of: "дякуючи" of "дякують", "зайнявши" of "зайняв", "принісши" of "приніс"."""
    back = ""
    if "rev" in tags:
        back = "ся"
        form = form.removesuffix("ся").removesuffix("сь")
    if form.endswith("чи"):
        return [form[:-2] + ("ться" if back else "ть")]
    found = []
    if form.endswith("вши"):
        found.append(form[:-2] + back)
    if form.endswith("ши"):
        found.append(form[:-2] + back)
    return found


class Lexeme:
    """A lemma and its forms: the stem, and behind it the ending of the lemma and those of the forms with their tags."""

    def __init__(self, lemma: str, part: str, forms: set[tuple[str, str]]):
        self.lemma = lemma
        self.part = part
        low = key(lemma)
        self.stem = commonprefix([low, *(form for form, _ in forms)])
        cut = len(self.stem)
        self.paradigm = (low[cut:], tuple(sorted((form[cut:], tag) for form, tag in forms)))


def lexemes(entries) -> list[Lexeme]:
    """All lexemes, in one order."""
    grouped: dict[tuple, set[tuple[str, str]]] = defaultdict(set)
    converbs = []
    finite: dict[tuple[str, str], str] = {}
    for form, lemma, all_tags in entries:
        form = key(form)
        for tag in all_tags:
            part, *tags = tag.split(":")
            if part == "advp":
                converbs.append((form, lemma, tag))
                continue
            grouped[(lemma, part, *(t for t in tags if t in KEYS))].add((form, tag))
            if part == "verb" and ("past" in tags or "pres" in tags or "futr" in tags):
                for aspect in ("perf", "imperf"):
                    if aspect in tags:
                        finite[(form, aspect)] = min(lemma, finite.get((form, aspect), lemma))
    for form, lemma, tag in converbs:
        tags = tag.split(":")
        aspect = "imperf" if "imperf" in tags else "perf"
        verb = next((finite[(f, aspect)] for f in verb_forms(form, tags) if (f, aspect) in finite), None)
        if verb is None:
            grouped[(lemma, *tags)].add((form, tag))
        else:
            grouped[(verb, "verb", *(t for t in tags if t in KEYS))].add((form, tag))
    return [Lexeme(lemma, part, forms) for (lemma, part, *_), forms in sorted(grouped.items())]
