"""The net of attribution: an encoder over word vectors, hashed pieces and the linear engine's codes, three bidirectional recurrent
layers with one look at the governor in the tree, labels of source, cue and content, and a second look at each cue.

The recurrence is the simple recurrent unit of Lei et al. 2018 without its peephole: c_t = f_t c_(t-1) + (1 - f_t) x_t, whose
matrix products do not depend on the step before, so that they can be done for many tokens at once."""
import torch
import torch.nn as nn
import torch.nn.functional as F

TOKEN_CODES = [20, 48, 20, 48, 26, 4, 7, 7, 10, 24, 16, 48, 64, 32]  # lib/language/net/token-codes.ts
LOOK_CODES = [36, 32, 128, 26, 48, 20, 32]  # lib/language/net/look-codes.ts
PIECE_ROWS = 8192


class Recur(torch.autograd.Function):
    """The recurrence of Sru with its gradient in closed form. gates: T x B x 6n as its linear map gives them; old: T x B x 2n."""

    @staticmethod
    def forward(ctx, gates, old, real):
        n = gates.shape[-1] // 6
        forget, reset = torch.sigmoid(gates[..., 2 * n : 4 * n]), torch.sigmoid(gates[..., 4 * n :])
        new = gates[..., : 2 * n] * real
        add = turned((1 - forget).mul_(new), n)
        keep = turned(forget, n)
        c = torch.empty_like(add)
        before = torch.zeros_like(add[0])
        for t in range(add.shape[0]):
            torch.addcmul(add[t], keep[t], before, out=c[t])
            before = c[t]
        seen = torch.tanh(turned(c, n))
        ctx.save_for_backward(forget, reset, new, keep, c, seen, old, real)
        return torch.lerp(old, seen, reset)

    @staticmethod
    def backward(ctx, grad):
        forget, reset, new, keep, c, seen, old, real = ctx.saved_tensors
        n = forget.shape[-1] // 2
        out = torch.empty(*forget.shape[:-1], 6 * n)
        kept = grad * reset
        out[..., 4 * n :] = (seen - old).mul_(grad - kept).mul_(reset)
        d = turned(torch.addcmul(kept, seen, kept * seen, value=-1), n)
        for t in range(d.shape[0] - 2, -1, -1):
            d[t].addcmul_(keep[t + 1], d[t + 1])
        past = torch.zeros_like(c)
        past[1:] = c[:-1]
        d, past = turned(d, n), turned(past, n)
        left = (1 - forget).mul_(d)
        torch.mul(left, real, out=out[..., : 2 * n])
        out[..., 2 * n : 4 * n] = past.sub_(new).mul_(left).mul_(forget)
        return out, grad - kept, None


def turned(x, n):
    """The second direction's half from last to first."""
    return torch.cat([x[..., :n], x[..., n:].flip(0)], -1)


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
        old = self.skip(x) if self.skip is not None else x
        return Recur.apply(self.gates(x), old, real)


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


def added(table, rows):
    """Sum of the rows that the last dimension names."""
    return F.embedding_bag(rows.flatten(0, 1), table.weight, mode="sum").view(*rows.shape[:2], -1)


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
        x = self.enter(self.light(e)) + added(self.codes, b.codes + self.code_at)
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
        z = t + asked + added(self.look_codes, codes + self.look_at) + m * torch.tanh(self.look_key(cue))
        z = self.look_layer(self.light(torch.relu(z) * real), real)
        emit = self.look_out(self.light(z))
        p = torch.softmax(emit, -1).detach() * real
        source, content = p[..., 1:3].sum(-1, keepdim=True), p[..., 3:5].sum(-1, keepdim=True)
        pool = lambda w: (z * w).sum(0) / (w.sum(0) + 1)
        at_cue = z.gather(0, (first - pos[0])[None, :, None].expand(1, -1, z.shape[2]))[0]
        seen = torch.cat([asked, at_cue, pool(source), pool(content)], -1)
        return emit, self.judge(torch.relu(self.judge_hidden(self.drop(seen[None])[0])))[:, 0]
