"""Trains the net. python3 train.py DATA.pickle OUT.pt [--kind sru|lstm|conv] [--epochs N] [--only attr] [--size N] [--layers N]"""
import argparse, pickle, random, time

import numpy as np
import torch
import torch.nn.functional as F

from model import Net, bucket, crf_loss

torch.set_num_threads(1)
CHUNK, TOKENS = 220, 4200
BEFORE, AFTER = 70, 90
POLNEAR, INTL = 1, 2


def chunks(d, rng=None):
    """Ranges of whole paragraphs up to CHUNK tokens; long paragraphs are cut at sentences, longer sentences anywhere."""
    n = len(d["type"])
    limit = rng.randint(60, CHUNK) if rng else CHUNK
    paras, sents = [*d["paragraphs"], n], [*d["sentences"], n]
    a, out = 0, []
    while a < n:
        end = a + limit
        for cuts in (paras, sents, [end]):
            fit = [c for c in cuts if a < c <= end] if n > end else [n]
            if fit:
                break
        out.append((a, fit[-1]))
        a, limit = fit[-1], CHUNK
    return out


class Data:
    def __init__(self, path):
        p = pickle.load(open(path, "rb"))
        self.docs, self.rows, self.vocabulary = p["docs"], torch.tensor(p["rows"]), p["vocabulary"]
        self.type_word, self.counts = p["type_word"], p["counts"]
        wide = max(len(x) for x in p["type_pieces"])
        self.pieces = np.zeros((len(p["type_pieces"]), wide), np.int64)
        for k, x in enumerate(p["type_pieces"]):
            self.pieces[k, : len(x)] = x


class Batch:
    def __init__(self, data, items, noise=None):
        """items: [(doc, a, b)]"""
        B, T = len(items), max(b - a for _, a, b in items)
        self.items, self.B, self.T = items, B, T
        types = np.zeros((T, B), np.int64)
        bits = np.zeros((T, B), np.int64)
        self.sent = np.full((T, B), -1, np.int64)
        real = np.zeros((T, B), bool)
        self.lab = {k: np.full((T, B), -1, np.int64) for k in ["name", "attr", "anchor", "pos", "head", "rel", "cue"]}
        for k, (d, a, b) in enumerate(items):
            n = b - a
            types[:n, k], bits[:n, k], self.sent[:n, k], real[:n, k] = d["type"][a:b], d["bits"][a:b], d["sent"][a:b], True
            for key in ["name", "attr", "anchor", "pos", "rel"]:
                if key in d:
                    self.lab[key][:n, k] = d[key][a:b]
            if "attr" in d:
                self.lab["anchor"][:n, k] = d["anchor"][a:b] if d["attr_style"] == INTL else -1
                c = d["attr"][a:b]
                self.lab["cue"][:n, k] = np.where(c == 3, 1, np.where(c == 4, 2, 0))
                for x, y in d["discard"]:
                    x, y = max(x - a, 0), min(y - a, n)
                    if x < y:
                        for key in ["attr", "cue", "anchor"]:
                            self.lab[key][x:y, k] = -1
            if "head" in d:
                h = d["head"][a:b].astype(np.int64) - a
                bad = (d["head"][a:b] < 0) | (h < 0) | (h >= n)
                bad |= d["sent"][np.clip(d["head"][a:b], 0, len(d["sent"]) - 1)] != d["sent"][a:b]
                self.lab["head"][:n, k] = np.where(bad, -1, h)
        words = data.type_word[types].astype(np.int64)
        words[~real] = 0
        uniq, inv = np.unique(types, return_inverse=True)
        self.uniq = torch.tensor(data.pieces[uniq])
        self.index = torch.tensor(inv.reshape(T, B))
        if noise is not None:
            rare = data.counts[types] <= 3
            drop = noise.random(words.shape) < np.where(rare, 0.3, 0.03)
            words[drop & real] = 1
        self.words = torch.tensor(words)
        self.bits = torch.tensor(((bits[..., None] >> np.arange(15)) & 1).astype(np.float32))
        self.real = torch.tensor(real)[..., None].float()
        self.mask = torch.tensor(real)
        self.name_style = torch.tensor([d["name_style"] for d, _, _ in items])
        self.attr_style = torch.tensor([d["attr_style"] for d, _, _ in items])

    def encode(self, net):
        return net.encode(self.words, net.pieces(self.uniq), self.index, self.bits, self.real)

    def looks(self, claims, h):
        """Inputs of the second look. claims: [(column, first, last + 1)] in chunk positions."""
        N = len(claims)
        lo = [max(0, a - BEFORE) for _, a, _ in claims]
        hi = [min(len(self.items[k][0]["type"][self.items[k][1] : self.items[k][2]]), b + AFTER) for k, _, b in claims]
        T2 = max(y - x for x, y in zip(lo, hi))
        pos, dist, real = np.zeros((T2, N), np.int64), np.zeros((T2, N), np.int64), np.zeros((T2, N), bool)
        near = np.zeros((T2, N, 6), np.float32)
        bits = self.bits.numpy()
        for i, (k, a, b) in enumerate(claims):
            n = hi[i] - lo[i]
            p = np.arange(lo[i], hi[i])
            pos[:n, i], real[:n, i] = p, True
            signed = np.where(p < a, p - a, np.where(p >= b, p - b + 1, 0))
            dist[:n, i] = bucket(signed)
            s = self.sent[p, k]
            near[:n, i, 0] = s == self.sent[a, k]
            near[:n, i, 1] = (s < self.sent[a, k]) & (s >= self.sent[a, k] - 1)
            near[:n, i, 2] = (s > self.sent[a, k]) & (s <= self.sent[a, k] + 1)
            para = np.cumsum(bits[: hi[i], k, 7])
            near[:n, i, 3] = para[p] == para[a]
            near[:n, i, 4] = bits[p, k, 0] == bits[a, k, 0]
            near[:n, i, 5] = signed == 0
        batch = torch.tensor([k for k, _, _ in claims])
        size = torch.tensor([b - a for _, a, b in claims])
        inside = torch.arange(int(size.max()))[None].expand(N, -1)
        first = torch.tensor([a for _, a, _ in claims])[:, None]
        held = (inside < size[:, None])[..., None]
        cue = (h[torch.where(held[..., 0], first + inside, first), batch[:, None]] * held).sum(1) / size[:, None]
        style = self.attr_style[batch]
        t = torch.tensor
        return (t(pos), batch[None].expand(T2, N)), cue, t(dist), t(near), style, t(real)[..., None].float(), lo


