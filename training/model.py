"""The net of attribution: an encoder over word vectors, hashed pieces and the linear engine's codes, three bidirectional recurrent
layers with one look at the governor in the tree, labels of source, cue and content, and a second look at each cue.

The recurrence is the simple recurrent unit of Lei et al. 2018 without its peephole: c_t = f_t c_(t-1) + (1 - f_t) x_t, whose
matrix products do not depend on the step before, so that they can be done for many tokens at once."""
import torch
import torch.nn as nn

TOKEN_CODES = [20, 48, 20, 48, 26, 4, 7, 7, 10, 24, 16, 48, 64, 32]  # lib/language/net/token-codes.ts
LOOK_CODES = [36, 32, 128, 26, 48, 20, 32]  # lib/language/net/look-codes.ts
PIECE_ROWS = 8192


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
    """Both directions; output 2 * size. The columns of `gates`: new (forth, back), forget (forth, back), reset (forth, back)."""

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


def crf_loss(emit, tags, mask, start, trans):
    """Negative log likelihood of each sequence. emit T x B x K, tags T x B, mask T x B (contiguous from 0)."""
    alpha = emit[0] + start
    score = alpha.gather(1, tags[0][:, None])[:, 0]
    for e, m in zip(emit.unbind(0)[1:], mask[:, :, None].unbind(0)[1:]):
        alpha = torch.where(m, torch.logsumexp(alpha[:, :, None] + trans, 1) + e, alpha)
    step = emit[1:].gather(2, tags[1:, :, None])[..., 0] + trans[tags[:-1], tags[1:]]
    score = score + (step * mask[1:]).sum(0)
    return torch.logsumexp(alpha, 1) - score


class Drop(nn.Module):
    """Dropout with one mask for all steps of a sequence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training:
            return x
        return x * ((torch.rand(1, *x.shape[1:]) >= self.rate).float() / (1 - self.rate))


def four_bits(rows):
    """Rows as they come back from four bits with one scale a row; the gradient passes through."""
    scale = rows.abs().amax(-1, keepdim=True).clamp(min=1e-6) / 7
    return rows + (torch.round(rows / scale).clamp(-7, 7) * scale - rows).detach()


def offsets(sizes):
    return torch.tensor([sum(sizes[:k]) for k in range(len(sizes))])


class Net(nn.Module):
    def __init__(self, vocabulary, wide=80, piece=32, inner=128, size=96, layers=3, k=64, m=48, drop=0.3):
        super().__init__()
        self.words = nn.Embedding(vocabulary, wide)
        self.pieces = nn.Embedding(PIECE_ROWS, piece)
        nn.init.normal_(self.pieces.weight, std=0.5)
        self.codes = nn.Embedding(sum(TOKEN_CODES), inner)
        nn.init.normal_(self.codes.weight, std=0.1)
        self.register_buffer("code_at", offsets(TOKEN_CODES))
        self.enter = nn.Linear(wide + piece, inner)
        both = 2 * size
        self.layers = nn.ModuleList([Sru(inner if n == 0 else both, size) for n in range(layers)])
        self.governor = nn.Linear(both, both, bias=False)
        nn.init.normal_(self.governor.weight, std=0.02)
        self.drop, self.light = Drop(drop), Drop(0.15)
        self.hidden, self.style = nn.Linear(both, 64), nn.Embedding(2, 64)
        self.label = nn.Linear(64, 7)
        # second look
        self.look_token, self.look_cue, self.look_match, self.look_key = nn.Linear(both, k), nn.Linear(both, k), nn.Linear(both, k, bias=False), nn.Linear(both, k)
        self.look_codes = nn.Embedding(sum(LOOK_CODES), k)
        nn.init.normal_(self.look_codes.weight, std=0.1)
        self.register_buffer("look_at", offsets(LOOK_CODES))
        self.look_style = nn.Embedding(4, k)
        self.look_layer = Sru(k, m)
        self.look_out = nn.Linear(2 * m, 5)
        self.look_start, self.look_trans = nn.Parameter(torch.zeros(5)), nn.Parameter(torch.zeros(5, 5))
        self.judge_hidden, self.judge = nn.Linear(k + 6 * m, 48), nn.Linear(48, 1)
        self.quantised = False

    def tables(self, rows):
        return four_bits(rows) if self.quantised else rows

    def encode(self, b):
        e = torch.cat([self.tables(self.words(b.words)), self.tables(self.pieces(b.pieces)).mean(2)], -1)
        x = self.enter(self.light(e)) + self.codes(b.codes + self.code_at).sum(2)
        x = torch.relu(x) * b.real
        h = self.layers[0](self.light(x), b.real)
        governor = torch.gather(h, 0, b.head[..., None].expand_as(h))
        h = h + torch.tanh(self.governor(self.drop(governor)))
        for layer in self.layers[1:]:
            h = layer(self.drop(h), b.real)
        return self.drop(h)

    def labels(self, h, style):
        return self.label(torch.relu(self.hidden(h) + self.style(style)))

    def look(self, h, pos, batch, codes, first, last, alone, style, real):
        """For N cues: label scores of the window T x N x 5, and the judge's log odds. h: chunk length x chunks x wide."""
        length = int((last - first).max()) + 1
        inside = torch.arange(length)[:, None] + first[None]
        held = (inside <= last[None])[..., None].float()
        inside = torch.minimum(inside, last[None])
        cue = (h[inside, batch[None].expand_as(inside)] * held).sum(0) / held.sum(0)
        at = (pos, batch[None].expand_as(pos))
        t, m = self.look_token(h)[at], self.look_match(h)[at]
        asked = self.look_cue(cue) + self.look_style(style * 2 + alone.long())
        z = t + asked + self.look_codes(codes + self.look_at).sum(2) + m * torch.tanh(self.look_key(cue))
        z = self.look_layer(self.light(torch.relu(z) * real), real)
        emit = self.look_out(self.light(z))
        p = torch.softmax(emit, -1).detach() * real
        source, content = p[..., 1:3].sum(-1, keepdim=True), p[..., 3:5].sum(-1, keepdim=True)
        pool = lambda w: (z * w).sum(0) / (w.sum(0) + 1)
        at_cue = z.gather(0, (first - pos[0])[None, :, None].expand(1, -1, z.shape[2]))[0]
        seen = torch.cat([asked, at_cue, pool(source), pool(content)], -1)
        return emit, self.judge(torch.relu(self.judge_hidden(self.drop(seen[None])[0])))[:, 0]
