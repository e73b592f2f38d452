"""How does the dictionary get into the program? `python3 training/words/pack.py DICTIONARY [OUT]` packs it, the same bytes each time.

DICTIONARY is a morfologik file (CFSA2) with VESUM tags; OUT is `models/uk-dictionary/dictionary.bin`, and its SHA-256 is written next to it. The
sections and their order are those of `src/language/uk/dictionary/layout.rs`; all numbers are little-endian.
"""

import hashlib
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import automaton
import endings
import lexemes as lx

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from training import dictionary  # noqa: E402

MAGIC = b"NGWORDS1"
LOWER, CAPITAL, UPPER, PARTS, LISTED = range(5)


def pattern(lemma: str) -> int:
    """Which letters of a lemma are capitals; `LISTED` where it stands in a list of its own."""
    low = lemma.lower()
    parts = "-".join(part[:1].upper() + part[1:] for part in low.split("-"))
    forms = {low: LOWER, low[:1].upper() + low[1:]: CAPITAL, low.upper(): UPPER, parts: PARTS}
    return next((number for form, number in forms.items() if form == lemma), LISTED)


def u16(numbers) -> bytes:
    return b"".join(number.to_bytes(2, "little") for number in numbers)


def u32(numbers) -> bytes:
    return b"".join(number.to_bytes(4, "little") for number in numbers)


def lists(rows: list[bytes]) -> tuple[bytes, bytes]:
    """Where each row begins (and the last ends), and the rows."""
    begins = [0]
    for row in rows:
        begins.append(begins[-1] + len(row))
    return u32(begins), b"".join(rows)


def pack(path: Path) -> bytes:
    words = lx.lexemes((form, lemma, tags.split("|")) for form, lemma, tags in dictionary.entries(path))
    frequent = Counter(word.paradigm for word in words)
    paradigms = sorted(frequent, key=lambda paradigm: (-frequent[paradigm], paradigm))
    number_of = {paradigm: number for number, paradigm in enumerate(paradigms)}
    alphabet = sorted({c for word in words for c in word.stem + word.paradigm[0] + "".join(f for f, _ in word.paradigm[1])})
    assert len(paradigms) < 1 << 13 and len(alphabet) < 64
    code = {c: number for number, c in enumerate(alphabet, 1)}

    def coded(text: str) -> bytes:
        return bytes(code[c] for c in text)

    suffixes = sorted({coded(s) for lemma, forms in paradigms for s in (lemma, *(f for f, _ in forms))})
    suffix_of = {suffix: number for number, suffix in enumerate(suffixes)}
    tag_counts = Counter(tag for _, forms in paradigms for _, tag in forms)
    tags = sorted(tag_counts)
    tag_of = {tag: number for number, tag in enumerate(tags)}

    stems: dict[str, set[int]] = defaultdict(set)
    listed: dict[str, str] = {}
    for word in words:
        how = pattern(word.lemma)
        if how == LISTED:
            listed.setdefault(lx.key(word.lemma), word.lemma)
        stems[word.stem].add(number_of[word.paradigm] << 3 | how)
    sets = sorted({tuple(sorted(members)) for members in stems.values()})
    set_of = {members: number for number, members in enumerate(sets)}

    def paradigm_row(paradigm) -> bytes:
        lemma, forms = paradigm
        pairs = sorted((suffix_of[coded(form)], tag_of[tag]) for form, tag in forms)
        return u16([suffix_of[coded(lemma)], *(number for pair in pairs for number in pair)])

    def ending_sections(chosen, at_least: int, best: int) -> list[bytes]:
        found = endings.table(chosen, number_of, at_least, best)
        rows = {ending: u16(n for paradigm, suffix in ranked for n in (paradigm, suffix_of[coded(suffix)])) for ending, ranked in found.items()}
        distinct = sorted(set(rows.values()))
        row_of = {row: number for number, row in enumerate(distinct)}
        return [automaton.packed({coded(ending)[::-1]: row_of[row] for ending, row in rows.items()}), *lists(distinct)]

    proper = [word for word in words if word.lemma[:1].isupper() and word.lemma.upper() != word.lemma]
    common = [word for word in words if word.lemma == word.lemma.lower()]
    sections = [
        "".join(alphabet).encode(),
        automaton.packed({coded(stem): set_of[tuple(sorted(members))] for stem, members in stems.items()}),
        *lists([u16(members) for members in sets]),
        *lists([paradigm_row(paradigm) for paradigm in paradigms]),
        automaton.packed(suffix_of),
        *lists(suffixes),
        *lists([tag.encode() for tag in tags]),
        *lists([f"{low}\t{lemma}".encode() for low, lemma in sorted(listed.items())]),
        *ending_sections(common, 5, 10),
        *ending_sections(proper, 3, 10),
    ]
    begins, body = lists(sections)
    print(f"{len(words)} words, {len(paradigms)} paradigms, {len(stems)} stems, {len(suffixes)} suffixes, {len(tags)} tags", file=sys.stderr)
    print("bytes a section:", " ".join(str(len(section)) for section in sections), file=sys.stderr)
    content = u32([len(sections)]) + begins + body
    return MAGIC + u32([zlib.crc32(content), len(content)]) + content


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/uk-dictionary/ukrainian.dict"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "models/uk-dictionary/dictionary.bin"
    data = pack(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    target.with_suffix(".sha256").write_text(f"{hashlib.sha256(data).hexdigest()}  {target.name}\n")
    print(f"{target}: {len(data)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