def gold_looks(batch):
    """Claims of the batch with a cue (or an anchor) and their labels by chunk position."""
    claims, labels = [], []
    for k, (d, a, b) in enumerate(batch.items):
        for c in d.get("claims", []):
            if c["cue"]:
                x, y = c["cue"][0]
            elif d["attr_style"] == INTL:
                x = c["content"][0][0]
                y = x + 1
            else:
                continue
            if x < a or y > b:
                continue
            lab = np.zeros(b - a, np.int64)
            for role, begin in (("content", 3), ("source", 1)):
                for s, e in c[role]:
                    s, e = max(s, a), min(e, b)
                    if s < e:
                        lab[s - a : e - a] = begin + 1
                        lab[s - a] = begin
            claims.append((k, x - a, y - a))
            labels.append(lab)
    return claims, labels


def losses(net, batch, only=None, rng=None):
    h = batch.encode(net)
    out, wide = {}, h.shape[-1]

    def ce(logits, key, weight=None):
        y = torch.tensor(batch.lab[key])
        m = y >= 0
        if not m.any():
            return None
        return F.cross_entropy(logits[m], y[m], weight=weight, reduction="sum") / 3000

    na, (at, cu, an) = None, net.attribution(h, batch.attr_style)
    for key, logits in (("attr", at), ("cue", cu)):
        loss = ce(logits, key)
        if loss is not None:
            out[key] = loss
    m = torch.tensor(batch.lab["anchor"] >= 0)
    if m.any():
        out["anchor"] = F.binary_cross_entropy_with_logits(an[m], torch.tensor(batch.lab["anchor"])[m].float(), reduction="sum") / 3000
    claims, labels = gold_looks(batch)
    if claims:
        *inputs, lo = batch.looks(claims, h)
        emit = net.look(h, *inputs)
        tags, mask = torch.zeros(emit.shape[:2], dtype=torch.long), inputs[-1][..., 0].bool()
        for i, lab in enumerate(labels):
            part = lab[lo[i] : lo[i] + emit.shape[0]]
            tags[: len(part), i] = torch.tensor(part)
        out["look"] = crf_loss(emit, tags, mask, net.look_start, net.look_trans) * len(claims) / 400
    y = ce(net.tag(h), "pos")
    if y is not None:
        out["pos"] = 0.3 * y
    if only != "attr":
        m = torch.tensor(batch.lab["name"] >= 0)
        if m.any():
            y = torch.tensor(batch.lab["name"])
            w = torch.where(batch.name_style == POLNEAR, 0.25, 1.0)[None].expand(y.shape)
            loss = F.cross_entropy(net.names(h, batch.name_style)[m], y[m], reduction="none")
            out["name"] = (loss * w[m]).sum() / 3000
    has = [k for k in range(batch.B) if (batch.lab["head"][:, k] >= 0).any()]
    if has:
        hb = h[:, has].transpose(0, 1)
        s = net.arcs(hb)
        sent = torch.tensor(batch.sent[:, has].T)
        s = s.masked_fill(sent[:, :, None] != sent[:, None, :], -1e4)
        y = torch.tensor(batch.lab["head"][:, has].T)
        m = y >= 0
        silver = torch.tensor([0.4 if "silver" in batch.items[k][0] else 1.0 for k in has])[:, None].expand(y.shape)
        out["arc"] = (F.cross_entropy(s[m], y[m], reduction="none") * silver[m]).sum() / 3000 * 0.5
        gov = torch.gather(hb, 1, y.clamp(min=0)[..., None].expand(-1, -1, wide))
        r = torch.tensor(batch.lab["rel"][:, has].T)
        mm = m & (r >= 0)
        out["rel"] = (F.cross_entropy(net.relations(hb[mm], gov[mm]), r[mm], reduction="none") * silver[mm]).sum() / 3000 * 0.5
    return out


