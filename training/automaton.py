"""Which byte strings does a CFSA2 automaton (the format of morfologik dictionaries) hold?

Layout: `\\fsa`, version 0xC6, two bytes of flags, a table of frequent labels (its length, then its bytes), then the arcs. An arc is one byte of
flags (0x80 the target follows the last arc of this state, 0x40 last arc, 0x20 final) with the index of its label in five bits; index 0: the
label is the next byte. Then comes the target's offset in seven-bit groups, lowest first, unless the target follows. Offset 0 is the empty end.
"""

NEXT, LAST, FINAL, LABEL = 0x80, 0x40, 0x20, 0x1F
NUMBERS = 0x100


class Automaton:
    def __init__(self, data: bytes):
        if data[:5] != b"\\fsa\xc6":
            raise ValueError("not a CFSA2 automaton: it must begin with \\fsa and version 0xC6")
        if int.from_bytes(data[5:7], "big") & NUMBERS:
            raise ValueError("automata with numbers in their states are not read")
        size = data[7]
        self.labels = data[8 : 8 + size]
        self.arcs = data[8 + size :]
        self.states = {}
        flags, _, target, after = self._arc(0)
        self.root = after if target is None else target

    def _arc(self, at: int):
        """flags, label, target (None: after the last arc), offset of the next arc"""
        arcs = self.arcs
        flags = arcs[at]
        index = flags & LABEL
        at += 1
        if index:
            label = self.labels[index]
        else:
            label = arcs[at]
            at += 1
        if flags & NEXT:
            return flags, label, None, at
        target = shift = 0
        while True:
            byte = arcs[at]
            at += 1
            target |= (byte & 0x7F) << shift
            if byte < 0x80:
                return flags, label, target, at
            shift += 7

    def _state(self, node: int):
        """the arcs of a state as (label, final, target)"""
        found = self.states.get(node)
        if found is not None:
            return found
        out, at = [], node
        while True:
            flags, label, target, at = self._arc(at)
            out.append((label, bool(flags & FINAL), target))
            if flags & LAST:
                break
        found = self.states[node] = [(l, f, at if t is None else t) for l, f, t in out]
        return found

    def under(self, prefix=b""):
        """what follows `prefix` in the strings that begin with it, in the order of their arcs"""
        node = self.root
        for byte in prefix:
            node = next((target for label, _, target in self._state(node) if label == byte), 0)
            if not node:
                return
        stack = [(node, b"")]
        while stack:
            node, rest = stack.pop()
            arcs = self._state(node)
            for label, final, target in reversed(arcs):
                if target:
                    stack.append((target, rest + bytes((label,))))
                if final:
                    yield rest + bytes((label,))
