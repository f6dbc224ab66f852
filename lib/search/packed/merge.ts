/** Merges segments; what is read and written at a time is small, so that memory stays bounded. */
import { Lengths } from './lengths';
import type { Term } from './dictionary';
import { eachPosting, type List, type Segment } from './segment';
import { type PackedSegment, SegmentWriter } from './segment-writer';

/** Terms of one segment whose postings are read at once. */
const TERMS_AHEAD = 512;

/** What the merging asks of where the segment is going to be stored. */
export interface MergeSink {
  /** Called every few terms: a chance to let something more urgent go first. */
  readonly pause: () => Promise<void>;
  /** Stores the next pieces of postings. */
  readonly store: (pieces: readonly Uint8Array[]) => Promise<void>;
}

/** One segment of several, without the articles that `isGone` names; its pieces of postings are in the sink. */
export async function mergeSegments(
  segments: readonly Segment[],
  isGone: (id: string) => boolean,
  sink: MergeSink,
): Promise<PackedSegment> {
  const writer = new SegmentWriter();
  let size = 0;
  const numbers = segments.map((segment) =>
    Int32Array.from({ length: segment.size }, (_, article) => {
      const id = segment.idOf(article);
      if (isGone(id)) return -1;
      writer.addArticle(id, segment.dayOf(article));
      return size++;
    }),
  );
  const lengths = new Lengths(size);
  const walks = segments.map((segment) => new Walk(segment));
  for (;;) {
    for (const walk of walks) {
      if (!walk.isAtEnd()) continue;
      await walk.readOn();
      await sink.pause();
      await sink.store(writer.takePieces());
    }
    const term = leastOf(walks);
    if (term === null) break;
    const articles: number[] = [];
    const counts: number[] = [];
    for (const [s, walk] of walks.entries()) {
      if (walk.term !== term) continue;
      eachPosting(walk.list, (article, count) => {
        const number = numbers[s]?.[article] ?? -1;
        if (number < 0) return;
        articles.push(number);
        counts.push(count);
      });
      walk.next();
    }
    if (articles.length === 0) continue;
    writer.addTerm(term, articles, counts);
    lengths.add(term, articles, counts);
  }
  return writer.finish(lengths.take());
}

function leastOf(walks: readonly Walk[]): string | null {
  let least: string | null = null;
  for (const { term } of walks) if (term !== null && (least === null || term < least)) least = term;
  return least;
}

const NO_LIST: List = { bytes: new Uint8Array(0), at: 0, count: 0 };

/** Goes through the terms of a segment in order. */
class Walk {
  readonly #segment: Segment;
  readonly #terms: Generator<Term>;
  #batch: readonly Term[] = [];
  #lists: readonly (List | null)[] = [];
  #at = 0;
  #isDone = false;

  constructor(segment: Segment) {
    this.#segment = segment;
    this.#terms = segment.dictionary.terms();
  }

  /** The term it stands at; null after the last. */
  get term(): string | null {
    return this.#batch[this.#at]?.term ?? null;
  }

  get list(): List {
    return this.#lists[this.#at] ?? NO_LIST;
  }

  /** Whether more must be read before it stands at a term; never after the last. */
  isAtEnd(): boolean {
    return this.#at >= this.#batch.length && !this.#isDone;
  }

  next(): void {
    this.#at++;
  }

  async readOn(): Promise<void> {
    const batch: Term[] = [];
    while (batch.length < TERMS_AHEAD) {
      const next = this.#terms.next();
      if (next.done) break;
      batch.push(next.value);
    }
    this.#isDone = batch.length < TERMS_AHEAD;
    this.#lists = await this.#segment.lists(batch);
    this.#batch = batch;
    this.#at = 0;
  }
}
