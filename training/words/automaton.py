"""How is a map from words to numbers packed so that it is read in place?

A minimal automaton. A node is a run of arcs, an arc a byte: bit 7 says that it is the last one, bit 6 that its target follows this
node, the rest is the letter's number. Letter 0 carries the value (three bytes) of the word that ends here; any other arc without
bit 6 is followed by the offset of its target (three bytes). Numbers are little-endian.
"""

LAST, NEXT = 0x80, 0x40


def packed(words: dict[bytes, int]) -> bytes:
    """The automaton of letter numbers (1 to 63) to values below 2^24."""
    nodes: list[tuple] = []
    known: dict[tuple, int] = {}
    weights: list[int] = []

    def minimal(arcs: list, weight: int) -> int:
        frozen = tuple(arcs)
        number = known.get(frozen)
        if number is None:
            number = known[frozen] = len(nodes)
            nodes.append(frozen)
            weights.append(0)
        weights[number] += weight
        return number

    # The open nodes on the way to the last word: their arcs so far, their words so far.
    path: list[tuple[list, int]] = [([], 0)]
    last = b""

    def close(down_to: int) -> None:
        while len(path) - 1 > down_to:
            arcs, weight = path.pop()
            above, sum_above = path[-1]
            above.append((last[len(path) - 1], minimal(arcs, weight)))
            path[-1] = (above, sum_above + weight)

    for word in sorted(words):
        same = 0
        while same < min(len(word), len(last)) and word[same] == last[same]:
            same += 1
        close(same)
        path.extend(([], 0) for _ in word[same:])
        arcs, weight = path[-1]
        path[-1] = ([(0, words[word]), *arcs], weight + 1)
        last = word
    close(0)
    return placed(nodes, minimal(path[0][0], 1), weights)


def placed(nodes: list[tuple], root: int, weights: list[int]) -> bytes:
    """The nodes one behind the other, the root first, common arcs first."""
    out = bytearray()
    places: dict[int, int] = {}
    patches: list[tuple[int, int]] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        while node is not None and node not in places:
            places[node] = len(out)
            arcs = sorted(nodes[node], key=lambda arc: (arc[0] != 0, -weights[arc[1]] if arc[0] else 0, arc[0]))
            follower = next((target for letter, target in arcs if letter and target not in places), None)
            for place, (letter, target) in enumerate(arcs):
                last = LAST if place == len(arcs) - 1 else 0
                if letter and target == follower:
                    out.append(last | NEXT | letter)
                    continue
                out.append(last | letter)
                if letter:
                    patches.append((len(out), target))
                    waiting.append(target)
                out += (target if letter == 0 else 0).to_bytes(3, "little")
            node = follower
    for place, target in patches:
        out[place : place + 3] = places[target].to_bytes(3, "little")
    return bytes(out)
