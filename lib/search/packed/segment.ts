import { ByteReader, checksum, decodeText, encodeText } from './bytes';
import { Dictionary, type Place } from './dictionary';
import { RoughCountTable } from './rough-counts';
import { HEAD, MAGIC, PART, PIECE, type PackedSegment } from './segment-writer';

/** Reads parts of one segment from where they are stored, undefined for those that are not there. */
export type ReadParts = (parts: readonly number[]) => Promise<readonly (Uint8Array | undefined)[]>;

/** Thrown when a part is missing or not what was written. */
export class DamagedSegment extends Error {
  override readonly name = 'DamagedSegment';
}

/** Bytes in which a list of postings begins at `at`. */
export interface List {
  readonly bytes: Uint8Array;
  readonly at: number;
  /** How many articles are in it. */
  readonly count: number;
}

/** Pieces held in memory for the next query; what is more is forgotten, the oldest first. */
const MAX_PIECES = 1024;

/** A packed segment (see `segment-writer.ts`) of which only what is asked for is read. */
export class Segment {
  readonly size: number;
  readonly dictionary: Dictionary;
  readonly rough: RoughCountTable;
  readonly #head: Head;
  readonly #ids: Uint8Array;
  readonly #articles: DataView;
  readonly #pieces = new Map<number, Uint8Array>();

  private constructor(head: Head, articles: Uint8Array, ids: Uint8Array, dictionary: Uint8Array, rough: Uint8Array) {
    this.#head = head;
    this.size = head.articles;
    this.#articles = new DataView(articles.buffer, articles.byteOffset, articles.byteLength);
    this.#ids = ids;
    this.dictionary = new Dictionary(dictionary, head.terms);
    this.rough = new RoughCountTable(rough);
  }

  /** Opens a segment; throws `DamagedSegment` when it is not whole. */
  static async open(bytes: Uint8Array, read: ReadParts): Promise<Segment> {
    const head = new Head(bytes, read);
    const [articles, ids, dictionary, rough] = await head.read([PART.articles, PART.ids, PART.dictionary, PART.rough]);
    if (!articles || !ids || !dictionary || !rough) throw new DamagedSegment('a part is missing');
    return new Segment(head, articles, ids, dictionary, rough);
  }

  /** Opens a segment that is not stored. */
  static openPacked({ head, parts }: PackedSegment): Promise<Segment> {
    return Segment.open(head, (numbers) => Promise.resolve(numbers.map((number) => parts[number])));
  }

  /** Reads all that `open` has left; throws `DamagedSegment` when it is not whole. */
  async check(): Promise<void> {
    await this.#head.read(Array.from({ length: this.#head.parts - PART.postings }, (_, i) => PART.postings + i));
  }

