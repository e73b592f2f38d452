"""How right are the claims that a model finds in the articles held out?

Entities are taken as the corpus has them: a word stands for an entity whose mention it is in, or whose place it has in the gold claim. So the figures
are of triggers and roles, before coreference and linking.
"""

from . import claims, corpus, spot

CUT = 0.5


def stands_for(text, spans, word, key, head):
    return word == head or any(b <= word < e for b, e in spans.get(key, ()))


def figures(articles, head, cut=CUT):
    """`articles`: [(Prepared, vectors)]"""
    n = dict.fromkeys("gold said hit relation pol mod hed claims found pairs triples full pol2 mod2 src2 out right".split(), 0)
    roles = {r: [0, 0, 0, 0] for r in claims.ROLES}
    for prepared, x in articles:
        text = prepared.text
        found = {c["trigger"]: c for c in spot.read(head, prepared, x, cut)}
        gold = prepared.triggers
        n["gold"] += len(gold)
        n["said"] += len(found)
        for w in found.keys() & gold.keys():
            n["hit"] += 1
            n["relation"] += found[w]["relation"] in gold[w].relations
            n["pol"] += found[w]["negated"] == (gold[w].polarity == "negated")
            n["mod"] += found[w]["modality"] == gold[w].modality
            n["hed"] += found[w]["hedged"] == gold[w].hedged
            for r in claims.ROLES:
                said, sets = [w2 for w2, _ in found[w]["roles"][r]], gold[w].roles[r]
                any_of = set().union(*sets)
                roles[r][0] += (said[0] in any_of) if said and sets else (not said and not sets)
                roles[r][1] += sum(w2 in any_of for w2 in said)
                roles[r][2] += len(said)
                roles[r][3] += sum(any(w2 in s for w2 in said) for s in sets)
        end_to_end(n, prepared, found)
        for r in claims.ROLES:
            roles[r].append(sum(len(t.roles[r]) for t in gold.values()))
    share = lambda a, b: round(100 * a / max(1, b), 1)  # noqa: E731
    p, r = n["hit"] / max(1, n["said"]), n["hit"] / max(1, n["gold"])
    out = {"trigger F1": share(2 * p * r, p + r), "P": share(p, 1), "R": share(r, 1)}
    out |= {k: share(n[v], n["hit"]) for k, v in (("relation", "relation"), ("polarity", "pol"), ("modality", "mod"), ("hedge", "hed"))}
    out |= {f"{k}": share(v[0], n["hit"]) for k, v in roles.items()}
    out |= {"pairs": share(n["pairs"], n["claims"]), "triples": share(n["triples"], n["claims"]), "full": share(n["full"], n["claims"])}
    out |= {"matched": share(n["right"], n["out"]), "of pairs: speaker": share(n["src2"], n["pairs"]), "pol": share(n["pol2"], n["pairs"]), "mod": share(n["mod2"], n["pairs"])}
    return out


def end_to_end(n, prepared, found):
    """gold claims of whose subject and object the model's claims have the right words, anywhere they are named"""
    text = prepared.text
    spans = {}
    for e in text.document["entities"]:
        for form in e.get("forms", []):
            for m in corpus.whole(form).finditer(text.text):
                words = text.words(*m.span())
                if words:
                    spans.setdefault(e["key"], []).append((words[0], words[-1] + 1))
    places = claims.anchors(text)
    said = [(c, s, o) for c in found.values() for s, _ in c["roles"]["subject"] for o, _ in c["roles"]["object"] + c["roles"]["content"][:1] if s != o]
    right = set()
    n["out"] += len(said)
    for claim in text.document["claims"]:
        n["claims"] += 1
        begin = text.text.find(claim["quote"])
        quote = set(text.words(begin, begin + len(claim["quote"])))
        head = places.get(claim["id"], (None, {}))[1]
        target = claim["object"]
        pairs = []
        for k, (c, s, o) in enumerate(said):
            if not quote & {c["trigger"], s, o} or not stands_for(text, spans, s, claim["subject"], head.get("subject")):
                continue
            if isinstance(target, dict):
                span = text.find((claim.get("words") or {}).get("object"), begin, begin + len(claim["quote"]))
                good = o in span or o == head.get("object")
            elif target.startswith("claim:"):
                good = True
            else:
                good = stands_for(text, spans, o, target, head.get("object"))
            if good:
                source = c["roles"]["source"]
                speaker = (not source) if not claim.get("source") else bool(source) and any(source[0][0] in g for g in own_source(prepared, text, claim, spans))
                pairs.append((c["relation"] in claim["relation"], c["negated"] == (claim["polarity"] == "negated"), c["modality"] == claim["modality"], speaker, k))
        if pairs:
            best = max(pairs)
            n["pairs"] += 1
            n["triples"] += best[0]
            n["pol2"] += best[1]
            n["mod2"] += best[2]
            n["src2"] += best[3]
            n["full"] += all(best[:4])
            right |= {p[4] for p in pairs if p[0]}
    n["right"] += len(right)


def own_source(prepared, text, claim, spans):
    out = [set(range(b, e)) for b, e in spans.get(claim["source"], ())]
    wanted = (claim.get("words") or {}).get("source")
    for m in corpus.whole(wanted).finditer(text.text) if wanted else ():
        out.append(set(text.words(*m.span())))
    return out


def table(articles, head, cuts=(0.3, 0.5, 0.7)):
    return "\n".join(f"  cut {c}: " + "  ".join(f"{k} {v}" for k, v in figures(articles, head, c).items()) for c in cuts)
