"""What a trained net finds on the development articles, as tokens runs and as claims for the scorers.
  python3 predict.py DATA.pickle NET.pt CORPUS OUT.jsonl [--names STYLE] [--floor P] [--part dev]"""
import argparse, json, time

import numpy as np
import torch

from model import Net
from prepare import RELATIONS, STYLE, UPOS
from train import Batch, Data

NEG = -1e4


def viterbi(emit, trans, start):
    T, K = emit.shape
    back = np.zeros((T, K), np.int64)
    a = emit[0] + start
    for t in range(1, T):
        m = a[:, None] + trans
        back[t] = m.argmax(0)
        a = m.max(0) + emit[t]
    out = [int(a.argmax())]
    for t in range(T - 1, 0, -1):
        out.append(int(back[t][out[-1]]))
    return out[::-1]


def constraints(K):
    """Inside (2k) only after begin (2k - 1) or inside of the same."""
    trans, start = np.zeros((K, K), np.float32), np.zeros(K, np.float32)
    for j in range(2, K, 2):
        start[j] = NEG
        for i in range(K):
            if i not in (j, j - 1):
                trans[i, j] = NEG
    return trans, start


def runs(path, begin, offset=0):
    out = []
    for t, y in enumerate(path):
        if y == begin or (y == begin + 1 and not (out and out[-1][1] == t - 1 + offset)):
            out.append([t + offset, t + offset])
        elif y == begin + 1:
            out[-1][1] = t + offset
    return out


def load(data, path):
    saved = torch.load(path)
    a = saved["args"]
    net = Net(data.rows, kind=a["kind"], size=a["size"], layers=a["layers"])
    net.load_state_dict(saved["state"])
    return net.eval()


def cue_candidates(cue, anchor, floor, ends):
    """[(first, last, probability, alone)]"""
    p = torch.softmax(cue, -1).numpy()
    out, t, n = [], 0, len(p)
    while t < n:
        prev_in = t > 0 and out and out[-1][1] >= t
        if p[t, 1] >= floor and not prev_in:
            e = t
            while e + 1 < n and p[e + 1, 2] > 0.5 and e + 1 not in ends:
                e += 1
            out.append((t, e, float(p[t, 1]), False))
        t += 1
    if anchor is not None:
        q = torch.sigmoid(anchor).numpy()
        out += [(t, t, float(q[t]), True) for t in np.nonzero(q >= floor)[0].tolist()]
    return out


@torch.no_grad()
def read(net, data, d, attr_style, name_style, floor):
    d = dict(d, attr_style=attr_style, name_style=name_style)
    n = len(d["type"])
    b = Batch(data, [(d, 0, n)])
    h = b.encode(net)
    found = {"id": d["id"], "count": n}
    _, cue, anchor = net.attribution(h, b.attr_style)
    cands = cue_candidates(cue[:, 0], anchor[:, 0] if attr_style == 2 else None, floor, set(d["paragraphs"]))
    found["drafts"] = []
    trans, start = constraints(5)
    trans, start = trans + net.look_trans.numpy(), start + net.look_start.numpy()
    for k in range(0, len(cands), 64):
        part = cands[k : k + 64]
        *inputs, lo = b.looks([(0, x, y + 1) for x, y, _, _ in part], h)
        emit = net.look(h, *inputs).numpy()
        for i, (x, y, p, alone) in enumerate(part):
            m = int(inputs[-1][:, i, 0].sum())
            path = viterbi(emit[:m, i], trans, start)
            found["drafts"].append({"cue": [x, y], "p": p, "alone": alone, "source": runs(path, 1, lo[i]), "content": runs(path, 3, lo[i])})
    logits = torch.log_softmax(net.names(h, b.name_style)[:, 0], -1).numpy()
    path = viterbi(logits, *constraints(9))
    found["names"] = [[*r, t] for k, t in enumerate(["person", "organization", "place"]) for r in runs(path, 2 * k + 1)]
    return found, h, b


@torch.no_grad()
def trees(net, h, b, d):
    """Tag, head and relation of each token; heads by the best in the sentence."""
    tags = net.tag(h)[:, 0].argmax(-1).numpy()
    n = len(tags)
    heads, sent = np.zeros(n, np.int64), d["sent"]
    starts = [*d["sentences"], n]
    for a, e in zip(starts, starts[1:]):
        heads[a:e] = net.arcs(h[a:e, 0][None])[0].argmax(-1).numpy() + a
    hb = h[:, 0]
    rel = net.relations(hb, hb[torch.tensor(heads)]).argmax(-1).numpy()
    return tags, heads, rel


def claim(d, f):
    span = lambda r: [int(d["start"][r[0]]), int(d["end"][r[1]])]
    return {"source": [span(r) for r in f["source"]], "cue": [] if f["alone"] else [span(f["cue"])], "content": [span(r) for r in f["content"]], "actor": None, "certainty": f["p"]}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("data"), ap.add_argument("net"), ap.add_argument("corpus"), ap.add_argument("out")
    ap.add_argument("--names", default=None), ap.add_argument("--floor", type=float, default=0.4), ap.add_argument("--part", default="dev"), ap.add_argument("--raw", action="store_true")
    a = ap.parse_args()
    torch.set_num_threads(1)
    data = Data(a.data)
    net = load(data, a.net)
    docs = [d for d in data.docs if d["corpus"] == a.corpus and d["part"] == a.part]
    t0, words = time.process_time(), 0
    right = np.zeros(4)
    with open(a.out, "w") as out:
        for d in docs:
            words += len(d["type"])
            style = 1 if a.corpus == "polnear" else 2
            f, h, b = read(net, data, d, style, STYLE[a.names or {"intl": "worldwide"}.get(a.corpus, a.corpus if a.corpus in STYLE else "ud")], a.floor)
            if "head" in d:
                tags, heads, rel = trees(net, h, b, d)
                m = d["head"] >= 0
                right += [(m & (d["pos"] >= 0)).sum(), (tags == d["pos"])[m & (d["pos"] >= 0)].mean() * m.sum(), (heads == d["head"])[m].sum(), ((heads == d["head"]) & (rel == d["rel"]))[m].sum()]
                total = m.sum()
                right[0] += total - (m & (d["pos"] >= 0)).sum()
            if a.raw:
                f["tags"], f["heads"], f["rel"] = [x.tolist() for x in trees(net, h, b, d)]
                out.write(json.dumps(f) + "\n")
                continue
            span = lambda r: [int(d["start"][r[0]]), int(d["end"][r[1]])]
            actors = [{"id": str(k), "name": "x", "type": t, "mentions": [span((x, y))], "names": [span((x, y))]} for k, (x, y, t) in enumerate(f["names"])]
            claims = [claim(d, c) for c in f["drafts"] if c["content"]]
            out.write(json.dumps({"id": d["id"], "claims": claims, "actors": actors}) + "\n")
    print(a.corpus, "tokens", words, "cpu", round(time.process_time() - t0, 1))
    if right[0]:
        print("tags %.1f heads %.1f labelled %.1f" % tuple(100 * right[1:] / right[0]))


if __name__ == "__main__":
    main()
