"""How are words inflected that end alike? What the dictionary does not have is read by analogy.

For each ending of up to six letters: the paradigms, and the ending within them, that most words with it follow.
"""

from collections import Counter, defaultdict

LONGEST = 6
PARTS = {"noun", "adj", "verb", "adv"}
CLOSED = {"abbr", "&pron", "&numr", "&&numr", "bad", "subst"}


def table(lexemes, number_of, at_least: int, best: int) -> dict[str, list[tuple[int, str]]]:
    """Ending → (paradigm, the part of the form behind the stem), the most frequent first. Rare paradigms and rare endings are left out."""
    tails: Counter = Counter()
    paradigms = {}
    sizes: Counter = Counter()
    for lexeme in lexemes:
        tags = {tag for _, form_tags in lexeme.paradigm[1][:1] for tag in form_tags.split(":")}
        if lexeme.part not in PARTS or tags & CLOSED or not lexeme.stem:
            continue
        number = number_of[lexeme.paradigm]
        paradigms[number] = lexeme.paradigm
        tails[(number, lexeme.stem[-LONGEST:])] += 1
        sizes[number] += 1
    counts: dict[str, Counter] = defaultdict(Counter)
    for (number, tail), count in tails.items():
        if sizes[number] < at_least:
            continue
        for suffix in {suffix for suffix, _ in paradigms[number][1]}:
            form = tail + suffix
            for length in range(max(1, len(suffix)), min(LONGEST, len(form)) + 1):
                counts[form[-length:]][(number, suffix)] += count
    found = {}
    for ending, counter in counts.items():
        if sum(counter.values()) < at_least:
            continue
        ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        top = ranked[0][1]
        found[ending] = [what for what, count in ranked[:best] if count * 50 >= top]
    # An ending that says the same as the one that is a letter shorter is not needed.
    return {ending: list_ for ending, list_ in found.items() if found.get(ending[1:]) != list_}
