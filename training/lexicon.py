"""Which analyses may a word have, by the dictionary?"""

import pickle
from functools import cache, lru_cache

from . import dictionary, paths, tagset


def key(form):
    """the dictionary's spelling of a form: small letters, г for ґ, one apostrophe"""
    return form.lower().replace("ґ", "г").replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("\u0301", "")


@cache
def preferred():
    lines = (paths.TAGSET.parent / "preferred-lemmas.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


class Lexicon:
    """form -> [(lemma, tags)], in the dictionary's order, preferred lemmas first"""

    def __init__(self, forms):
        self.forms = forms

    @lru_cache(maxsize=None)
    def lookup(self, form):
        """[(upos, values, lemma)] of a word as it stands in the text"""
        out = []
        for lemma, tags in sorted(self.forms.get(key(form), ()), key=lambda entry: entry[0] not in preferred()):
            for tag in tags.split("|"):
                for upos, values in tagset.analyses(tag, lemma):
                    out.append((upos, values, lemma))
        return out


def cached(name, make):
    """what `make` gives, kept in the cache folder"""
    path = paths.CACHE / f"{name}.pickle"
    if path.exists():
        return pickle.loads(path.read_bytes())
    value = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(value))
    return value


def of_words(words):
    return Lexicon(dictionary.of({key(w) for w in words}))


def candidates(lexicon, form):
    """the dictionary's analyses of a word; a word with a capital letter may be a name as well as a noun"""
    found = lexicon.lookup(form)
    if form[:1].isupper():
        other = {"NOUN": "PROPN", "PROPN": "NOUN"}
        found = found + [(other[a[0]], *a[1:]) for a in found if a[0] in other]
    return found
