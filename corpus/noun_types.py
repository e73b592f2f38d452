#!/usr/bin/env python3
"""Of what type are things that a common noun names, in the articles that training sees?  usage: noun_types.py NEWSGRAPH > ../ontology/lexicon/uk/types.tsv

Of each form of an entity the head is looked at (by the trees that NEWSGRAPH reads), if it is a noun without a capital. A noun that names things
of one type in at least SHARE of the articles' entities with it, and in LEAST entities, has a row for its number.
"""
import json, re, subprocess, sys, tempfile
from collections import Counter, defaultdict
from pathlib import Path

UK = Path(__file__).parent / "uk"
LEAST, SHARE = 3, 0.7


def words(newsgraph, text):
    """[(begin, end, form, lemma, part of speech, features, number of the head's word or None)] of a text"""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text), file.flush()
        lines = subprocess.run([newsgraph, "read", file.name], capture_output=True, text=True, check=True).stdout.splitlines()
    out, first = [], 0
    for line in lines:
        if line.startswith("# sent_id"):
            first = len(out)
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            begin, end = map(int, re.search(r"TokenRange=(\d+):(\d+)", cells[9]).groups())
            out.append((begin, end, cells[1], cells[2], cells[3], cells[5], first + int(cells[6]) - 1 if cells[6] != "0" else None))
    return out


def main():
    held = {line.split()[0] for line in (UK / "held-out.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"}
    count = defaultdict(Counter)
    for path in sorted(UK.glob("*.json")):
        if path.stem in held:
            continue
        document = json.loads(path.read_text(encoding="utf-8"))
        read = words(sys.argv[1], document["text"])
        for entity in document["entities"]:
            heads = set()
            for form in entity.get("forms", []):
                match = re.search(r"(?<!\w)" + re.escape(form) + r"(?!\w)", document["text"])
                inside = [i for i, w in enumerate(read) if match and w[0] < match.end() and w[1] > match.start()]
                head = next((i for i in inside if read[i][6] not in inside and read[i][4] == "NOUN"), None)
                if head is not None and read[head][2][:1].islower():
                    heads.add((read[head][3], "Plur" if re.search("Number=(Plur|Ptan)", read[head][5]) else "Sing"))
            for head in heads:
                count[head][entity["type"]] += 1
    print(f"# Of what type is what a common noun names? Lemma, number, type; made by corpus/noun_types.py from corpus/uk: the type of {SHARE:.0%} and more of at least {LEAST} entities.")
    for (lemma, number), kinds in sorted(count.items()):
        (kind, most), total = kinds.most_common(1)[0], sum(kinds.values())
        if total >= LEAST and most / total >= SHARE:
            print(f"{lemma}\t{number}\t{kind}")


if __name__ == "__main__":
    main()
