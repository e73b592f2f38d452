"""Are the parts of training right: automaton, tags, words, pieces, trees, sequences of tags, what is held out?"""

import itertools

import numpy as np
import pytest
from made import dictionary

from training import automaton, conllu, corpus, decode, labels, lexical, pieces, tagset, tokens


def test_automaton_gives_back_what_was_written(rows):
    held = automaton.Automaton(dictionary(rows))
    assert sorted(held.under()) == sorted(f.encode() + b"+" + rest for f, rest in written(rows))
    assert list(held.under("уряд+".encode())) == [b"A+noun:inanim:m:v_naz|noun:inanim:m:v_zna"]
    assert list(held.under("нема+".encode())) == []


def written(rows):
    from made import coded

    return [(form, coded(form, lemma) + b"+" + tags.encode()) for form, lemma, tags in rows]


def test_automaton_refuses_another_format():
    with pytest.raises(ValueError, match="CFSA2"):
        automaton.Automaton(b"\\fsa\x05rest")


def test_entries_have_their_lemmas(rows):
    from training import dictionary as reader

    assert sorted(reader.entries()) == sorted(rows)
    assert reader.of(["києві", "нема"]) == {"києві": [("Київ", "noun:inanim:m:v_dav|noun:inanim:m:v_mis")]}


def test_table_of_tags_speaks_of_known_labels():
    classes, features = tagset.table()
    for _, upos, values in classes + features:
        assert set(upos) <= set(labels.UPOS) | {"*"}
        for feature, value in values:
            assert value in ("*", "+") or value in labels.VALUES[feature], (feature, value)


@pytest.mark.parametrize(
    "tags, lemma, expected",
    [
        ("noun:inanim:f:v_rod", "угода", ["NOUN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing"]),
        ("noun:anim:p:v_naz", "посол", ["NOUN|Animacy=Anim|Case=Nom|Gender=+|Number=Plur"]),
        ("noun:inanim:m:v_mis", "Київ", ["PROPN|Animacy=Inan|Case=Loc|Gender=Masc|Number=Sing"]),
        ("verb:imperf:past:n", "бути", [f"{u}|Aspect=Imp|Gender=Neut|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin" for u in ("AUX", "VERB")]),
        ("adj:m:v_zna:rinanim:&pron:pos", "наш", ["DET|Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing|Person=1"]),
        ("verb:perf:impers", "прийняти", ["VERB|Aspect=Perf|Mood=Ind|Person=0|VerbForm=Fin"]),
    ],
)
def test_tags_read_as_universal_ones(tags, lemma, expected):
    assert [tagset.name(a) for a in tagset.analyses(tags, lemma)] == expected


@pytest.mark.parametrize(
    "text, words",
    [
        ("По-перше, зв'язку з 16.12.2021 нема...", "По-перше , зв'язку з 16.12.2021 нема ..."),
        ("Це 42,7 млрд грн, тобто 5%.", "Це 42,7 млрд грн , тобто 5 % ."),
        ("23-го о 11:59 К. Оттавіані (ООН)", "23-го о 11:59 К. Оттавіані ( ООН )"),
        ("Справді?! «Так», – мовив.", "Справді ?! « Так » , – мовив ."),
    ],
)
def test_words(text, words):
    got = tokens.words(text)
    assert " ".join(w for w, _, _ in got) == words
    assert all(text[b:e] == w for w, b, e in got)


def test_sentences():
    text = 'Це 5 тис. танків. "Ми чекаємо. Вони ні", – сказала вона. Нова думка\nРядок'
    assert [" ".join(w[0] for w in s)[:12] for s in tokens.sentences(text)] == ["Це 5 тис. та", '" Ми чекаємо', 'Вони ні " , ', "Нова думка", "Рядок"]


def test_pieces_take_the_best_sum():
    held = pieces.Unigram(["<s>", "<pad>", "</s>", "<unk>", "▁", "а", "б", "▁аб", "аб"], [0, 0, 0, 0, -1, -2, -2, -4, -1.5], 3)
    assert held.encode("аб") == [4, 8]
    assert held.encode("жжа") == [4, 3, 5]
    assert len(held.encode("а" * 40)) == pieces.LONGEST


def test_tree_is_the_best_of_all():
    rng = np.random.default_rng(1)
    for _ in range(60):
        n = int(rng.integers(1, 6))
        scores = rng.standard_normal((n, n + 1)) * 3
        scores[np.arange(n), np.arange(n) + 1] = -np.inf
        best = max((t for t in itertools.product(range(n + 1), repeat=n) if is_tree(t)), key=lambda t: sum(scores[i, h] for i, h in enumerate(t)))
        assert decode.tree(scores) == list(best)


def is_tree(heads):
    if heads.count(0) != 1:
        return False
    for i in range(len(heads)):
        seen, v = set(), i + 1
        while v:
            if v in seen:
                return False
            seen.add(v)
            v = heads[v - 1]
    return True


