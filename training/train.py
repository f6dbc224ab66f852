"""Trains the net. python3 train.py DATA.jsonl VECTORS.json OUT.pt [--minutes N] [--init NET.pt]"""
import argparse, os, pickle, random, sys, time

import numpy as np
import torch
import torch.nn.functional as F

from data import Batch, batches, read, vocabulary
from model import Net, crf_loss

torch.set_num_threads(1)
LIMIT = 240
"""Windows of similar length are looked at together."""
GROUPS = 4


def losses(net, batch, rng=None):
    h = net.encode(batch)
    y = torch.tensor(batch.labels)
    known = y >= 0
    first = net.labels(h, batch.style)
    out = {"label": F.cross_entropy(first[known], y[known], reduction="sum") / 3000}
    likely = torch.softmax(first.detach(), -1)[..., 3].numpy() if rng else None
    found = sorted(batch.looks(rng, likely), key=lambda x: x[3] - x[2])
    size = -(-len(found) // GROUPS)
    for part in [found[k : k + size] for k in range(0, len(found), max(1, size))]:
        inputs, labels = batch.windows(part)
        emit, judged = net.look(h, *inputs)
        with_labels = torch.tensor([c["labels"] is not None for _, c, _, _ in part])
        nll = crf_loss(emit[:, with_labels], labels[:, with_labels], inputs[-1][:, with_labels, 0].bool(), net.look_start, net.look_trans)
        right = torch.tensor([float(c["right"]) for _, c, _, _ in part])
        out["look"] = out.get("look", 0) + nll.sum() / 400
        out["judge"] = out.get("judge", 0) + F.binary_cross_entropy_with_logits(judged, right, reduction="sum") / 200
    return out


def prepared(a):
    """Articles with their rows of word vectors; kept beside the data, since reading takes a minute."""
    kept = f"{a.data}.{a.words}.{a.wide}.pickle"
    if os.path.exists(kept):
        return pickle.load(open(kept, "rb"))
    docs = read(a.data)
    keys, rows, counts = vocabulary(a.vectors, docs, a.words, a.wide)
    index = {k: n + 2 for n, k in enumerate(keys)}
    for d in docs:
        d["row"] = np.array([index.get(int(w), 1) for w in d["word"]], np.int64)
    pickle.dump((docs, keys, rows, counts), open(kept, "wb"), protocol=4)
    return docs, keys, rows, counts


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("data"), ap.add_argument("vectors"), ap.add_argument("out")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=2.5e-3), ap.add_argument("--words", type=int, default=20000)
    ap.add_argument("--wide", type=int, default=80), ap.add_argument("--turn", type=float, default=1e9, help="stop after so many minutes with code 3; the same command goes on")
    ap.add_argument("--minutes", type=float, default=22, help="how long in all: the step size falls with time")
    ap.add_argument("--init", default=None), ap.add_argument("--layers", type=int, default=2)
    a = ap.parse_args()
    torch.manual_seed(a.seed), np.random.seed(a.seed)
    rng, noise = random.Random(a.seed), np.random.default_rng(a.seed)
    docs, keys, rows, counts = prepared(a)
    train = [d for d in docs if d["part"] == "train"]
    dev = [d for d in docs if d["part"] == "dev"]
    print("unknown in dev %.3f" % np.mean(np.concatenate([d["row"] for d in dev]) == 1), "looks a document", np.mean([len(d["looks"]) for d in dev]), flush=True)
    net = Net(a.words + 2, wide=a.wide, layers=a.layers)
    with torch.no_grad():
        net.words.weight.copy_(torch.tensor(rows))
    if a.init:
        net.load_state_dict(torch.load(a.init)["state"])
    print("parameters", sum(p.numel() for p in net.parameters()), "tokens", sum(d["length"] for d in train), flush=True)
    table = {"count": counts}
    opt = torch.optim.Adam([{"params": [p for n, p in net.named_parameters() if n != "words.weight"]}, {"params": [net.words.weight], "scale": 0.25}], lr=a.rate, betas=(0.9, 0.98))
    intl = [d for d in train if d["style"] == 1]

    def epoch(gone):
        """Both corpora; towards the end the narrow one more often."""
        extra = (0 if gone < 0.3 else 1 if gone < 0.6 else 2) if a.init is None else 1 if gone < 0.5 else 2
        return batches(train + intl * extra, LIMIT, rng)

    step, spent, mean, average, n = 0, 0.0, {}, None, 0
    if os.path.exists(a.out + ".turn"):
        kept = torch.load(a.out + ".turn")
        net.load_state_dict(kept["state"]), opt.load_state_dict(kept["opt"])
        step, spent, mean, average, n = kept["step"], kept["spent"], kept["mean"], kept["average"], kept["n"]
        rng.seed(a.seed + step)
    t0, c0 = time.time(), time.process_time()

    def save(state):
        torch.save({"state": state, "args": vars(a), "keys": keys}, a.out)

    gone = 0.0
    while gone < 1:
        for items in epoch(gone):
            gone = (spent + time.time() - t0) / 60 / a.minutes
            net.quantised = gone > 0.5 or a.init is not None
            for g in opt.param_groups:
                g["lr"] = a.rate * min(1, (step + 1) / 100) * 0.5 * (1 + np.cos(np.pi * min(1, gone))) * g.get("scale", 1)
            net.train()
            ls = losses(net, Batch(items, table, noise), rng)
            loss = sum(ls.values())
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            for k, v in ls.items():
                mean[k] = 0.98 * mean.get(k, v.item()) + 0.02 * v.item()
            if gone > 0.6 and step % 4 == 0:
                state = net.state_dict()
                n += 1
                if average is None:
                    average = {k: v.clone() for k, v in state.items()}
                for k, v in state.items():
                    if v.is_floating_point():
                        average[k].lerp_(v, 1 / min(n, 100))
            step += 1
            if step % 100 == 0:
                print(f"{step} gone {gone:.3f} wall {time.time()-t0:.0f} cpu {time.process_time()-c0:.0f}", " ".join(f"{k} {v:.3f}" for k, v in mean.items()), flush=True)
            if step % 300 == 0:
                save(average or net.state_dict())
            if gone >= 1:
                break
            if time.time() - t0 > 60 * a.turn:
                kept = dict(state=net.state_dict(), opt=opt.state_dict(), step=step, spent=spent + time.time() - t0, mean=mean, average=average, n=n)
                torch.save(kept, a.out + ".turn")
                save(average or net.state_dict())
                return 3
    save(average)
    net.load_state_dict(average)
    net.eval()
    net.quantised = True
    print(f"done cpu {time.process_time()-c0:.0f} wall {time.time()-t0:.0f}")
    for style in (0, 1):
        sums = {}
        with torch.no_grad():
            some = [d for d in dev if d["style"] == style]
            for items in batches(some, LIMIT, rng, train=False):
                for k, v in losses(net, Batch(items, table)).items():
                    sums[k] = sums.get(k, 0) + v.item()
        print("dev", style, {k: round(v / sum(d["length"] for d in some) * 3000, 4) for k, v in sums.items()}, flush=True)


if __name__ == "__main__":
    sys.exit(main())
