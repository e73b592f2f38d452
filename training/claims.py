"""What do the articles of the corpus claim, told by words: which word triggers a claim, and which words play which role in it?

A trigger is the syntactic head of the claim's predicate. Where that is a preposition or missing, where the claim is a number, or a membership told
by a noun ("посол Литви"), it is the head of the object: the object is then the trigger itself. So a word has one trigger at most in nearly all cases.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from . import corpus
from .predicates import RELATIONS

ROLES = ["subject", "object", "source", "content", "via", "place"]
MODALITIES = ["actual", "intended", "demanded", "hypothetical"]
LIGHT = {"не", "ні", "вже", "уже", "було", "був", "була", "були", "буде", "будуть", "ще", "й", "і", "та", "також"}
STRUCTURAL = {"represents", "partOf", "memberOf", "locatedIn", "hasQuantity", "laysClaimTo"}
REACH = 3  # sentences before and behind the trigger's in which its roles are looked for
NOMINAL = {"NOUN", "PROPN", "ADJ", "ADP", "NUM", "DET", "PRON", "SYM", "X", "PUNCT", "CCONJ", "PART", "ADV"}
BEST, OTHER = 1.0, 0.5  # what the best and the other acceptable relations weigh


@dataclass
class Trigger:
    relations: dict = field(default_factory=dict)  # name: weight
    polarity: str = "affirmed"
    modality: str = "actual"
    hedged: bool = False
    roles: dict = field(default_factory=dict)  # role: [set of words any of which is right], empty where nobody plays it
    claims: list = field(default_factory=list)


class Text:
    """an article's words, numbered through, with the trees that a model found in it"""

    def __init__(self, name, readings, sentences=None):
        self.name = name
        self.document = corpus.article(name)
        self.sentences = sentences or corpus.read(name)
        self.text = self.document["text"]
        self.forms = [w for s in self.sentences for w in s.forms]
        self.begins = [b for s in self.sentences for b in s.begins]
        self.ends = [b + len(w) for w, b in zip(self.forms, self.begins)]
        self.first = [0]
        for s in self.sentences:
            self.first.append(self.first[-1] + len(s))
        self.upos = [u for r in readings for u in r.upos]
        self.heads = [h - 1 + a if h else -1 for r, a in zip(readings, self.first) for h in r.heads]
        self.deprels = [d for r in readings for d in r.deprels]

    def sentence(self, word):
        return bisect_right(self.first, word) - 1

    def words(self, begin, end):
        return [i for i, (b, e) in enumerate(zip(self.begins, self.ends)) if b < end and e > begin]

    def find(self, words, begin, end):
        """the span of words within a stretch of the text"""
        match = words and (corpus.whole(words).search(self.text, begin, end))
        return self.words(*match.span()) if match else []

    def head(self, words):
        """of some words that whose head is outside; light words only if there are no others"""
        words = [i for i in words if self.forms[i].lower() not in LIGHT and self.upos[i] != "PUNCT"] or list(words)
        inside = set(words)
        return next((i for i in words if self.heads[i] not in inside), words[0])


def mentions(text, entity):
    """heads of all places where an entity is named"""
    out = set()
    for form in entity.get("forms", []):
        for match in corpus.whole(form).finditer(text.text):
            found = text.words(*match.span())
            if found:
                out.add(text.head(found))
    return out


def nominal(text, word):
    return text.upos[word] not in ("VERB", "AUX")


def anchors(text):
    """{id: (trigger word, {role: word})} of the claims whose words are in the text; the conflicts are settled afterwards"""
    out = {}
    for claim in text.document["claims"]:
        begin = text.text.find(claim["quote"])
        words = claim.get("words") or {}
        found = {k: text.find(words.get(k), begin, begin + len(claim["quote"])) for k in ("subject", "predicate", "object")}
        head = {k: text.head(v) if v else None for k, v in found.items()}
        trigger, relation = head["predicate"], claim["relation"][0]
        by_object = trigger is None or text.upos[trigger] == "ADP" or relation == "hasQuantity" or relation in STRUCTURAL and nominal(text, trigger)
        if by_object and head["object"] is not None:
            trigger = head["object"]
        if trigger is None:
            trigger = head["subject"]
        if trigger is not None:
            out[claim["id"]] = (trigger, head)
    return out


def triggers(text):
    """{word: Trigger}"""
    places = anchors(text)
    claims = {c["id"]: c for c in text.document["claims"]}
    entities = {e["key"]: e for e in text.document["entities"]}
    named = {k: mentions(text, e) for k, e in entities.items()}
    by_word = {}
    for key, (word, _) in places.items():
        by_word.setdefault(word, []).append(key)
    for word, keys in list(by_word.items()):
        for key in keys[:]:
            others = [k for k in keys if k != key and not set(claims[k]["relation"]) & set(claims[key]["relation"])]
            target = places[key][1]["object"]
            if others and claims[key]["relation"][0] in STRUCTURAL and target not in (None, word):
                keys.remove(key)
                by_word.setdefault(target, []).append(key)
    places = {key: (word, places[key][1]) for word, keys in by_word.items() for key in keys}
    out = {}
    for word, keys in sorted(by_word.items()):
        if not keys:
            continue
        count = Counter(r for k in keys for r in claims[k]["relation"])
        main = max(keys, key=lambda k: count[claims[k]["relation"][0]])
        kept = [k for k in keys if set(claims[k]["relation"]) & set(claims[main]["relation"])]
        trigger = out[word] = Trigger(claims=kept, polarity=claims[main]["polarity"], modality=claims[main]["modality"], hedged=bool(claims[main]["hedged"]))
        for k in kept:
            for n, relation in enumerate(claims[k]["relation"]):
                weight = OTHER if n else BEST
                trigger.relations[relation] = max(weight, trigger.relations.get(relation, 0))
        trigger.roles = {r: groups(text, word, r, kept, claims, places, named) for r in ROLES}
    return out


def groups(text, word, role, keys, claims, places, named):
    """the words that play a role: a set for each claim, without doubles"""
    out = []
    sentence = text.sentence(word)
    reach = range(text.first[max(0, sentence - REACH)], text.first[min(len(text.sentences), sentence + REACH + 1)])
    here = range(text.first[sentence], text.first[sentence + 1])
    for key in keys:
        claim, head = claims[key], places[key][1]
        group = set()
        if role in ("subject", "object"):
            target = claim[role]
            if role == "object" and isinstance(target, str) and target.startswith("claim:"):
                continue
            if head[role] is not None:
                group = {head[role]}
            elif isinstance(target, str):
                group = {w for w in named.get(target, ()) if w in here}
        elif role == "source" and claim.get("source"):
            wanted = (claim.get("words") or {}).get("source")
            spots = [text.words(*m.span()) for m in corpus.whole(wanted).finditer(text.text)] if wanted else []
            spots = {text.head(s) for s in spots if s} | named.get(claim["source"], set())
            group = {w for w in spots if w in reach}
        elif role == "content":
            target = claim["object"][6:] if isinstance(claim["object"], str) and claim["object"].startswith("claim:") else claim.get("content")
            if target in places and places[target][0] in reach and places[target][0] != word:
                group = {places[target][0]}
        elif role == "via":
            for medium in claim.get("via") or []:
                out.append({w for w in named.get(medium, ()) if w in reach})
        elif role == "place" and claim.get("place"):
            group = {w for w in named.get(claim["place"], ()) if w in here}
        out.append(group)
    found = []
    for group in out:
        if group and group not in found:
            found.append(group)
    return found