  idOf(article: number): string {
    const start = article * this.#head.idLength;
    let end = start + this.#head.idLength;
    while (end > start && this.#ids[end - 1] === 0) end--;
    return decodeText(this.#ids, start, end);
  }

  /** Those of these ids that the segment has, with the number of the article. */
  numbersOf(ids: ReadonlySet<string> | ReadonlyMap<string, unknown>): Map<string, number> {
    const found = new Map<string, number>();
    const length = this.#head.idLength;
    // Reading every id as a text would take most of the time of a query.
    const starts = new Set([...ids.keys()].map((id) => startOf(encodeText(id), 0, encodeText(id).length)));
    for (let article = 0; article < this.size; article++) {
      if (!starts.has(startOf(this.#ids, article * length, length))) continue;
      const id = this.idOf(article);
      if (ids.has(id)) found.set(id, article);
    }
    return found;
  }

  /** Day on which an article was published, counted from 1 January 1970; -1 where it is not known. */
  dayOf(article: number): number {
    return this.#articles.getInt32(8 * article, true);
  }

  /** Length of an article's vector of TF-IDF weights, as of the packing. */
  lengthOf(article: number): number {
    return this.#articles.getFloat32(8 * article + 4, true);
  }

  /** The postings of each of these places, null where there is none; read together. */
  async lists(places: readonly (Place | null)[]): Promise<readonly (List | null)[]> {
    const pieces = await this.#load(places.flatMap((place) => (place ? piecesOf(place) : [])));
    return places.map((place) => place && this.#listAt(place, pieces));
  }

  #listAt(place: Place, pieces: ReadonlyMap<number, Uint8Array>): List {
    const { count } = place;
    if (place.isInline) return { bytes: this.dictionary.bytes, at: place.start, count };
    const numbers = piecesOf(place);
    const at = place.start % PIECE;
    const [only] = numbers;
    if (numbers.length === 1 && only !== undefined) return { bytes: pieces.get(only) ?? NOTHING, at, count };
    const bytes = new Uint8Array(numbers.length * PIECE);
    for (const [i, number] of numbers.entries()) bytes.set(pieces.get(number) ?? NOTHING, i * PIECE);
    return { bytes, at, count };
  }

  /** These pieces, by number, those of earlier queries taken over. */
  async #load(numbers: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
    const wanted = new Set(numbers);
    const found = new Map<number, Uint8Array>();
    for (const number of wanted) {
      const known = this.#pieces.get(number);
      if (known) found.set(number, known);
    }
    const missing = [...wanted].filter((number) => !found.has(number));
    const read = missing.length ? await this.#head.read(missing.map((number) => PART.postings + number)) : [];
    for (const [i, number] of missing.entries()) found.set(number, read[i] ?? NOTHING);
    for (const [number, piece] of found) this.#pieces.set(number, piece);
    for (const number of this.#pieces.keys()) {
      if (this.#pieces.size <= MAX_PIECES) break;
      this.#pieces.delete(number);
    }
    return found;
  }
}

const NOTHING = new Uint8Array(0);

/** The first bytes of an id, four at most, as one number. */
function startOf(bytes: Uint8Array, at: number, length: number): number {
  let start = 0;
  for (let i = 0; i < Math.min(4, length); i++) start |= (bytes[at + i] ?? 0) << (8 * i);
  return start;
}

function piecesOf({ isInline, start, length }: Place): number[] {
  if (isInline) return [];
  const first = Math.floor(start / PIECE);
  return Array.from({ length: Math.floor((start + length - 1) / PIECE) - first + 1 }, (_, i) => first + i);
}

/** Calls back with each article of a list, by number, and how often it has the term. */
export function eachPosting({ bytes, at, count }: List, visit: (article: number, count: number) => void): void {
  const reader = new ByteReader(bytes, at);
  let article = -1;
  for (let i = 0; i < count; i++) {
    const step = reader.varint();
    article += (step >>> 1) + 1;
    visit(article, step & 1 ? reader.varint() : 1);
  }
}

/** What the head of a segment says, and the way to its parts, each checked when it is read. */
class Head {
  readonly articles: number;
  readonly terms: number;
  readonly idLength: number;
  readonly parts: number;
  readonly #view: DataView;
  readonly #read: ReadParts;

  constructor(bytes: Uint8Array, read: ReadParts) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isWhole =
      bytes.length >= HEAD.size &&
      view.getUint32(0, true) === MAGIC &&
      view.getUint32(HEAD.checksum, true) === checksum(bytes.subarray(HEAD.articles));
    if (!isWhole) throw new DamagedSegment('the head is damaged');
    this.#view = view;
    this.#read = read;
    this.articles = view.getUint32(HEAD.articles, true);
    this.terms = view.getUint32(HEAD.terms, true);
    this.idLength = view.getUint32(HEAD.idLength, true);
    this.parts = view.getUint32(HEAD.parts, true);
  }

  async read(numbers: readonly number[]): Promise<readonly Uint8Array[]> {
    const parts = await this.#read(numbers);
    return numbers.map((number, i) => {
      const part = parts[i];
      const at = HEAD.size + HEAD.part * number;
      const isWhole =
        part?.length === this.#view.getUint32(at, true) && checksum(part) === this.#view.getUint32(at + 4, true);
      if (!part || !isWhole) throw new DamagedSegment(`part ${number} is damaged or missing`);
      return part;
    });
  }
}
