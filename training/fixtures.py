"""Do training and program compute the same? Sentences of our own with all that the quantised model says of them."""

import json

import torch

from . import claim_heads, lexical, lexicon, predicates, predict, quantise, roles, spot, tokens, windows
from .conllu import Sentence

TEXTS = [
    "Міністри закордонних справ п'яти країн Балтії та Північної Європи домовилися у Таллінні про спільну закупівлю ракет. \"Ми не чекатимемо, поки хтось "
    "вирішить за нас\", – сказала голова естонського уряду Кадрі Лаанеметс.",
    "За словами двох дипломатів, Будапешт і далі блокує транш на 3,5 млрд євро. Угорський уряд це заперечує.",
    "НАТО скоротить місію в Іраку з 600 до 250 військових, повідомляє Reuters із посиланням на джерела в Альянсі.",
    "Нагадаємо, 12 лютого 2025 року суд у Гаазі відмовився розглядати позов компанії \"Північний міст\" проти Казахстану.",
    "Речниця Єврокомісії Паола Ріккарді не підтвердила, що Брюссель готує нові санкції проти Білорусі.",
    "Чи погодиться Анкара? Поки що невідомо…",
    "Президента Сполучених Штатів закликали не виводити війська з Німеччини, адже це, мовляв, лише підбадьорить Кремль.",
    "У 2019-му обсяг торгівлі між Києвом і Варшавою сягнув 8,6 млрд доларів, тобто на 12% більше, ніж торік.",
    "Як стало відомо виданню, спецпредставник генсека ООН К. Оттавіані може подати у відставку вже наступного тижня.",
    "Підписання меморандуму про взаєморозуміння відклали: сторони не дійшли згоди щодо статусу портів.",
    "Жодного рішення не ухвалено.",
    "Японія, Південна Корея та Австралія надішлють по два кораблі до Червоного моря; Індія від участі утрималася.",
    "Бундесвер отримає 18 танків Leopard 2A8, а не 24, як обіцяв міністр оборони.",
    "\"Угоди не буде\", – відрізав прем'єр-міністр Чорногорії Драган Вукашинович, коли його запитали про базу.",
    "Прикордонники затримали трьох громадян Сербії, яких підозрюють у шпигунстві на користь третьої держави.",
    "Видання The Harbour Post нібито бачило чернетку угоди.",
    "Військово-морські навчання \"Тиха вода – 2026\" триватимуть до п'ятниці.",
    "Хтось із радників ґрунтовно помилився, визнав він.",
]


def windows_of(data):
    out = []
    for text in TEXTS:
        sentences = [Sentence([w[0] for w in words]) for words in tokens.sentences(text)]
        out.append(sentences)
    return out


def read(exact, data):
    """each text with its sentences in numbers, what the quantised model reads in them, and the lexicon of the words"""
    texts = windows_of(data)
    lex = lexicon.of_words(sorted({w for t in texts for s in t for w in s.forms}))
    for text in texts:
        coded = [windows.Coded(s, data.pieces.encode, lex.lookup) for s in text]
        yield text, coded, predict.read(exact, coded, lex), lex


def make(model, data):
    exact = quantise.quantised(model)
    out = []
    for _, window, readings, lex in read(exact, data):
        batch = windows.collate([window], (0, 2))
        with torch.no_grad():
            lexed = torch.nn.functional.embedding_bag(
                batch.lexical, torch.nn.functional.pad(exact.lexical_word[: len(lexical.NAMES)], (0, 0, 0, 1)), batch.offsets, mode="sum", padding_idx=len(lexical.NAMES)
            )
            mixed = exact.words(batch)[0] - lexed
        at = 0
        sentences = []
        for c, r in zip(window, readings):
            n = len(c.sentence)
            sentences.append(
                {
                    "words": c.sentence.forms,
                    "pieces": c.pieces,
                    "lexical": c.lexical,
                    "analyses": [[name(a) for a in lexicon.candidates(lex, w)] for w in c.sentence.forms],
                    "upos": r.upos,
                    "features": ["|".join(f"{f}={v}" for f, v in sorted(x.items())) or "_" for x in r.features],
                    "heads": r.heads,
                    "deprel": r.deprels,
                    "mentions": r.tags,
                    "mixed": [[round(float(v), 4) for v in mixed[at + i, :8]] for i in range(n)],
                }
            )
            at += n
        out.append(sentences)
    return out


def claims_of(model, data):
    """what the quantised model says that the texts claim, with the tags and trees that it says itself"""
    exact = quantise.quantised(model)
    out = []
    for text, coded, readings, lex in read(exact, data):
        forms = [w for s in text for w in s.forms]
        first = [sum(map(len, text[:k])) for k in range(len(text) + 1)]
        known = [k for s in text for k in predicates.of_sentence(s.forms, [lex.lookup(w) for w in s.forms])]
        heads = [h - 1 + a if h else -1 for r, a in zip(readings, first) for h in r.heads]
        flat = lambda key: [v for r in readings for v in getattr(r, key)]  # noqa: E731
        words = roles.Words(forms, first, flat("upos"), flat("features"), heads, flat("deprels"), known)
        exact.eval()
        with torch.no_grad():
            vectors = []
            for group in windows.cut(coded, most=predict.WINDOW):
                batch = windows.collate([group], (0, 2))
                vectors.append(exact.words(batch)[0])
        found = spot.spotted(exact.claims, words, claim_heads.padded(known), torch.cat(vectors), 0.15)
        pairs = [(c["trigger"], w) for c in found[:3] for w in c["words"][:12]]
        rows = lambda at, values: [values[a:b] for a, b in zip(at, at[1:])]  # noqa: E731
        out.append({
            "words": rows(first, forms), "known": rows(first, known), "upos": rows(first, words.upos), "case": rows(first, words.case),
            "form": rows(first, words.form), "lexical": [c.lexical for c in coded], "heads": [r.heads for r in readings],
            "numbers": [[t, w, words.keys(t, [w])[0].tolist()] for t, w in pairs],
            "claims": [{k: rounded(v) for k, v in c.items()} for c in found],
        })  # fmt: skip
    return out


def rounded(value):
    return [rounded(v) for v in value] if isinstance(value, list) else round(value, 4)


def name(analysis):
    """`NOUN|Case=Gen|Number=Sing|lemma`; the features in the order of their names"""
    upos, values, lemma = analysis
    return "|".join([upos, *(f"{f}={v}" for f, v in values), lemma])


def write(model, data, path):
    lines = ",\n".join(json.dumps(w, ensure_ascii=False) for w in make(model, data))
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    if model.claims:
        lines = ",\n".join(json.dumps(t, ensure_ascii=False) for t in claims_of(model, data))
        path.with_name("claim-fixtures.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
