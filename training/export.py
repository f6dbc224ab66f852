"""Writes a trained net as the file that the extension reads (lib/language/net/net-file.ts). python3 export.py NET.pt OUT.bin"""
import json, struct, sys

import numpy as np
import torch

NARROW = 0.7
"""Share of the narrow sense of claims in the vectors of the corpus, the rest is the wide one: chosen on development articles."""


def between(wide, narrow):
    return NARROW * narrow + (1 - NARROW) * wide


def rounded(rows, limit):
    scale = np.abs(rows).max(-1).clip(1e-6) / limit
    top = float(scale.max())
    parts = np.maximum(1, np.round(scale / top * 65535)).astype(np.uint16)
    values = np.clip(np.round(rows / (parts * np.float32(top / 65535))[:, None]), -limit, limit).astype(np.int8)
    return values, parts, top


def main(path, out):
    saved = torch.load(path)
    w = {k: v.numpy() for k, v in saved["state"].items()}
    heads, parts = [], []

    def add(name, rows, bits):
        rows = np.atleast_2d(rows).astype(np.float32)
        head = {"name": name, "rows": rows.shape[0], "width": rows.shape[1], "bits": bits, "top": 0}
        if bits == 32:
            parts.append(rows.tobytes())
        else:
            values, scales, head["top"] = rounded(rows, 127 if bits == 8 else 7)
            parts.append(scales.tobytes())
            if bits == 4:
                nibbles = (values + 8).astype(np.uint8)
                values = nibbles[:, 0::2] | nibbles[:, 1::2] << 4
            parts.append(values.tobytes())
        heads.append(head)

    keys = np.array(saved["keys"], np.int64)
    order = np.argsort(keys)
    steps = np.diff(np.concatenate([[0], keys[order]]))
    assert steps.max() < 1 << 24
    heads.append({"name": "keys", "rows": len(keys), "width": 1, "bits": 24, "top": 0})
    parts.append(np.stack([steps & 255, steps >> 8 & 255, steps >> 16], 1).astype(np.uint8).tobytes())
    add("words", np.concatenate([w["words.weight"][:2], w["words.weight"][2:][order]]), 4)
    add("pieces", w["pieces.weight"], 4)
    add("codes", w["codes.weight"], 8)
    add("lookCodes", w["look_codes.weight"], 8)

    def matrix(name, source, bias=None):
        rows = w[source + ".weight"]
        add(name + ".weight", rows, 8)
        add(name + ".bias", w.get(source + ".bias", np.zeros(len(rows))) if bias is None else bias, 32)

    matrix("enter", "enter")
    matrix("gates0", "layers.0.gates"), matrix("skip0", "layers.0.skip")
    matrix("governor", "governor"), matrix("gates1", "layers.1.gates")
    matrix("hidden", "hidden", w["hidden.bias"] + between(w["style.weight"][0], w["style.weight"][1])), matrix("label", "label")
    matrix("token", "look_token"), matrix("match", "look_match"), matrix("cue", "look_cue"), matrix("key", "look_key")
    matrix("lookGates", "look_layer.gates"), matrix("lookSkip", "look_layer.skip"), matrix("lookOut", "look_out")
    matrix("judgeHidden", "judge_hidden"), matrix("judge", "judge")
    add("asked", between(w["look_style.weight"][:2], w["look_style.weight"][2:]), 32)
    add("transitions", w["look_trans"], 32), add("starts", w["look_start"][None], 32)
    about = {"step": "net-1", "corpora": ["polnear", "intl"], "scores": {}}
    head = json.dumps({"about": about, "arrays": heads}).encode()
    head += b" " * (-len(head) % 4)
    data = b"HNET" + struct.pack("<I", len(head)) + head + b"".join(parts)
    open(out, "wb").write(data)
    print(len(data), "bytes")


main(*sys.argv[1:])
