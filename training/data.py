"""Which sentences is the model trained and judged on?"""

from collections import Counter, defaultdict

from . import conllu, corpus, labels, lexicon, paths, pieces, windows
from .encoder_file import EncoderFile

RARE = 3  # a foreign form met less often is unknown: its only analysis would give its tags away


class Data:
    """all sentences in numbers; `small`: the first few of each source, to try the whole way"""

    def __init__(self, small=None, foreign=True):
        take = lambda s: s[:small] if small else s  # noqa: E731
        test = conllu.parlamint("test")
        seen = set()
        conllu.fresh(test, seen)
        splits = {"train": conllu.fresh(conllu.parlamint("train"), seen), "dev": conllu.fresh(conllu.parlamint("dev"), seen), "test": test}
        held = corpus.held_out()
        splits["mentions"] = [s for name in held[: corpus.MENTION_BAR] for s in corpus.read(name)]
        self.learnt = take(sorted(set(corpus.order()) - set(held)))
        # A model that has hardly learnt takes every word for a trigger, which takes time to judge.
        self.judged = corpus.judged()[:2] if small else corpus.judged()
        self.articles = {name: corpus.read(name) for name in [*self.learnt, *self.judged]}
        splits["corpus"] = [s for name in self.learnt for s in self.articles[name]]
        splits = {k: take(v) for k, v in splits.items()}
        foreign_sentences = take(lexicon.cached("slavic", conllu.slavic)) if foreign else []
        ukrainian = sorted({w for s in splits.values() for x in s for w in x.forms})
        self.file = EncoderFile(paths.ENCODER)
        self.keep = pieces.cut(self.file, ukrainian)
        self.lexicon = lexicon.of_words(ukrainian + [w for a in self.articles.values() for x in a for w in x.forms])
        own = pieces.Unigram([self.file.pieces[i] for i in self.keep], self.file.scores[self.keep], 3)
        whole = pieces.Unigram(self.file.pieces, self.file.scores, self.file.unk)
        row = {piece: i for i, piece in enumerate(self.keep)}
        self.rows = list(self.keep)

        def far(word):
            out = []
            for piece in whole.encode(word):
                if piece not in row:
                    row[piece] = len(self.rows)
                    self.rows.append(piece)
                out.append(row[piece])
            return out

        self.pieces = own
        self.coded = {k: [windows.Coded(s, own.encode, self.lexicon.lookup) for s in v] for k, v in splits.items()}
        lookups = self.foreign_lexicons(foreign_sentences)
        self.coded["slavic"] = [windows.Coded(s, far, lookups[s.language]) for s in foreign_sentences]
        self.coded["slavic"] = [c for c in self.coded["slavic"] if c.size <= windows.LIMIT - 2]

    @staticmethod
    def foreign_lexicons(sentences):
        count, analyses = Counter(), defaultdict(dict)
        for s in sentences:
            for form, upos, values in zip(s.forms, s.upos, s.features):
                key = (s.language, form.lower())
                count[key] += 1
                kept = tuple(sorted((f, v) for f, v in values.items() if f in labels.VALUES))
                analyses[key][(upos, kept)] = None
        return {
            lang: lambda w, lang=lang: list(analyses[lang, w.lower()]) if count[lang, w.lower()] >= RARE else []
            for lang in {s.language for s in sentences}
        }
