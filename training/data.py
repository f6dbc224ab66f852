"""Reads what dump.ts wrote into arrays, and cuts it into batches."""
import base64, json

import numpy as np
import torch

BEFORE, AFTER = 70, 90  # tokens of a window that are looked at, to both sides of the cue
TOKENS = 3000  # of a batch


def hash_text(text):
    """The hash of lib/language/learned/hash.ts."""
    h = 0x811C9DC5
    data = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(data), 2):
        h = ((h ^ (data[i] | data[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ (h >> 16)


def key_of(word):
    """Words that begin with a digit share a key where their digits differ; see attribution/read.ts."""
    return hash_text("".join("0" if "0" <= c <= "9" else c for c in word) if "0" <= word[:1] <= "9" else word)


def array(text, kind):
    return np.frombuffer(base64.b64decode(text), kind)


def read(path):
    docs = []
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        n = d["length"]
        if not n:
            continue
        d["style"] = 1 if d["corpus"] == "intl" else 0
        d["head"] = array(d["head"], np.int32)
        d["word"] = array(d["word"], np.int32).view(np.uint32)
        d["pieces"] = array(d["pieces"], np.uint16).reshape(n, -1)
        d["codes"] = array(d["codes"], np.uint8).reshape(n, -1)
        d["labels"] = array(d["labels"], np.uint8).astype(np.int64)
        for a, b in d["discard"]:
            d["labels"][a:b] = -1
        looks = []
        for look in d["looks"]:
            if not look["right"] and any(a <= look["first"] < b for a, b in d["discard"]):
                continue
            codes = array(look["codes"], np.uint8)
            codes = codes.reshape(-1, len(codes) // max(1, len(codes) // 7))
            labels = look["labels"] and array(look["labels"], np.uint8)
            if look["alone"] and look["right"]:
                labels = np.where(codes[:, 2] // 16 == 5, 4, 0)
                labels[np.argmax(labels)] = 3
            look["codes"], look["labels"] = codes, labels
            looks.append(look)
        d["looks"] = looks
        docs.append(d)
    return docs



def chunks(d, limit, rng=None):
    """Ranges of whole paragraphs up to the limit; longer paragraphs are cut at sentences, longer sentences anywhere."""
    n = d["length"]
    paras, sents = [*d["paragraphs"], n], [*d["sentences"], n]
    a, out = 0, []
    while a < n:
        end = a + (rng.randint(90, limit) if rng else limit)
        fit = [n]
        if n > end:
            for cuts in (paras, sents, [end]):
                fit = [c for c in cuts if a < c <= end]
                if fit:
                    break
        out.append((a, fit[-1]))
        a = fit[-1]
    return out


class Batch:
    """Chunks side by side. items: [(document, from, to)]"""

    def __init__(self, items, rows, noise=None):
        B, T = len(items), max(b - a for _, a, b in items)
        self.items = items
        width, pieces = items[0][0]["codes"].shape[1], items[0][0]["pieces"].shape[1]
        words, real = np.zeros((T, B), np.int64), np.zeros((T, B), bool)
        self.pieces = np.zeros((T, B, pieces), np.int64)
        codes, head = np.zeros((T, B, width), np.int64), np.zeros((T, B), np.int64)
        self.labels = np.full((T, B), -1, np.int64)
        for k, (d, a, b) in enumerate(items):
            n = b - a
            words[:n, k] = d["row"][a:b]
            self.pieces[:n, k], codes[:n, k] = d["pieces"][a:b], d["codes"][a:b]
            h = d["head"][a:b].astype(np.int64) - a
            own = np.arange(n)
            head[:n, k] = np.where((h < 0) | (h >= n), own, h)
            self.labels[:n, k], real[:n, k] = d["labels"][a:b], True
        if noise is not None:
            rare = rows["count"][words] <= 3
            words[(noise.random(words.shape) < np.where(rare, 0.3, 0.04)) & real] = 1
            codes[noise.random(codes.shape) < 0.04] = 0
        self.words, self.pieces, self.codes, self.head = map(torch.tensor, (words, self.pieces, codes, head))
        self.real = torch.tensor(real)[..., None].float()
        self.style = torch.tensor([d["style"] for d, _, _ in items])

    def looks(self, rng=None, likely=None):
        """[(column, look, from, to)] of the cues in the chunks; windows in chunk positions. With rng only some of the wrong
        ones: half of them those that `likely` (chance of a cue, by position and column) takes for cues, half any."""
        found = []
        for k, (d, a, b) in enumerate(self.items):
            inside = [c for c in d["looks"] if a <= c["first"] and c["last"] < b]
            if rng:
                wrong = [c for c in inside if not c["right"]]
                inside = [c for c in inside if c["right"]]
                rng.shuffle(wrong)
                some = len(inside) // 2 + 1
                hard = wrong[some:]
                hard.sort(key=lambda c: -1 if c["alone"] else -likely[c["first"] - a, k])
                inside += wrong[:some] + [c for c in hard[:some] if c["alone"] or likely[c["first"] - a, k] > 0.003]
            for c in inside:
                lo = max(a, c["from"], c["first"] - BEFORE)
                hi = min(b, c["from"] + len(c["codes"]), c["last"] + 1 + AFTER)
                found.append((k, c, lo, hi))
        return found

    def windows(self, found):
        """Arrays for Net.look, and the labels (-1 where unknown)."""
        N, T = len(found), max(hi - lo for _, _, lo, hi in found)
        pos, real = np.zeros((T, N), np.int64), np.zeros((T, N), bool)
        codes, labels = np.zeros((T, N, found[0][1]["codes"].shape[1]), np.int64), np.zeros((T, N), np.int64)
        first, last = np.zeros(N, np.int64), np.zeros(N, np.int64)
        for i, (k, c, lo, hi) in enumerate(found):
            a = self.items[k][1]
            pos[: hi - lo, i] = np.arange(lo - a, hi - a)
            real[: hi - lo, i] = True
            codes[: hi - lo, i] = c["codes"][lo - c["from"] : hi - c["from"]]
            first[i], last[i] = c["first"] - a, c["last"] - a
            if c["labels"] is not None:
                labels[: hi - lo, i] = c["labels"][lo - c["from"] : hi - c["from"]]
        batch = torch.tensor([k for k, _, _, _ in found])
        t = torch.tensor
        inputs = (t(pos), batch, t(codes), t(first), t(last), t(np.array([c["alone"] for _, c, _, _ in found])), self.style[batch], t(real)[..., None].float())
        return inputs, t(labels)


def batches(docs, limit, rng, train=True):
    items = [(d, a, b) for d in docs for a, b in chunks(d, limit, rng if train else None)]
    if train:
        rng.shuffle(items)
    items.sort(key=lambda x: (x[2] - x[1]) + (rng.random() * 20 if train else 0))
    out, cur = [], []
    for it in items:
        if cur and (len(cur) + 1) * (it[2] - it[1]) > TOKENS:
            out.append(cur)
            cur = []
        cur.append(it)
    out.append(cur)
    if train:
        rng.shuffle(out)
    return out


def vocabulary(path, docs, size, wide):
    """Word vectors of the most useful words: keys, and rows from 2 on (0 padding, 1 unknown), rotated to `wide` dimensions."""
    uses = {}
    for d in docs:
        if d["part"] == "train":
            for k, c in zip(*np.unique(d["word"], return_counts=True)):
                uses[int(k)] = uses.get(int(k), 0) + int(c)
    table = json.load(open(path, encoding="utf-8"))
    vectors, order = table["vectors"], table["words"]
    sums, rank = {}, {}
    for k, w in enumerate(order):
        if w not in vectors:
            continue
        key = key_of(w)
        if k >= 60000 and uses.get(key, 0) < 2:
            continue
        if key not in sums:
            sums[key], rank[key] = [np.array(vectors[w][:100], np.float32), 1], k
        elif w[:1].isdigit() and sums[key][1] < 50:
            sums[key][0] = sums[key][0] + np.array(vectors[w][:100], np.float32)
            sums[key][1] += 1
    # a word in the training articles goes before one that is only frequent elsewhere
    kept = sorted(sums, key=lambda k: rank[k] / (1 + min(30, 3 * uses.get(k, 0))))[:size]
    full = np.stack([sums[k][0] / sums[k][1] for k in kept])
    mean = full.mean(0)
    _, s, v = np.linalg.svd(full - mean, full_matrices=False)
    print("kept share of variance %.3f" % ((s[:wide] ** 2).sum() / (s**2).sum()))
    low = (full - mean) @ v[:wide].T
    low /= low.std()
    rows = np.zeros((size + 2, wide), np.float32)
    rows[2:] = low
    return kept, rows, np.array([0, 0] + [uses.get(k, 0) for k in kept])