def test_mentions_are_the_best_legal_sequence():
    rng = np.random.default_rng(2)
    tags = 5  # O, B-Person, I-Person, B-Organization, I-Organization
    names = labels.MENTION[:tags]
    move = np.array([[0.0 if labels.allowed(a, b) else -1e4 for b in names] for a in names]) + rng.standard_normal((tags, tags))
    start = np.array([0.0 if labels.allowed(None, b) else -1e4 for b in names])
    for _ in range(20):
        scores = rng.standard_normal((4, tags)) * 2

        def total(s, scores=scores):
            return start[s[0]] + sum(scores[i, t] for i, t in enumerate(s)) + sum(move[a, b] for a, b in zip(s, s[1:]))

        best = max(itertools.product(range(tags), repeat=4), key=total)
        assert decode.viterbi(scores, move, start, np.zeros(tags)) == [names[i] for i in best]


def test_dictionary_constrains_tags_but_yields_to_certainty():
    upos = np.full(len(labels.UPOS), -9.0)
    upos[labels.UPOS_INDEX["NOUN"]] = -0.1
    features = {f: np.full(len(v), -9.0) for f, v in labels.VALUES.items()}
    for f, v in {"Case": "Gen", "Number": "Sing", "Gender": "Fem", "Animacy": "Inan"}.items():
        features[f][labels.VALUE_INDEX[f][v]] = -0.1
    for f in features:
        features[f][0] = max(features[f][0], -1.0)
    candidates = [("NOUN", (("Animacy", "Inan"), ("Case", "Dat"), ("Gender", "Fem"), ("Number", "Sing")), "угода")]

    def tag(margin):
        rows = {f: t[None] for f, t in features.items()}
        return decode.tags(upos[None], rows, [candidates], margin, [0], ["root"])[0]

    assert tag(20) == ("NOUN", {"Animacy": "Inan", "Case": "Dat", "Gender": "Fem", "Number": "Sing"}, 0)
    assert tag(4)[1]["Case"] == "Gen" and tag(4)[2] is None


def test_words_that_agree_take_one_case():
    """the adjective alone would be accusative, the noun genitive; together they are what both can be best"""
    upos = np.full((2, len(labels.UPOS)), -9.0)
    upos[0, labels.UPOS_INDEX["ADJ"]] = upos[1, labels.UPOS_INDEX["NOUN"]] = -0.1
    features = {f: np.full((2, len(v)), -3.0) for f, v in labels.VALUES.items()}
    acc, gen = labels.VALUE_INDEX["Case"]["Acc"], labels.VALUE_INDEX["Case"]["Gen"]
    features["Case"][0, [acc, gen]] = -0.5, -1.0
    features["Case"][1, [acc, gen]] = -2.5, -0.1
    said = [t[1].get("Case") for t in decode.tags(upos, features, [[], []], 4, [2, 0], ["amod", "root"])]
    assert said == ["Gen", "Gen"]
    apart = [t[1].get("Case") for t in decode.tags(upos, features, [[], []], 4, [2, 0], ["amod", "root"], agree={})]
    assert apart == ["Acc", "Gen"]


def test_features_of_a_word():
    names = {lexical.NAMES[i] for i in lexical.features("Київ", True, [("PROPN", (("Case", "Nom"), ("Number", "Sing")), "Київ")])}
    assert names == {"UPOS=PROPN", "Case=Nom", "Number=Sing", "PROPN|Case=Nom|Number=Sing", "shape=capital", "shape=first"}
    assert {lexical.NAMES[i] for i in lexical.features("42,7", False, [])} == {"known=no", "shape=digits", "shape=number"}


def test_held_out_articles_are_the_first_by_hash():
    assert corpus.judged() == corpus.order(corpus.FIRST)[: corpus.HELD_OUT]
    fresh = set(corpus.held_out()) - set(corpus.judged())
    assert len(fresh) == 20 and all(name.startswith("b16-") for name in fresh)


def test_tags_of_the_corpus_lie_on_its_forms():
    name = corpus.order()[0]
    document = corpus.article(name)
    forms = {f for e in document["entities"] for f in e["forms"]}
    found = [(document["text"][b:e], kind) for b, e, kind in corpus.spans(document)]
    assert all(text in forms for text, kind in found if kind not in corpus.LITERALS) and len(found) > 10
    read = sum(t.startswith("B-") for s in corpus.read(name) for t in s.tags)
    assert read == len(found)


def test_sentences_of_the_test_set_are_dropped(data):
    test = {" ".join(s.forms) for s in conllu.parlamint("test")}
    assert len(conllu.parlamint("train")) == 6
    seen = set(test)
    assert len(conllu.fresh(conllu.parlamint("train"), seen)) == 5


def test_fifteen_articles_are_for_mentions():
    lines = [line for line in (corpus.paths.CORPUS / "held-out.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    lines = [line for line in lines if not line.endswith(" final")]
    assert [line.endswith(" mentions") for line in lines] == [k < corpus.MENTION_BAR for k in range(corpus.HELD_OUT)]