def batches(data, docs, rng, train=True):
    items = [(d, a, b) for d in docs for a, b in chunks(d, rng if train else None) if b > a]
    if train:
        rng.shuffle(items)
    items.sort(key=lambda x: (x[2] - x[1]) + (rng.random() * 20 if train else 0))
    out, cur = [], []
    for it in items:
        if cur and (len(cur) + 1) * (it[2] - it[1]) > TOKENS:
            out.append(cur)
            cur = []
        cur.append(it)
    if cur:
        out.append(cur)
    if train:
        rng.shuffle(out)
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("data"), ap.add_argument("out")
    ap.add_argument("--kind", default="sru"), ap.add_argument("--epochs", type=float, default=5)
    ap.add_argument("--only", default=None), ap.add_argument("--size", type=int, default=96), ap.add_argument("--layers", type=int, default=3)
    ap.add_argument("--rate", type=float, default=2.5e-3), ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--repeat-intl", type=int, default=2)
    ap.add_argument("--minutes", type=float, default=1e9, help="finish by then: the step size falls with time, if steps are too slow")
    ap.add_argument("--resume", default=None), ap.add_argument("--done", type=int, default=0, help="steps behind the resumed net")
    a = ap.parse_args()
    torch.manual_seed(a.seed), np.random.seed(a.seed)
    rng, noise = random.Random(a.seed), np.random.default_rng(a.seed)
    data = Data(a.data)
    docs = [d for d in data.docs if d["part"] == "train" and d["corpus"] != "en_ewt" and (a.only != "attr" or d["corpus"] in ("polnear", "intl"))]
    docs += [d for d in docs if d["corpus"] == "intl"] * (a.repeat_intl - 1)
    net = Net(data.rows, kind=a.kind, size=a.size, layers=a.layers)
    print("parameters", sum(p.numel() for p in net.parameters()), "tokens", sum(len(d["type"]) for d in docs), flush=True)
    opt = torch.optim.Adam([{"params": [p for n, p in net.named_parameters() if n != "words.weight"]}, {"params": [net.words.weight], "scale": 0.25}], lr=a.rate, betas=(0.9, 0.98))
    per = len(batches(data, docs, random.Random(0)))
    total = int(per * a.epochs)
    step, t0, c0 = a.done, time.time(), time.process_time()
    if a.resume:
        net.load_state_dict(torch.load(a.resume)["state"])
    mean, average = {}, None
    gone = 0
    while step < total and gone < 1:
        for items in batches(data, docs, rng):
            first = a.done / total
            gone = min(1, max(step / total, first + (1 - first) * (time.time() - t0) / 60 / a.minutes))
            lr = a.rate * min(1, (step + 1 - a.done) / 100) * (0.03 + 0.97 * 0.5 * (1 + np.cos(np.pi * gone)))
            for g in opt.param_groups:
                g["lr"] = lr * g.get("scale", 1)
            net.train()
            ls = losses(net, Batch(data, items, noise), a.only)
            loss = sum(ls.values())
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            for k, v in ls.items():
                mean[k] = 0.98 * mean.get(k, v.item()) + 0.02 * v.item()
            if gone > 0.6 and step % 5 == 0:
                state = net.state_dict()
                if average is None:
                    average = {k: v.clone() for k, v in state.items()}
                else:
                    for k, v in state.items():
                        average[k].lerp_(v, 0.05)
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} wall {time.time()-t0:.0f} cpu {time.process_time()-c0:.0f}", " ".join(f"{k} {v:.3f}" for k, v in mean.items()), flush=True)
            if step % 200 == 0:
                torch.save({"state": average or net.state_dict(), "args": vars(a)}, a.out)
            if step >= total or gone >= 1:
                break
    torch.save({"state": average, "args": vars(a)}, a.out)
    print(f"done cpu {time.process_time()-c0:.0f} wall {time.time()-t0:.0f}")


if __name__ == "__main__":
    main()
