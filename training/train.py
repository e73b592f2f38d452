"""In which steps is the model trained?

Stage 1: related Slavic treebanks, ParlaMint and the corpus' mentions. Stage 2: ParlaMint, and whole articles of the corpus with their mentions and
claims, on the trees that the model of stage 1 finds in them. The weights that are kept are a running mean over the steps.
"""

import os
import random
import time

import torch
import torch.distributed as distributed

from . import articles as articles_of, claim_measure, losses, measure, model as models, predict, windows

DECAY = 0.99


def seed(number):
    random.seed(number)
    torch.manual_seed(number)


@torch.no_grad()
def put(parameters, values):
    for p, v in zip(parameters, values):
        p.copy_(v)


class Trainer:
    def __init__(self, data, model, log=print, keep=None, articles=(), judged=()):
        """`articles`: those whose claims are learnt (a step reads two of them beside its sentences), and those on which they are measured"""
        self.data, self.model, self.log, self.keep = data, model, log, keep
        self.articles, self.judged = articles, judged
        self.turn = []  # articles still to come in this round through all
        self.workers = distributed.get_world_size() if distributed.is_initialized() else 1
        self.worker = distributed.get_rank() if self.workers > 1 else 0
        self.rng = random.Random(7 + self.worker)  # which words lose their dictionary entry, which article comes next

    def run(self, plans, steps=None, until=None, budget=800, rates=(1.5e-4, 2e-3), forget=0.05, judged=1):
        """`plans(progress)`: {source: share of its windows} of the next round; the learning rates fall to nothing over `steps` (or, for a run that
        must end at a time, until that clock time); judged every so many rounds"""
        model, rng = self.model, self.rng
        encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
        heads = [p for n, p in model.named_parameters() if not n.startswith(("encoder.", "claims."))]
        claims = [p for n, p in model.named_parameters() if n.startswith("claims.")]
        parts = [(p, r) for p, r in zip((encoder, heads, claims), rates) if p]
        optimiser = torch.optim.AdamW([{"params": p, "lr": r} for p, r in parts], weight_decay=0.01, betas=(0.9, 0.98))
        trained = encoder + heads + claims
        mean = [p.detach().clone() for p in trained]
        begin = time.time()
        step = number = 0
        progress = 0.0
        while progress < 1:
            groups = self.epoch(plans(progress), budget, number)
            groups = groups if len(groups) >= self.workers else groups * self.workers  # each has one to do
            groups = groups[self.worker : len(groups) // self.workers * self.workers : self.workers]
            model.train()
            total = 0.0
            for k, group in enumerate(groups):
                rate = min((step + 1) / 40, 1) * max(0.02, 1 - progress)
                for settings, most in zip(optimiser.param_groups, rates):
                    settings["lr"] = most * rate
                batch = windows.collate(group, (0, 2), forget, rng)
                with torch.autocast("cpu", torch.bfloat16):
                    out = model(batch)
                    value = losses.loss(model, batch, out)
                optimiser.zero_grad()
                value.backward()
                total += self.read_articles(forget)
                step += 1
                progress = step / steps if steps else (time.time() - begin) / (until - begin)
                progress = self.share(trained, progress)
                torch.nn.utils.clip_grad_norm_(trained, 1.0)
                optimiser.step()
                total += float(value.detach())
                decay = min(DECAY, step / (step + 20))
                if step % 4 == 0:
                    with torch.no_grad():
                        for a, p in zip(mean, trained):
                            a.lerp_(p, 1 - decay**4)
                if k % 20 == 19:
                    self.log(f"  step {step} ({k + 1}/{len(groups)}) loss {total / (k + 1):.3f} {progress:.3f} {time.time() - begin:.0f} s")
                if self.keep and step % 40 == 0:
                    self.snapshot(trained, mean)
                if progress >= 1:
                    break
            number += 1
            self.log(f"round {number} step {step} loss {total / len(groups):.3f} {time.time() - begin:.0f} s")
            if number % judged == 0 or progress >= 1:
                self.judge(trained, mean, progress >= 1)
        put(trained, mean)

    def read_articles(self, forget, count=2):
        """gradients of the next articles; their loss"""
        total = 0.0
        for _ in range(count if self.articles else 0):
            if not self.turn:
                self.turn = list(self.articles)
                self.rng.shuffle(self.turn)
            with torch.autocast("cpu", torch.bfloat16):
                value = articles_of.loss(self.model, self.turn.pop(), self.rng, forget) / count
            value.backward()
            total += float(value.detach())
        return total

    def share(self, trained, progress):
        """gradients become the mean of those of all workers; how far the first worker is"""
        if self.workers == 1:
            return progress
        for p in trained:
            if p.grad is None:
                p.grad = torch.zeros_like(p)
        flat = torch.cat([p.grad.reshape(-1) for p in trained] + [torch.tensor([0.0 if self.worker else progress])])
        distributed.all_reduce(flat)
        progress = float(flat[-1])
        flat /= self.workers
        at = 0
        for p in trained:
            p.grad.copy_(flat[at : at + p.numel()].view_as(p))
            at += p.numel()
        return progress

    def epoch(self, plan, budget, number=0):
        out, rng = [], random.Random(f"epoch {number}")
        for source, share in plan.items():
            made = []
            for _ in range(int(share) + 1):
                made += windows.cut(self.data.coded[source], rng)
            whole = len(made) * share / (int(share) + 1)
            rng.shuffle(made)
            out += made[: round(whole)]
        return windows.batches(out, budget, rng)

    def snapshot(self, trained, mean):
        """the running mean, on disk, in case the rest is cut off"""
        if self.worker == 0:
            kept = [p.detach().clone() for p in trained]
            put(trained, mean)
            torch.save(self.model.state_dict(), f"{self.keep}.tmp")
            os.replace(f"{self.keep}.tmp", self.keep)
            put(trained, kept)

    def judge(self, trained, mean, last):
        if self.worker:
            return
        kept = [p.detach().clone() for p in trained]
        put(trained, mean)
        for split in ("dev", "test") if last else ("dev",):
            sentences = self.data.coded[split][: None if last else 250]
            readings = predict.read(self.model, sentences, self.data.lexicon)
            self.log(f"    {split} {measure.treebank([c.sentence for c in sentences], readings)}")
        named = self.data.coded["mentions"]
        self.log(f"    mentions {measure.mentions([c.sentence for c in named], predict.read(self.model, named, self.data.lexicon))}")
        if self.judged:
            found = [(a.prepared, articles_of.read_vectors(self.model, a)) for a in self.judged]
            self.log(f"    claims {claim_measure.figures(found, self.model.claims)}")
        put(trained, kept)


def make(data):
    return models.Reader(data.file, data.rows)


def load(model, state):
    """the weights of a state into a model that may know more or fewer pieces: their rows are the encoder's own, not trained"""
    state = {k: v for k, v in state.items() if k != "encoder.pieces.weight"}
    if "claims.keys" in state:
        model.add_claims(state["claims.keys"].tolist())
    missing, more = model.load_state_dict(state, strict=False)
    if more or set(missing) - {"encoder.pieces.weight"}:
        raise SystemExit("the kept weights are of another version of training: run `python -m training all`")
    return model.eval()


def work(rank, workers, store, job):
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{store}", rank=rank, world_size=workers)
    seed(1 + rank)
    job(rank)
    distributed.destroy_process_group()


def together(workers, store, job):
    """`job(rank)` in as many processes, a thread each: on busy cores faster than threads, which wait for one another at every product"""
    if os.path.exists(store):
        os.remove(store)
    children = []
    for rank in range(1, workers):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                work(rank, workers, store, job)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    work(0, workers, store, job)
    for child in children:
        if os.waitpid(child, 0)[1]:
            raise RuntimeError("a training process failed")
