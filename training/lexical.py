"""What does a word bring to the model besides its pieces: what may it be by the dictionary, and how is it written?

Features are multi-hot. Names: `UPOS=NOUN`, `Case=Nom`, … over all analyses of the word; `NOUN|Case=Gen|Number=Sing` (part of speech, case and
number of one analysis); `shape=…`; `known=no` where the dictionary does not have the word. `config.lexical` lists them in order.
"""

import re

from . import tagset

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
VALUES = {
    "Case": "Acc Dat Gen Ins Loc Nom Voc".split(),
    "Number": "Plur Ptan Sing".split(),
    "Gender": "Fem Masc Neut".split(),
    "Animacy": "Anim Inan".split(),
    "Person": "0 1 2 3".split(),
    "Tense": "Fut Past Pres".split(),
    "Aspect": "Imp Perf".split(),
    "Mood": "Cnd Imp Ind".split(),
    "VerbForm": "Conv Fin Inf Part".split(),
    "Voice": "Act Pass".split(),
}
SHAPES = ["capital", "upper", "first", "digits", "number", "punctuation", "latin", "hyphen", "quote"]
JOINT = [f"{u}|Case={c}|Number={n}" for u in ("NOUN", "PROPN", "ADJ", "DET") for c in VALUES["Case"] for n in ("Plur", "Sing")]
NAMES = (
    [f"UPOS={u}" for u in UPOS]
    + [f"{f}={v}" for f in tagset.FEATURES for v in VALUES[f]]
    + JOINT
    + ["known=no"]
    + [f"shape={s}" for s in SHAPES]
)
INDEX = {n: i for i, n in enumerate(NAMES)}


def shapes(form, first):
    letters = [c for c in form if c.isalpha()]
    out = []
    if letters and letters[0].isupper():
        out.append("capital")
    if len(letters) > 1 and all(c.isupper() for c in letters):
        out.append("upper")
    if first:
        out.append("first")
    if any(c.isdigit() for c in form):
        out.append("digits")
    if re.fullmatch(r"\d+([.,:/–-]\d+)*", form):
        out.append("number")
    if not any(c.isalnum() for c in form):
        out.append("punctuation")
    if any("a" <= c <= "z" for c in form.lower()):
        out.append("latin")
    if "-" in form and len(form) > 1:
        out.append("hyphen")
    if form in "«»„“”\"":
        out.append("quote")
    return out


def of_analyses(analyses):
    """feature names of (upos, values) pairs"""
    out = set()
    for upos, values, *_ in analyses:
        values = dict(values)
        out.add(f"UPOS={upos}")
        out |= {f"{f}={v}" for f, v in values.items() if v not in "*+_"}
        out.add(f"{upos}|Case={values.get('Case')}|Number={values.get('Number')}")
    return out


def features(form, first, analyses):
    """indices of the features of a word, in order"""
    names = of_analyses(analyses) or {"known=no"}
    names |= {f"shape={s}" for s in shapes(form, first)}
    return sorted(INDEX[n] for n in names if n in INDEX)
