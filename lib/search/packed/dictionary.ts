import { ByteReader, decodeText } from './bytes';
import { BLOCK, INLINE } from './segment-writer';

/** Where the postings of a term lie: in the dictionary itself, or in the pieces. */
export interface Place {
  /** In how many articles the term occurs. */
  readonly count: number;
  readonly isInline: boolean;
  readonly start: number;
  readonly length: number;
}

export interface Term extends Place {
  readonly term: string;
}

/** The terms of a segment, packed as `segment-writer.ts` tells; decoded when they are asked for. */
export class Dictionary {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #terms: number;
  readonly #blocks: number;

  constructor(bytes: Uint8Array, terms: number) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#terms = terms;
    this.#blocks = Math.ceil(terms / BLOCK);
  }

  /** The term as `encodeText` writes it; null when no article has it. */
  find(wanted: Uint8Array): Place | null {
    if (this.#blocks === 0) return null;
    const block = this.#blockOf(wanted);
    const { bytes } = this;
    const reader = new ByteReader(bytes, this.#startOf(block));
    let postings = this.#postingsOf(block);
    /** How many bytes at the start of `wanted` the term before this one has. */
    let common = 0;
    const end = Math.min(BLOCK, this.#terms - block * BLOCK);
    for (let i = 0; i < end; i++) {
      const shared = reader.varint();
      const length = reader.varint();
      const { at } = reader;
      // A term that shares more with the one before it than that has with the wanted one is lesser, like that.
      if (shared < common) return null;
      let isFound = false;
      if (shared === common) {
        let same = 0;
        while (same < length && common < wanted.length && bytes[at + same] === wanted[common]) {
          same++;
          common++;
        }
        if (same === length) isFound = common === wanted.length;
        else if (common === wanted.length || (bytes[at + same] ?? 0) > (wanted[common] ?? 0)) return null;
      }
      reader.skip(length);
      const count = reader.varint();
      const size = reader.varint();
      const isInline = size <= INLINE;
      if (isFound) return { count, isInline, start: isInline ? reader.at : postings, length: size };
      if (isInline) reader.skip(size);
      else postings += size;
    }
    return null;
  }

  /** The terms that begin with `prefix`, in order. */
  *terms(prefix: Uint8Array = new Uint8Array(0)): Generator<Term> {
    const text = decodeText(prefix);
    for (let block = prefix.length ? this.#blockOf(prefix) : 0; block < this.#blocks; block++) {
      for (const found of this.#block(block)) {
        if (found.term.startsWith(text)) yield found;
        else if (found.term > text) return;
      }
    }
  }

  *#block(block: number): Generator<Term> {
    const reader = new ByteReader(this.bytes, this.#startOf(block));
    let postings = this.#postingsOf(block);
    const buffer: number[] = [];
    const end = Math.min(BLOCK, this.#terms - block * BLOCK);
    for (let i = 0; i < end; i++) {
      buffer.length = reader.varint();
      const length = reader.varint();
      for (let k = 0; k < length; k++) buffer.push(this.bytes[reader.at + k] ?? 0);
      reader.skip(length);
      const count = reader.varint();
      const size = reader.varint();
      const isInline = size <= INLINE;
      const start = isInline ? reader.at : postings;
      yield { term: decodeText(Uint8Array.from(buffer)), count, isInline, start, length: size };
      if (isInline) reader.skip(size);
      else postings += size;
    }
  }

  /** The last block whose first term is not greater than the wanted one; the first where there is none. */
  #blockOf(wanted: Uint8Array): number {
    let low = 0;
    let high = this.#blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#compareFirst(middle, wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Below zero where the first term of the block is less than the wanted one, above where it is greater. */
  #compareFirst(block: number, wanted: Uint8Array): number {
    const { bytes } = this;
    // The first of a block shares nothing; words are so short (`MAX_WORD_CHARS`) that a length takes two bytes at most.
    const at = this.#startOf(block) + 1;
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? first : new ByteReader(bytes, at).varint();
    const start = at + (first < 0x80 ? 1 : 2);
    const end = Math.min(length, wanted.length);
    for (let i = 0; i < end; i++) {
      const difference = (bytes[start + i] ?? 0) - (wanted[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }

  #startOf(block: number): number {
    return 8 * this.#blocks + this.#view.getUint32(8 * block, true);
  }

  #postingsOf(block: number): number {
    return this.#view.getUint32(8 * block + 4, true);
  }
}
