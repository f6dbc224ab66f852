/**
 * Packs articles and where their words occur into one block of bytes that is never changed again:
 *
 *   header        magic, checksum, counts and the offsets of the parts below (32 bits each)
 *   articles      id and day of each
 *   lengths       of each article's vector (32-bit floats)
 *   blocks        where each block of `BLOCK` terms begins, in dictionary and postings
 *   dictionary    terms in order of their UTF-16 units, each without what it shares with the one before it
 *   postings      for each term the numbers of its articles as differences, and counts above one
 */
import { ByteWriter, checksum } from './bytes';

export const MAGIC = 0x31585348; // "HSX1"

/** Terms that are packed against each other; reading one decodes half a block on average. */
export const BLOCK = 16;

/** Numbers in the header before the parts begin. */
export const HEADER = { magic: 0, checksum: 4, articles: 8, terms: 12, parts: 16, size: 36 } as const;

export class SegmentWriter {
  readonly #articles = new ByteWriter();
  readonly #blocks = new ByteWriter();
  readonly #dictionary = new ByteWriter();
  readonly #postings = new ByteWriter();
  #articleCount = 0;
  #termCount = 0;
  #before = '';

  /** Adds an article; they are numbered 0, 1, 2 … `day` counts from 1 January 1970; null where it is not known. */
  addArticle(id: string, day: number | null): void {
    this.#articles.varint(id.length);
    this.#articles.units(id);
    this.#articles.varint(day === null ? 0 : Math.max(1, day + 1));
    this.#articleCount++;
  }

  /** Adds a term, greater than the one before, with the numbers of its articles in order and its count in each. */
  addTerm(term: string, articles: ArrayLike<number>, counts: ArrayLike<number>): void {
    const isFirst = this.#termCount % BLOCK === 0;
    if (isFirst) {
      this.#blocks.uint32(this.#dictionary.length);
      this.#blocks.uint32(this.#postings.length);
    }
    const shared = isFirst ? 0 : sharedPrefix(this.#before, term);
    const start = this.#postings.length;
    this.#addPostings(articles, counts);
    this.#dictionary.varint(shared);
    this.#dictionary.varint(term.length - shared);
    this.#dictionary.units(term, shared);
    this.#dictionary.varint(articles.length);
    this.#dictionary.varint(this.#postings.length - start);
    this.#before = term;
    this.#termCount++;
  }

  /** The bytes; `lengths` of the articles' vectors in order. */
  finish(lengths: ArrayLike<number>): Uint8Array {
    const floats = new ByteWriter();
    for (let i = 0; i < this.#articleCount; i++) floats.float32(lengths[i] ?? 0);
    const parts = [this.#articles, floats, this.#blocks, this.#dictionary, this.#postings].map((part) => part.finish());
    const file = new ByteWriter();
    for (const number of [MAGIC, 0, this.#articleCount, this.#termCount]) file.uint32(number);
    let offset: number = HEADER.size;
    for (const part of parts) {
      file.uint32(offset);
      offset += part.length;
    }
    for (const part of parts) file.append(part);
    const bytes = file.finish();
    const view = new DataView(bytes.buffer);
    view.setUint32(HEADER.checksum, checksum(bytes.subarray(HEADER.articles)), true);
    return bytes;
  }

  #addPostings(articles: ArrayLike<number>, counts: ArrayLike<number>): void {
    let before = -1;
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0;
      const count = counts[i] ?? 1;
      const step = article - before - 1;
      this.#postings.varint(step * 2 + (count > 1 ? 1 : 0));
      if (count > 1) this.#postings.varint(count);
      before = article;
    }
  }
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
