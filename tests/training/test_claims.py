"""Are claims told by words as the corpus tells them, and are pairs of words numbered as the Rust reader numbers them?"""

import numpy as np
from conftest import ROOT

from training import claims, corpus, labels, predicates, predict, roles


def chained(name):
    """an article on trees where each word hangs on the one before it"""
    sentences = corpus.read(name)
    readings = [
        predict.Reading(["NOUN"] * len(s), [{}] * len(s), [None] * len(s), list(range(len(s))), ["root"] + ["nmod"] * (len(s) - 1), ["O"] * len(s)) for s in sentences
    ]
    return claims.Text(name, readings, sentences)


def test_nearly_all_claims_have_a_trigger_and_roles_where_their_words_are():
    for name in corpus.held_out()[:3]:
        text = chained(name)
        gold = claims.triggers(text)
        kept = sum(len(t.claims) for t in gold.values())
        assert kept >= 0.85 * len(text.document["claims"])
        by_id = {c["id"]: c for c in text.document["claims"]}
        for word, trigger in gold.items():
            assert set(trigger.relations) <= set(predicates.RELATIONS) and set(trigger.roles) == set(claims.ROLES)
            for key in trigger.claims:
                claim = by_id[key]
                begin = text.text.find(claim["quote"])
                assert word in text.words(begin, begin + len(claim["quote"]))
                if not claim.get("source"):
                    continue
                heard = set().union(*trigger.roles["source"]) if trigger.roles["source"] else set()
                assert all(abs(text.sentence(w) - text.sentence(word)) <= claims.REACH for w in heard)


def test_the_relations_are_those_of_the_ontology():
    text = (ROOT / "src" / "vocab" / "relation.rs").read_text(encoding="utf-8")
    assert all(f'"{r}"' in text for r in predicates.RELATIONS) and len(predicates.NAMES) == len(set(predicates.NAMES)) == 119


def test_words_and_phrases_of_the_lexicon():
    verb = [("VERB", (), "закликати")]
    said = predicates.of_sentence(["закликала", "їх"], [verb, []])
    assert predicates.NAMES[said[0][0]] == "requests" and said[1] == []
    said = predicates.of_sentence(["ставить", "країні", "ультиматум"], [[("VERB", (), "ставити")], [], [("NOUN", (), "ультиматум")]])
    assert "~threatens" in {predicates.NAMES[i] for i in said[0]}


def words():
    forms = "Міністр заявив , що « країна отримає танки » .".split()
    upos = "NOUN VERB PUNCT SCONJ PUNCT NOUN VERB NOUN PUNCT PUNCT".split()
    deprels = "nsubj root punct mark punct nsubj ccomp obj punct punct".split()
    return roles.Words(forms, [0, 10], upos, [{"Case": "Nom"}] * 10, [1, -1, 6, 6, 6, 6, 1, 6, 6, 1], deprels, [[], [predicates.INDEX["speech"]]] + [[]] * 8)


def test_numbers_of_pairs_tell_the_way_and_the_quotation():
    held = words()
    assert held.quoted == [0, 0, 0, 0, 1, 1, 1, 1, 0, 0]
    up, down, way = held.way(held.chain(6), {6: 0, 1: 1}, 0)
    step = {d: labels.DEPREL_INDEX[d] + 1 for d in ("ccomp", "nsubj")}
    assert (up, down) == (1, 1) and way == (1 << 3 | 1) << 36 | step["ccomp"] << 30 | step["nsubj"] << 12
    keys = held.keys(6, [0, 5, 7])
    assert keys.shape == (3, roles.TEMPLATES) and keys.min() >= 0 and (keys >> 59 == range(roles.TEMPLATES)).all()
    assert len({tuple(row) for row in keys.tolist()}) == 3


def test_words_far_away_are_no_candidates():
    held = words()
    assert held.candidates(6, 3) == [0, 1, 5, 6, 7] and 2 not in held.candidates(2, 0)[:2]


def test_the_table_finds_its_numbers():
    table = roles.Table([5, 1, 9])
    assert table.rows(np.array([[1, 2], [9, 5]])).tolist() == [[1, 0], [3, 2]]
    assert roles.Table([]).rows(np.array([[1]])).tolist() == [[0]]
