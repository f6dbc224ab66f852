"""What the net sees of a word: a row of the word vectors, and hashed pieces. The same hash as lib/language/learned/hash.ts."""

MASK = 0xFFFFFFFF


def hash_text(text):
    h = 0x811C9DC5
    data = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(data), 2):
        h = ((h ^ (data[i] | data[i + 1] << 8)) * 0x01000193) & MASK
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & MASK
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & MASK
    return h ^ (h >> 16)


def shape(word):
    """"McDonald's-2" -> "XxXxx'x-d": kinds of characters, runs cut to two."""
    out = ""
    for c in word[:24]:
        k = "X" if c != c.lower() else "x" if c != c.upper() else "d" if "0" <= c <= "9" else c
        if out[-2:] != k + k:
            out += k
    return out


def pieces(word, buckets):
    """Bucket numbers (from 1) of the word, its shape, its beginnings and ends, its letter triples."""
    low = word[:24].lower()
    keys = ["w" + low, "S" + shape(word), "q" + low[:2], "r" + low[:3], "s" + low[-1:], "t" + low[-2:], "u" + low[-3:], "v" + low[-4:]]
    edged = "^" + low + "$"
    keys += ["3" + edged[i : i + 3] for i in range(len(edged) - 2)][:14]
    return [1 + hash_text(k) % (buckets - 1) for k in keys]
