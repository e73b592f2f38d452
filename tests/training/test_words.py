"""Is the dictionary packed as the program reads it?"""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "training" / "words"), str(ROOT)]

import automaton  # noqa: E402
import endings  # noqa: E402
import lexemes  # noqa: E402
from training.automaton import Automaton  # noqa: E402


def value(packed: bytes, word: bytes):
    """What the automaton says of a word, read as `src/language/uk/dictionary/automaton.rs` reads it."""
    at = 0
    for letter in [*word, 0]:
        target = follows = None
        while True:
            arc = packed[at]
            at += 1
            number = None
            if not arc & automaton.NEXT:
                number = int.from_bytes(packed[at : at + 3], "little")
                at += 3
            if arc & 0x3F == letter:
                target, follows = number, bool(arc & automaton.NEXT)
            if arc & automaton.LAST:
                break
        if target is None and not follows:
            return None
        if letter == 0:
            return target
        at = at if follows else target
    return None


def test_an_automaton_holds_its_words_and_no_others():
    words = {bytes(word): number for number, word in enumerate([(1,), (1, 2), (1, 2, 3), (2, 2, 3), (2,), (63, 1, 2, 3), ()])}
    packed = automaton.packed(words)
    assert all(value(packed, word) == number for word, number in words.items())
    assert all(value(packed, bytes(word)) is None for word in [(3,), (1, 3), (2, 2), (63, 1), (1, 2, 3, 1)])


def test_words_that_end_alike_share_their_nodes():
    ends = [bytes((*begin, 9, 8, 7)) for begin in [(1,), (2,), (3, 1), (3, 2)]]
    one, many = automaton.packed({ends[0]: 5}), automaton.packed(dict.fromkeys(ends, 5))
    assert len(many) < 3 * len(one)


ENTRIES = [
    ("рада", "рада", ["noun:inanim:f:v_naz"]),
    ("ради", "рада", ["noun:inanim:f:v_rod", "noun:inanim:p:v_naz"]),
    ("зрада", "зрада", ["noun:inanim:f:v_naz"]),
    ("зради", "зрада", ["noun:inanim:f:v_rod", "noun:inanim:p:v_naz"]),
    ("дякую", "дякувати", ["verb:imperf:pres:s:1"]),
    ("дякують", "дякувати", ["verb:imperf:pres:p:3"]),
    ("дякуючи", "дякуючи", ["advp:imperf"]),
    ("ґанок", "ґанок", ["noun:inanim:m:v_naz"]),
]


def test_forms_of_one_word_are_one_lexeme():
    found = {lexeme.lemma: lexeme for lexeme in lexemes.lexemes(ENTRIES)}
    assert sorted(found) == ["дякувати", "зрада", "рада", "ґанок"]
    assert found["рада"].paradigm == found["зрада"].paradigm
    assert (found["рада"].stem, found["рада"].paradigm[0], found["ґанок"].stem) == ("рад", "а", "ганок")
    assert ("ючи", "advp:imperf") in found["дякувати"].paradigm[1]


def test_endings_name_the_paradigms_that_most_words_follow():
    words = lexemes.lexemes(ENTRIES)
    numbers = {paradigm: number for number, paradigm in enumerate(sorted({word.paradigm for word in words}))}
    table = endings.table(words, numbers, 2, 10)
    rada = next(word for word in words if word.lemma == "рада")
    assert table["и"] == [(numbers[rada.paradigm], "и")] and "ади" not in table
    assert "нок" not in table


def test_a_file_of_another_format_is_refused():
    with pytest.raises(ValueError, match="CFSA2"):
        Automaton(b"\\fsa\x05")
