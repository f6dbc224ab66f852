"""One encoder (word vectors, hashed pieces, context bits; three bidirectional simple recurrent layers), light heads for parts of
speech, trees, names and attribution, and a second look at source and content given a cue.

The recurrence is the simple recurrent unit of Lei et al. 2018 without its peephole: c_t = f_t c_(t-1) + (1 - f_t) x_t, whose
matrix products do not depend on the step before, so that they can be done for many tokens at once."""
import torch
import torch.nn as nn
import torch.nn.functional as F

BIT_COUNT = 15
DISTANCES = [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 21, 28, 38, 50, 70]


class Scan(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + g[t] along dimension 0, from zero."""

    @staticmethod
    def forward(ctx, f, g):
        c = torch.empty_like(g)
        prev = torch.zeros_like(g[0])
        for t in range(g.shape[0]):
            torch.addcmul(g[t], f[t], prev, out=c[t])
            prev = c[t]
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx, grad):
        f, c = ctx.saved_tensors
        d = grad.clone()
        for t in range(d.shape[0] - 2, -1, -1):
            d[t].addcmul_(f[t + 1], d[t + 1])
        df = torch.zeros_like(f)
        df[1:] = d[1:] * c[:-1]
        return df, d


class Sru(nn.Module):
    """Both directions; output 2 * size."""

    def __init__(self, inputs, size):
        super().__init__()
        self.size = size
        self.gates = nn.Linear(inputs, 6 * size)
        self.skip = nn.Linear(inputs, 2 * size, bias=False) if inputs != 2 * size else None
        with torch.no_grad():
            self.gates.bias.zero_()
            self.gates.bias[2 * size : 4 * size] = 1.0

    def forward(self, x, real):
        """x: T x B x inputs; real: T x B x 1."""
        n = self.size
        new, forget, reset = self.gates(x).split(2 * n, -1)
        forget, reset = torch.sigmoid(forget), torch.sigmoid(reset)
        add = (1 - forget) * new * real
        (f1, f2), (g1, g2) = forget.split(n, -1), add.split(n, -1)
        c = Scan.apply(torch.cat([f1, f2.flip(0)], -1), torch.cat([g1, g2.flip(0)], -1))
        c1, c2 = c.split(n, -1)
        c = torch.cat([c1, c2.flip(0)], -1)
        old = self.skip(x) if self.skip is not None else x
        return torch.lerp(old, torch.tanh(c), reset)


class Lstm(nn.Module):
    """The usual long short-term memory, for comparison."""

    def __init__(self, inputs, size):
        super().__init__()
        self.net = nn.LSTM(inputs, size, bidirectional=True)

    def forward(self, x, real):
        return self.net(x)[0]


class Conv(nn.Module):
    """Two gated convolutions of width three, the second with a gap, for comparison."""

    def __init__(self, inputs, size, gap=1):
        super().__init__()
        self.enter = nn.Linear(inputs, 2 * size) if inputs != 2 * size else nn.Identity()
        self.net = nn.Conv1d(2 * size, 4 * size, 3, padding=gap, dilation=gap)

    def forward(self, x, real):
        x = self.enter(x) * real
        a, b = self.net(x.permute(1, 2, 0)).permute(2, 0, 1).chunk(2, -1)
        return x + a * torch.sigmoid(b)


def crf_loss(emit, tags, mask, start, trans):
    """Mean negative log likelihood. emit T x B x K, tags T x B, mask T x B (contiguous from 0)."""
    T, B, K = emit.shape
    alpha = emit[0] + start
    score = alpha.gather(1, tags[0][:, None])[:, 0]
    for e, m in zip(emit.unbind(0)[1:], mask[:, :, None].unbind(0)[1:]):
        alpha = torch.where(m, torch.logsumexp(alpha[:, :, None] + trans, 1) + e, alpha)
    step = emit[1:].gather(2, tags[1:, :, None])[..., 0] + trans[tags[:-1], tags[1:]]
    score = score + (step * mask[1:]).sum(0)
    return (torch.logsumexp(alpha, 1) - score).mean()


class Drop(nn.Module):
    """Dropout with one mask for all steps of a sequence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training:
            return x
        keep = (torch.rand(1, *x.shape[1:]) >= self.rate).float() / (1 - self.rate)
        return x * keep


class Net(nn.Module):
    def __init__(self, rows, buckets=16384, piece=48, size=96, layers=3, kind="sru", styles=8, drop=0.3):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(rows, freeze=False, padding_idx=0)
        self.pieces = nn.EmbeddingBag(buckets, piece, mode="mean", padding_idx=0)
        nn.init.normal_(self.pieces.weight, std=0.5)
        inner = 128
        self.enter = nn.Linear(rows.shape[1] + piece + BIT_COUNT, inner)
        make = {"sru": Sru, "lstm": Lstm, "conv": Conv}[kind]
        wide = 2 * size
        self.layers = nn.ModuleList()
        for k in range(layers):
            extra = (2**k,) if kind == "conv" else ()
            self.layers.append(make(inner if k == 0 else wide, size, *extra))
        self.drop = Drop(drop)
        self.tag = nn.Linear(wide, 17)
        self.arc_from, self.arc_to, self.arc_bias = nn.Linear(wide, 64), nn.Linear(wide, 64), nn.Linear(64, 1)
        self.rel_from, self.rel_to, self.rel = nn.Linear(wide, 64), nn.Linear(wide, 64), nn.Linear(64, 42)
        self.name_hidden, self.name = nn.Linear(wide, 64), nn.Linear(64, 9)
        self.attr_hidden, self.attr, self.cue, self.anchor = nn.Linear(wide, 64), nn.Linear(64, 7), nn.Linear(64, 3), nn.Linear(64, 1)
        self.name_style, self.attr_style = nn.Embedding(styles, 64), nn.Embedding(styles, 64)
        nn.init.zeros_(self.name_style.weight), nn.init.zeros_(self.attr_style.weight)
        # second look
        k, m = 48, 32
        self.look_token, self.look_cue, self.look_match, self.look_key = nn.Linear(wide, k), nn.Linear(wide, k), nn.Linear(wide, k, bias=False), nn.Linear(wide, k)
        self.look_distance = nn.Embedding(2 * len(DISTANCES) + 2, k)
        self.look_style = nn.Embedding(styles, k)
        self.look_near = nn.Linear(6, k, bias=False)
        self.look_layer = Sru(k, m)
        self.look_out = nn.Linear(2 * m, 5)
        self.look_start, self.look_trans = nn.Parameter(torch.zeros(5)), nn.Parameter(torch.zeros(5, 5))

    def encode(self, words, piece_rows, piece_index, bits, real):
        """words T x B; piece_rows: vectors of the batch's different words by piece_index T x B; bits T x B x 15."""
        e = torch.cat([self.words(words), piece_rows[piece_index]], -1)
        e = torch.cat([self.drop(e), bits], -1)
        h = torch.relu(self.enter(e)) * real
        for layer in self.layers:
            h = layer(self.drop(h), real)
        return self.drop(h)

    def arcs(self, h):
        """h: B x L x wide; scores [b, dependent, head]; a root governs itself."""
        head = self.arc_to(h)
        return self.arc_from(h) @ head.transpose(1, 2) / 8 + self.arc_bias(head).transpose(1, 2)

    def relations(self, h, governor):
        return self.rel(torch.relu(self.rel_from(h) + self.rel_to(governor)))

    def names(self, h, style):
        return self.name(torch.relu(self.name_hidden(h) + self.name_style(style)))

    def attribution(self, h, style):
        x = torch.relu(self.attr_hidden(h) + self.attr_style(style))
        return self.attr(x), self.cue(x), self.anchor(x)[..., 0]

    def look(self, h, at, cue, distance, near, style, real):
        """Source and content for N cues. h: T x B x wide; at: (window positions T2 x N, batch N); cue N x wide (mean over it)."""
        token, match = self.look_token(h), self.look_match(h)
        pos, batch = at
        t, m = token[pos, batch], match[pos, batch]
        z = t + self.look_cue(cue) + self.look_distance(distance) + self.look_style(style) + self.look_near(near) + m * torch.tanh(self.look_key(cue))
        z = torch.relu(z) * real
        return self.look_out(self.drop(self.look_layer(z, real)))


def bucket(distance):
    """Signed distance in tokens to a class, 0 to 2 * len(DISTANCES)."""
    import numpy as np

    side = np.searchsorted(np.array(DISTANCES), np.abs(distance), side="right")
    return np.where(distance < 0, side + len(DISTANCES), side)
