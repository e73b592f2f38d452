"""Which strings does a morfologik dictionary (a CFSA2 automaton with suffix-coded lemmas) hold?

The format is that of morfologik-stemming: a header, then the arcs. An arc is a byte of flags and of the label's place in a
table of frequent labels (0: the label follows), then, unless the target comes next, its offset as a variable-length number.
"""

from pathlib import Path

TARGET_NEXT, LAST, FINAL, LABEL = 0x80, 0x40, 0x20, 0x1F
NUMBERS = 0x100


class Automaton:
    """The arcs of a file, to be walked."""

    def __init__(self, data: bytes):
        if data[:5] != b"\\fsa\xc6":
            raise ValueError("not a CFSA2 automaton: it must begin with \\fsa and version 0xC6")
        if int.from_bytes(data[5:7], "big") & NUMBERS:
            raise ValueError("automata with numbers in their states are not read")
        self.labels = data[8 : 8 + data[7]]
        self.arcs = data[8 + data[7] :]

    def number(self, at: int) -> tuple[int, int]:
        """A variable-length number, low bits first, and where it ends."""
        value, shift = 0, 0
        while True:
            byte = self.arcs[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value, at
            shift += 7

    def node(self, at: int) -> list[tuple[bytes, bool, int]]:
        """The arcs of a node: label, whether a string ends with it, the node it leads to (0: none)."""
        found = []
        while True:
            flags = self.arcs[at]
            at += 1
            place = flags & LABEL
            if place:
                label = self.labels[place]
            else:
                label = self.arcs[at]
                at += 1
            target = -1
            if not flags & TARGET_NEXT:
                target, at = self.number(at)
            found.append((bytes((label,)), bool(flags & FINAL), target))
            if flags & LAST:
                return [(label, final, at if target < 0 else target) for label, final, target in found]

    def strings(self):
        """All strings, in the order of the file."""
        nodes: dict[int, list[tuple[bytes, bool, int]]] = {}
        stack = [(b"", self.node(0)[0][2])]
        while stack:
            prefix, at = stack.pop()
            arcs = nodes.get(at)
            if arcs is None:
                arcs = nodes[at] = self.node(at)
            for label, final, target in arcs:
                if final:
                    yield prefix + label
                if target:
                    stack.append((prefix + label, target))


def entries(path: Path):
    """Form, lemma and tags of every line of the dictionary: the lemma is told by how many bytes of the form go and what comes."""
    for string in Automaton(path.read_bytes()).strings():
        form, change, tags = string.split(b"+", 2)
        kept = len(form) - (change[0] - ord("A"))
        yield form.decode(), (form[:kept] + change[1:]).decode(), tags.decode().split("|")
