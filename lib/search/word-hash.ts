/** A number for a word, the same everywhere (FNV-1a over the UTF-16 units, mixed once more so that all bits tell alike). */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The places of some words in their list, found by hash (open addressing): many times as fast as a map for words that
 * were just cut out of a text, which a map would have to hash in full and to keep.
 */
export class WordPlaces {
  readonly #words: readonly string[];
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** Of equal words the last counts. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 1))).fill(-1);
    this.#mask = this.#slots.length - 1;
    for (const [place, word] of words.entries()) this.#slots[this.#slotOf(word, hashOf(word))] = place;
  }

  /** Where the word stands in the list; -1 where it does not. `hash` is that of the word. */
  find(word: string, hash: number): number {
    return this.#slots[this.#slotOf(word, hash)] ?? -1;
  }

  /** The slot of the word, or the empty one in which it would be. */
  #slotOf(word: string, hash: number): number {
    let slot = hash & this.#mask;
    for (
      let place = this.#slots[slot] ?? -1;
      place >= 0 && this.#words[place] !== word;
      place = this.#slots[slot] ?? -1
    )
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
