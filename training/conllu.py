"""Which sentences do the treebanks hold?"""

from dataclasses import dataclass, field

from . import paths

# Newest files first: sentences that stand in a file already read are dropped.
SLAVIC_ORDER = [
    "Belarusian-HSE", "Russian-Taiga", "Russian-GSD", "Russian-PUD", "Slovak-SNK", "Czech-CAC", "Czech-PUD", "Polish-PUD", "Slovenian-SSJ",
    "Croatian-SET", "Serbian-SET",
]  # fmt: skip


@dataclass
class Sentence:
    forms: list
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    features: list = field(default_factory=list)  # dictionaries
    heads: list = field(default_factory=list)  # 0 is the root
    deprels: list = field(default_factory=list)  # before the colon
    tags: list = field(default_factory=list)  # mention tags, empty where the text has none
    language: str = "uk"
    begins: list = field(default_factory=list)  # offsets in the article, where there is one
    document: str = ""

    def __len__(self):
        return len(self.forms)


def read(path, language="uk"):
    """the sentences of a file whose trees are whole"""
    out, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if line:
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            continue
        sentence = whole(rows, language)
        if sentence:
            out.append(sentence)
        rows = []
    sentence = whole(rows, language)
    return out + [sentence] if sentence else out


def whole(rows, language):
    heads = [r[6] for r in rows]
    if not rows or any(not h.isdigit() or int(h) > len(rows) for h in heads) or heads.count("0") != 1:
        return None
    heads = [int(h) for h in heads]
    features = [dict(f.split("=", 1) for f in r[5].split("|")) if r[5] != "_" else {} for r in rows]
    deprels = [r[7].split(":")[0] for r in rows]
    return Sentence([r[1] for r in rows], [r[2] for r in rows], [r[3] for r in rows], features, heads, deprels, language=language)


def parlamint(split):
    return read(paths.PARLAMINT / f"{split}.conllu")


def fresh(sentences, seen):
    """those whose forms were not seen yet; they are seen now"""
    out = []
    for sentence in sentences:
        key = " ".join(sentence.forms)
        if key not in seen:
            seen.add(key)
            out.append(sentence)
    return out


def slavic():
    out, seen = [], set()
    for folder in SLAVIC_ORDER:
        files = sorted((paths.SLAVIC / folder).glob("*.conllu"), key=lambda p: (p.name.count("."), [-ord(c) for c in p.name.split(".")[1]]))
        for path in files:
            language = path.name[:2]
            for sentence in fresh(read(path, language), seen):
                sentence.document = path.name
                out.append(sentence)
    return out
