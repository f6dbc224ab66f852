/** Words of a text as alignment sees them: letters and digits in lower case; white space, punctuation and soft hyphens do not count. */

export interface Words {
  /** Word i lies at [starts[i], ends[i]). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Equal words, in either text and in any case, have equal ids. */
  readonly ids: Int32Array;
  /** Equal spellings (case counts) have equal numbers. */
  readonly spellings: Int32Array;
  readonly count: number;
}

/** Gives words ids; texts that are compared share one. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #spellings = new Map<string, { readonly spelling: number; readonly id: number }>();

  /** The words of `text` in order. */
  split(text: string): Words {
    const starts: number[] = [];
    const ends: number[] = [];
    const ids: number[] = [];
    const spellings: number[] = [];
    for (let i = 0; i < text.length; i++) {
      if (!isWordUnit(text, i)) continue;
      const start = i;
      while (i < text.length && isWordUnit(text, i)) i++;
      const { spelling, id } = this.#lookUp(text.slice(start, i));
      starts.push(start);
      ends.push(i);
      ids.push(id);
      spellings.push(spelling);
    }
    return {
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      ids: Int32Array.from(ids),
      spellings: Int32Array.from(spellings),
      count: starts.length,
    };
  }

  /** The word with this id; empty for an id that was never given. */
  keyOf(id: number): string {
    return this.#keys[id] ?? '';
  }

  #lookUp(written: string): { readonly spelling: number; readonly id: number } {
    const known = this.#spellings.get(written);
    if (known) return known;
    const bare = written.includes(SOFT_HYPHEN) ? written.replaceAll(SOFT_HYPHEN, '') : written;
    const same = bare === written ? undefined : this.#spellings.get(bare);
    const found = same ?? { spelling: this.#spellings.size, id: this.#idOf(bare.normalize('NFC').toLowerCase()) };
    this.#spellings.set(written, found);
    this.#spellings.set(bare, found);
    return found;
  }

  #idOf(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#keys.length);
    this.#keys.push(key);
    return this.#keys.length - 1;
  }
}

const SOFT_HYPHEN = '\u00ad';

/** Whether the UTF-16 unit at `i` belongs to a word. Most text is ASCII, and testing that by number is ten times faster. */
function isWordUnit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  // Halves of surrogate pairs are mostly emoji, and letters of rare scripts: both may stand for words.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return /[\p{L}\p{N}\p{M}\u00ad]/u.test(text.charAt(i));
}
