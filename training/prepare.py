"""Reads the corpora and the tokens of dump-tokens.ts into one pickle of numbers for train.py.
  python3 prepare.py SHARED_CORPORA TOKENS WORD_VECTORS.json OUT.pickle
"""
import gzip, json, pickle, re, sys
from collections import Counter

import numpy as np

from words import pieces

BUCKETS = 16384
ROLES = {"source": 1, "cue": 3, "content": 5}  # begin; begin + 1 = inside
NAMES = {"PER": 1, "ORG": 3, "LOC": 5, "MISC": 7}
STYLE = {"none": 0, "polnear": 1, "intl": 2, "conll2003": 3, "worldwide": 4, "pud": 5, "gmb": 6, "ud": 7}
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "acl advcl advmod amod appos aux aux:pass case cc ccomp clf compound conj cop csubj csubj:pass dep det discourse dislocated "
    "expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
).split()
PTB = {
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "CC": "CCONJ", "CD": "NUM",
    "DT": "DET", "PDT": "DET", "EX": "PRON", "FW": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "RP": "ADP", "UH": "INTJ", ".": "PUNCT", ",": "PUNCT",
    ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "$": "SYM", "#": "SYM",
}  # fmt: skip
V1 = {"dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "mwe": "fixed", "neg": "advmod", "name": "flat", "foreign": "flat", "remnant": "orphan", "det:predet": "det", "cc:preconj": "cc", "nmod:npmod": "obl", "nmod:tmod": "obl", "compound:prt": "compound", "acl:relcl": "acl"}


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def widen(text):
    """Characters beyond the basic plane as two, so that indexes are UTF-16."""
    return "".join(c if ord(c) < 0x10000 else "\ufffc\ufffc" for c in text)


def relation(name, head_tag):
    name = V1.get(name, name)
    if name == "nmod" and head_tag in ("VERB", "ADJ", "ADV", "AUX"):
        name = "obl"
    if name in RELATIONS:
        return RELATIONS.index(name)
    base = name.split(":")[0]
    return RELATIONS.index(base) if base in RELATIONS else RELATIONS.index("dep")


def context_bits(d):
    """One bit set a token; see BITS in model.py."""
    n = len(d["words"])
    bits = np.zeros(n, np.int32)
    sents = d["sentences"] + [n]
    paras = d["paragraphs"] + [n]
    sent = np.zeros(n, np.int32)
    for k in range(len(sents) - 1):
        a, b = sents[k], sents[k + 1]
        sent[a:b] = k
        bits[a] |= 64
        alpha = [w for w in d["words"][a:b] if w[0] != w[0].lower() or w[0] != w[0].upper()]
        if len(alpha) >= 3:
            if sum(w == w.upper() for w in alpha) >= 0.7 * len(alpha):
                bits[a:b] |= 512
            elif sum(w[0] != w[0].lower() for w in alpha) >= 0.7 * len(alpha):
                bits[a:b] |= 1024
    for k in range(len(paras) - 1):
        bits[paras[k]] |= 128
        bits[paras[k + 1] - 1] |= 256
    para_starts = set(d["paragraphs"])
    if len(paras) > 1:
        bits[: paras[1]] |= 4096
    for a, b, depth, closed in d["quotations"]:
        bits[a : b + 1] |= 8 if depth else 1
        if depth:
            continue
        bits[a] |= 2
        if closed:
            bits[b] |= 4
        else:
            bits[a : b + 1] |= 16
        if b - a <= 5:
            bits[a : b + 1] |= 32
        if any(a < p <= b for p in para_starts):
            bits[a : b + 1] |= 8192
        if a in para_starts:
            bits[a : b + 1] |= 16384
    for i in range(1, n):
        if d["start"][i] == d["end"][i - 1]:
            bits[i] |= 2048
    return bits, sent


def mark(d, spans):
    """Token runs [first, last) of character spans."""
    out = []
    for s, e in spans:
        i = int(np.searchsorted(d["ends"], s, side="right"))
        j = int(np.searchsorted(d["starts"], e, side="left"))
        if i < j:
            if out and out[-1][1] == i:
                out[-1] = (out[-1][0], j)
            else:
                out.append((i, j))
    return out


def bio(target, runs, begin, keep=False):
    for a, b in runs:
        for k in range(a, b):
            if keep and target[k]:
                continue
            target[k] = begin if k == a or (keep and target[k - 1] not in (begin, begin + 1)) else begin + 1


def main(corpora, tokens, vectors, out):
    docs, words = [], Counter()

    def start(name, id_, part):
        d = {"id": id_, "corpus": name, "part": part, "attr_style": 0, "name_style": 0}
        return d

    def finish(d):
        d["bits"], d["sent"] = context_bits(d)
        words.update(d["words"]) if d["part"] == "train" else words.update({w: 0 for w in d["words"]})
        docs.append(d)

    worldwide = {}
    for name in ["worldwide", "conll2003", "pud", "gmb", "polnear", "intl"]:
        for part in ["train", "dev"]:
            try:
                toks = {t["id"]: t for t in lines(f"{tokens}/{name}-{part}.jsonl")}
            except FileNotFoundError:
                continue
            syntax = {}
            if name == "polnear":
                syntax = {s["id"]: s["sents"] for s in lines(f"{corpora}/polnear/{part}-corenlp-syntax.jsonl.gz")}
            for g in lines(f"{corpora}/{name}/{part}.jsonl.gz"):
                d = start(name, g["id"], part)
                d.update(toks[g["id"]])
                n = len(d["words"])
                if not n:
                    continue
                d["starts"], d["ends"] = np.array(d["start"]), np.array(d["end"])
                entities = g.get("entities")
                if entities is not None:
                    if name == "worldwide":
                        worldwide[g["id"]] = (g["text"], entities)
                    d["name_style"] = STYLE[name]
                elif name == "intl":
                    ww = worldwide.get(g["id"][3:]) or worldwide.get(g["id"])
                    if ww and ww[0] == g["text"]:
                        entities, d["name_style"] = ww[1], STYLE["worldwide"]
                    else:
                        entities, d["name_style"] = located(widen(g["text"]), g["actors"]), STYLE["intl"]
                elif g["id"] in syntax:
                    entities = silver_names(syntax[g["id"]])
                    d["name_style"] = STYLE["polnear"]
                if entities is not None:
                    d["name"] = np.zeros(n, np.int8)
                    for e in sorted(entities, key=lambda e: e["end"] - e["start"]):
                        for a, b in mark(d, [(e["start"], e["end"])]):
                            d["name"][a:b] = NAMES[e["type"]] + 1
                            d["name"][a] = NAMES[e["type"]]
                if "attributions" in g:
                    d["attr_style"] = STYLE[name]
                    claims = [{r: mark(d, c.get(r) or []) for r in ROLES} for c in g["attributions"]]
                    d["claims"] = [c for c in claims if c["content"]]
                    attr = np.zeros(n, np.int8)
                    for role in ["content", "source", "cue"]:
                        for c in d["claims"]:
                            for a, b in c[role]:
                                if role == "content":
                                    for k in range(a, b):
                                        if attr[k] == 0:
                                            attr[k] = ROLES[role] + (k > a)
                                else:
                                    attr[a:b] = ROLES[role] + 1
                                    attr[a] = ROLES[role]
                    d["attr"] = attr
                    anchor = np.zeros(n, np.int8)
                    for c in d["claims"]:
                        if not c["cue"]:
                            anchor[c["content"][0][0]] = 1
                    d["anchor"] = anchor
                    d["discard"] = mark(d, g.get("discard") or [])
                if g["id"] in syntax:
                    silver_trees(d, syntax[g["id"]])
                finish(d)
    for part in ["train", "dev"]:
        for bank in ["en_ewt", "en_gum"]:
            for d in treebank(f"{corpora}/ud/{bank}-{part}.conllu.gz"):
                d.update(start(bank, d["id"], part))
                finish(d)
    vectors_of(vectors, words, docs, out)


def located(text, actors):
    found = []
    for a in actors:
        for form in a["names"]:
            for m in re.finditer(r"(?<!\w)" + re.escape(widen(form)) + r"(?!\w)", text):
                found.append({"start": m.start(), "end": m.end(), "type": {"person": "PER", "organization": "ORG", "place": "LOC"}[a["type"]]})
    found.sort(key=lambda e: (e["start"], -e["end"]))
    out, end = [], -1
    for e in found:
        if e["start"] >= end:
            out.append(e)
            end = e["end"]
    return out


def silver_names(sents):
    kinds = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
    out = []
    for s in sents:
        prev = None
        for word, a, b, tag, ner, head, rel in s:
            if ner in kinds:
                if prev == ner:
                    out[-1]["end"] = b
                else:
                    out.append({"start": a, "end": b, "type": kinds[ner]})
            prev = ner
    return out


def silver_trees(d, sents):
    n = len(d["words"])
    d["pos"], d["head"], d["rel"] = np.full(n, -1, np.int8), np.full(n, -1, np.int32), np.full(n, -1, np.int8)
    at = {(s, e): i for i, (s, e) in enumerate(zip(d["start"], d["end"]))}
    for s in sents:
        ours = [at.get((t[1], t[2])) for t in s]
        tags = []
        for t in s:
            u = PTB.get(t[3])
            if t[3] == "IN":
                u = "SCONJ" if t[6] == "mark" else "ADP"
            elif t[3] == "TO":
                u = "PART" if t[6] == "mark" else "ADP"
            elif t[3].startswith("VB"):
                u = "AUX" if t[6] in ("aux", "auxpass", "cop") else "VERB"
            elif t[3] in ("WDT",):
                u = "PRON" if t[6] != "det" else "DET"
            elif t[3] == "DT" and t[6] in ("nsubj", "dobj", "nmod", "nsubjpass", "root", "conj"):
                u = "PRON"
            elif t[6] == "neg":
                u = "PART"
            tags.append(u)
        for t, i, u in zip(s, ours, tags):
            if i is None:
                continue
            if u:
                d["pos"][i] = UPOS.index(u)
            h = i if t[5] == 0 else ours[t[5] - 1]
            if h is None:
                continue
            d["head"][i] = h
            d["rel"][i] = relation(t[6], tags[t[5] - 1] if t[5] else None)
    d["silver"] = True


def treebank(path):
    doc, docs = None, []

    def new(name):
        return {"id": name, "words": [], "start": [], "end": [], "sentences": [], "paragraphs": [], "quotations": [], "pos": [], "head": [], "rel": []}

    pos = 0
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            doc = new(line.split("=")[-1].strip())
            docs.append(doc)
        if line.startswith("# sent_id"):
            base = len(doc["words"])
            doc["sentences"].append(base)
            if new_para or not doc["paragraphs"]:
                doc["paragraphs"].append(base)
            new_para = False
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            new_para = True
        c = line.split("\t")
        if len(c) == 10 and c[0].isdigit():
            doc["words"].append(c[1])
            doc["start"].append(pos)
            pos += len(c[1])
            doc["end"].append(pos)
            pos += "SpaceAfter=No" not in c[9]
            doc["pos"].append(UPOS.index(c[3]) if c[3] in UPOS else -1)
            doc["head"].append(base + (int(c[6]) if c[6] != "0" else int(c[0])) - 1)
            doc["rel"].append(relation(c[7], None) if c[7] != "nmod" else RELATIONS.index("nmod"))
    for d in docs:
        d["pos"], d["head"], d["rel"] = np.array(d["pos"], np.int8), np.array(d["head"], np.int32), np.array(d["rel"], np.int8)
        if d["words"]:
            yield d


def vectors_of(path, words, docs, out):
    lower = Counter()
    for w, c in words.items():
        lower[w.lower()] += c
    table = json.load(open(path, encoding="utf-8"))
    order, vec = table["words"], table["vectors"]
    keep = [w for k, w in enumerate(order) if w in vec and (k < 18000 or lower.get(w, 0) >= 4)]
    rows = np.zeros((len(keep) + 2, 100), np.float32)  # 0 padding, 1 unknown
    for k, w in enumerate(keep):
        rows[k + 2] = vec[w][:100]
    rows[1] = rows[2:].mean(0)
    rows /= rows[2:].std()
    index = {w: k + 2 for k, w in enumerate(keep)}
    types = {w: k for k, w in enumerate(words)}
    type_word = np.array([index.get(w.lower(), 1) for w in types], np.int32)
    type_pieces = [np.array(pieces(w, BUCKETS), np.int32) for w in types]
    for d in docs:
        d["type"] = np.array([types[w] for w in d["words"]], np.int32)
        del d["words"]
    pickle.dump({"docs": docs, "rows": rows, "vocabulary": keep, "types": list(types), "type_word": type_word, "type_pieces": type_pieces, "counts": np.array([words[w] for w in types])}, open(out, "wb"), protocol=4)
    print("vocabulary", len(keep), "types", len(types), "docs", Counter((d["corpus"], d["part"]) for d in docs))
    seen = [type_word[d["type"]] for d in docs if d["part"] == "dev"]
    print("unknown in dev %.3f" % np.mean(np.concatenate(seen) == 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
