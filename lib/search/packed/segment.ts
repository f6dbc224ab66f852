import { ByteReader, checksum } from './bytes';
import { BLOCK, HEADER, MAGIC } from './segment-writer';

/** A term and where its postings lie. */
export interface Term {
  readonly term: string;
  /** In how many articles it occurs. */
  readonly count: number;
  readonly start: number;
}

/** Where a term occurs: numbers of articles in order, and how often in each. */
export interface Postings {
  readonly articles: Uint32Array;
  readonly counts: Uint32Array;
}

const NO_POSTINGS: Postings = { articles: new Uint32Array(0), counts: new Uint32Array(0) };

/** Reads packed bytes (see `segment-writer.ts`); terms and postings are decoded when they are asked for. */
export class Segment {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #blockCount: number;
  readonly #termCount: number;
  readonly #at: { articles: number; lengths: number; blocks: number; dictionary: number; postings: number };
  #articles: { readonly ids: readonly string[]; readonly days: Int32Array } | null = null;

  private constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const part = (number: number) => this.#view.getUint32(HEADER.parts + 4 * number, true);
    this.#at = { articles: part(0), lengths: part(1), blocks: part(2), dictionary: part(3), postings: part(4) };
    this.size = this.#view.getUint32(HEADER.articles, true);
    this.#termCount = this.#view.getUint32(HEADER.terms, true);
    this.#blockCount = Math.ceil(this.#termCount / BLOCK);
  }

  /** Opens packed bytes; null when they are damaged. */
  static open(bytes: Uint8Array): Segment | null {
    if (bytes.length < HEADER.size) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(HEADER.magic, true) !== MAGIC) return null;
    if (view.getUint32(HEADER.checksum, true) !== checksum(bytes.subarray(HEADER.articles))) return null;
    return new Segment(bytes);
  }

  /** Ids of the articles, by number. */
  get ids(): readonly string[] {
    return this.#readArticles().ids;
  }

  /** Day on which each was published, counted from 1 January 1970; -1 where it is not known. */
  get days(): Int32Array {
    return this.#readArticles().days;
  }

  /** Length of an article's vector of TF-IDF weights, as of the packing. */
  lengthOf(article: number): number {
    return this.#view.getFloat32(this.#at.lengths + 4 * article, true);
  }

  /** The term; null when no article has it. */
  find(term: string): Term | null {
    let low = 0;
    let high = this.#blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstTerm(middle) <= term) low = middle;
      else high = middle - 1;
    }
    if (this.#blockCount === 0) return null;
    for (const found of this.#block(low)) {
      if (found.term === term) return found;
      if (found.term > term) return null;
    }
    return null;
  }

  /** The terms that begin with `prefix`, in order. */
  *terms(prefix = ''): Generator<Term> {
    let low = 0;
    let high = this.#blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstTerm(middle) < prefix) low = middle;
      else high = middle - 1;
    }
    for (let block = low; block < this.#blockCount; block++) {
      for (const found of this.#block(block)) {
        if (found.term.startsWith(prefix)) yield found;
        else if (found.term > prefix) return;
      }
    }
  }

  /** Where the term occurs. */
  postings(term: Term | null): Postings {
    if (!term) return NO_POSTINGS;
    const articles = new Uint32Array(term.count);
    const counts = new Uint32Array(term.count);
    const reader = new ByteReader(this.bytes, this.#at.postings + term.start);
    let before = -1;
    for (let i = 0; i < term.count; i++) {
      const step = reader.varint();
      before += (step >>> 1) + 1;
      articles[i] = before;
      counts[i] = step & 1 ? reader.varint() : 1;
    }
    return { articles, counts };
  }

  #firstTerm(block: number): string {
    const reader = new ByteReader(this.bytes, this.#at.dictionary + this.#offset(block, 0));
    reader.varint();
    return reader.units(reader.varint());
  }

  *#block(block: number): Generator<Term> {
    const reader = new ByteReader(this.bytes, this.#at.dictionary + this.#offset(block, 0));
    let start = this.#offset(block, 1);
    let term = '';
    const end = Math.min(BLOCK, this.#termCount - block * BLOCK);
    for (let i = 0; i < end; i++) {
      const shared = reader.varint();
      term = term.slice(0, shared) + reader.units(reader.varint());
      const count = reader.varint();
      const length = reader.varint();
      yield { term, count, start };
      start += length;
    }
  }

  #offset(block: number, which: 0 | 1): number {
    return this.#view.getUint32(this.#at.blocks + 8 * block + 4 * which, true);
  }

  #readArticles() {
    if (this.#articles) return this.#articles;
    const reader = new ByteReader(this.bytes, this.#at.articles);
    const ids: string[] = [];
    const days = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      ids.push(reader.units(reader.varint()));
      days[i] = reader.varint() - 1;
    }
    this.#articles = { ids, days };
    return this.#articles;
  }
}
