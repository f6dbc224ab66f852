/**
 * Packs articles and where their words occur into parts that are stored apart and never changed again, so that a query
 * reads little more than what answers it:
 *
 *   head          magic, checksum and counts, then length and checksum of every part (32 bits each)
 *   articles      day and length of the vector of each (32 bits each)
 *   ids           of the articles, all padded to one length
 *   dictionary    where each block of `BLOCK` terms begins, here and in the postings; then the terms in the order of
 *                 their UTF-16 units, each without what it shares with the one before it, with the number of its
 *                 articles and the length of its postings; few postings follow at once
 *   rough counts  of the terms (see `rough-counts.ts`)
 *   postings      the others: for each term the numbers of its articles as differences, and counts above one; cut into
 *                 pieces of `PIECE` bytes, a part each
 */
import { ByteWriter, checksum, encodeText } from './bytes';
import { RoughCountWriter } from './rough-counts';

export const MAGIC = 0x34585348; // "HSX4"

/** Terms that are packed against each other; reading one decodes half a block on average. */
export const BLOCK = 16;

/** Postings of so few bytes stand in the dictionary: most words are rare, and looking one up need not read a piece. */
export const INLINE = 12;

/** What is read at once of the postings. */
export const PIECE = 8192;

/** Where the numbers of the head stand; `size` of what comes before its parts, `part` of what each takes. */
export const HEAD = { checksum: 4, articles: 8, terms: 12, idLength: 16, parts: 20, size: 24, part: 8 } as const;

/** The numbers of the parts; pieces of postings have those from `postings` on. */
export const PART = { articles: 0, ids: 1, dictionary: 2, rough: 3, postings: 4 } as const;

/** A segment on its way to where it is stored. */
export interface PackedSegment {
  readonly articles: number;
  readonly head: Uint8Array;
  /** In order, those before the pieces of postings first. */
  readonly parts: readonly Uint8Array[];
}

/** What the head says of a part. */
interface PartMark {
  readonly length: number;
  readonly sum: number;
}

export class SegmentWriter {
  readonly #ids: Uint8Array[] = [];
  readonly #days: number[] = [];
  readonly #blocks = new ByteWriter();
  readonly #dictionary = new ByteWriter();
  readonly #list = new ByteWriter();
  readonly #rough = new RoughCountWriter();
  /** What does not fill a piece yet. */
  readonly #postings = new ByteWriter();
  readonly #pieceMarks: PartMark[] = [];
  #pieces: Uint8Array[] = [];
  #termCount = 0;
  #before: Uint8Array = new Uint8Array(0);

  /** Adds an article; they are numbered 0, 1, 2 … `day` counts from 1 January 1970; -1 where it is not known. */
  addArticle(id: string, day: number): void {
    this.#ids.push(encodeText(id));
    this.#days.push(day);
  }

  /** Adds a term, greater than the one before, with the numbers of its articles in order and its count in each. */
  addTerm(term: string, articles: ArrayLike<number>, counts: ArrayLike<number>): void {
    const isFirst = this.#termCount % BLOCK === 0;
    if (isFirst) {
      this.#blocks.uint32(this.#dictionary.length);
      this.#blocks.uint32(this.#pieceMarks.length * PIECE + this.#postings.length);
    }
    const bytes = encodeText(term);
    const shared = isFirst ? 0 : sharedPrefix(this.#before, bytes);
    const list = this.#packList(articles, counts);
    this.#dictionary.varint(shared);
    this.#dictionary.varint(bytes.length - shared);
    this.#dictionary.append(bytes.subarray(shared));
    this.#dictionary.varint(articles.length);
    this.#rough.add(term, articles.length);
    this.#dictionary.varint(list.length);
    if (list.length <= INLINE) this.#dictionary.append(list);
    else this.#addPostings(list);
    this.#before = bytes;
    this.#termCount++;
  }

  /** The pieces of postings that are full, from where they were taken the last time; they are forgotten here. */
  takePieces(): readonly Uint8Array[] {
    const taken = this.#pieces;
    this.#pieces = [];
    return taken;
  }

  /** The segment; of the pieces those that were not taken. `lengths` of the articles' vectors in order. */
  finish(lengths: ArrayLike<number>): PackedSegment {
    if (this.#postings.length > 0) this.#endPiece(this.#postings.finish());
    const idLength = this.#ids.reduce((longest, id) => Math.max(longest, id.length), 0);
    const first = [this.#packArticles(lengths), this.#packIds(idLength), this.#packDictionary(), this.#rough.finish()];
    const marks = [...first.map(markOf), ...this.#pieceMarks];
    const head = new ByteWriter();
    for (const number of [MAGIC, 0, this.#ids.length, this.#termCount, idLength, marks.length]) head.uint32(number);
    for (const { length, sum } of marks) {
      head.uint32(length);
      head.uint32(sum);
    }
    const bytes = head.finish();
    new DataView(bytes.buffer).setUint32(HEAD.checksum, checksum(bytes.subarray(HEAD.articles)), true);
    return { articles: this.#ids.length, head: bytes, parts: [...first, ...this.takePieces()] };
  }

  #packList(articles: ArrayLike<number>, counts: ArrayLike<number>): Uint8Array {
    this.#list.clear();
    let before = -1;
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0;
      const count = counts[i] ?? 1;
      this.#list.varint((article - before - 1) * 2 + (count > 1 ? 1 : 0));
      if (count > 1) this.#list.varint(count);
      before = article;
    }
    return this.#list.written();
  }

  #addPostings(list: Uint8Array): void {
    this.#postings.append(list);
    if (this.#postings.length < PIECE) return;
    const written = this.#postings.finish();
    this.#postings.clear();
    const full = Math.floor(written.length / PIECE);
    for (let i = 0; i < full; i++) this.#endPiece(written.slice(i * PIECE, (i + 1) * PIECE));
    this.#postings.append(written.subarray(full * PIECE));
  }

  #endPiece(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#pieceMarks.push(markOf(piece));
  }

  #packArticles(lengths: ArrayLike<number>): Uint8Array {
    const bytes = new Uint8Array(8 * this.#days.length);
    const view = new DataView(bytes.buffer);
    for (const [i, day] of this.#days.entries()) {
      view.setInt32(8 * i, day, true);
      view.setFloat32(8 * i + 4, lengths[i] ?? 0, true);
    }
    return bytes;
  }

  #packIds(length: number): Uint8Array {
    const bytes = new Uint8Array(length * this.#ids.length);
    for (const [i, id] of this.#ids.entries()) bytes.set(id, i * length);
    return bytes;
  }

  #packDictionary(): Uint8Array {
    const blocks = this.#blocks.written();
    const terms = this.#dictionary.written();
    const bytes = new Uint8Array(blocks.length + terms.length);
    bytes.set(blocks);
    bytes.set(terms, blocks.length);
    return bytes;
  }
}

function markOf(part: Uint8Array): PartMark {
  return { length: part.length, sum: checksum(part) };
}

function sharedPrefix(a: Uint8Array, b: Uint8Array): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
