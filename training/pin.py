"""What PyTorch makes of the pinned text with the weights of the shipped file. python3 pin.py PIN.json NET.bin OUT.json"""
import json, struct, sys

import numpy as np
import torch

from model import Net

NAMES = {
    "enter": "enter", "gates0": "layers.0.gates", "skip0": "layers.0.skip", "governor": "governor", "gates1": "layers.1.gates",
    "hidden": "hidden", "label": "label", "token": "look_token", "match": "look_match", "cue": "look_cue", "key": "look_key",
    "lookGates": "look_layer.gates", "lookSkip": "look_layer.skip", "lookOut": "look_out", "judgeHidden": "judge_hidden", "judge": "judge",
}  # fmt: skip


def arrays(path):
    data = open(path, "rb").read()
    size = struct.unpack("<I", data[4:8])[0]
    at, out = 8 + size, {}
    for h in json.loads(data[8:at])["arrays"]:
        n, wide, bits = h["rows"], h["width"], h["bits"]
        take = lambda kind, count: np.frombuffer(data, kind, count, at)
        if bits == 24:
            steps = take(np.uint8, n * 3).reshape(n, 3).astype(np.int64)
            out[h["name"]], at = np.cumsum(steps[:, 0] | steps[:, 1] << 8 | steps[:, 2] << 16), at + n * 3
        elif bits == 32:
            out[h["name"]], at = take(np.float32, n * wide).reshape(n, wide), at + n * wide * 4
        else:
            scale, at = take(np.uint16, n) * np.float32(h["top"] / 65535), at + n * 2
            if bits == 8:
                rows, at = take(np.int8, n * wide).reshape(n, wide), at + n * wide
            else:
                two, at = take(np.uint8, n * wide // 2).reshape(n, -1), at + n * wide // 2
                rows = np.stack([two & 15, two >> 4], -1).reshape(n, wide).astype(np.int32) - 8
            out[h["name"]] = rows * scale[:, None]
    return out


def main(pin, path, out):
    pinned, a = json.load(open(pin)), arrays(path)
    net = Net(len(a["words"]), wide=a["words"].shape[1], layers=2)
    state = net.state_dict()

    def put(name, value):
        if name in state:
            state[name].copy_(torch.tensor(np.array(value, np.float32)).reshape(state[name].shape))

    put("words.weight", a["words"]), put("pieces.weight", a["pieces"]), put("codes.weight", a["codes"]), put("look_codes.weight", a["lookCodes"])
    for short, name in NAMES.items():
        put(name + ".weight", a[short + ".weight"]), put(name + ".bias", a[short + ".bias"])
    state["style.weight"].zero_()
    put("look_style.weight", np.concatenate([a["asked"], a["asked"]]))
    net.load_state_dict(state)
    net.eval()
    index = {int(k): n + 2 for n, k in enumerate(a["keys"])}
    given = pinned["net"]
    n = len(given["word"])

    class B:
        words = torch.tensor([index.get(w & 0xFFFFFFFF, 1) for w in given["word"]])[:, None]
        pieces = torch.tensor(given["pieces"]).reshape(n, 1, -1)
        codes = torch.tensor(given["codes"]).reshape(n, 1, -1)
        head = torch.tensor([k if h < 0 else h for k, h in enumerate(pinned["layers"]["head"])])[:, None]
        real = torch.ones(n, 1, 1)

    t, round_ = torch.tensor, lambda x: [round(float(v), 4) for v in x.flatten()]
    with torch.no_grad():
        h = net.encode(B)
        likely = torch.softmax(net.labels(h, t([0])), -1)
        looks = []
        for look in given["looks"]:
            c, lo, hi = look["cue"], look["from"], look["to"]
            inputs = (torch.arange(lo, hi)[:, None], t([0]), t(look["codes"]).reshape(hi - lo, 1, -1), t([c["first"]]), t([c["last"]]), t([c["alone"]]), t([0]), torch.ones(hi - lo, 1, 1))
            emit, odds = net.look(h, *inputs)
            looks.append({"cue": c, "from": lo, "to": hi, "scores": round_(emit), "odds": round(float(odds), 4)})
    json.dump({"text": pinned["text"], "layers": pinned["layers"], "likely": round_(likely), "looks": looks}, open(out, "w"))


main(*sys.argv[1:])
