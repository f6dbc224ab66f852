/** What the library benchmarks run inside a page of the extension, on the database that it has there. */
import { FlexSearchIndex, MiniSearchIndex } from './peers';
import { workerOfPanel } from '../../../lib/messages/call';
import type { Description } from '../../../lib/search/description';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { describeActors } from '../../../lib/search/actors/appearances';
import { putAppearances } from '../../../lib/store/actors/put-appearances';
import { keepClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { toRow } from '../../../lib/store/index/description-row';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { storeParts } from '../../../lib/store/index/segments';
import { findRelated } from '../../../lib/store/related';
import { searchClippings } from '../../../lib/store/search';
import { idOf, inventArticle, inventClipping, inventDescription, inventText } from './invented';

/** Articles written in one transaction. */
const BATCH = 1000;

/** Larger libraries get no texts: hundreds of megabytes that neither related articles nor words are looked for in. */
const MAX_TEXTS = 10_000;

const bench = {
  /**
   * Puts so many articles into the store, indexed in segments of these sizes, the rest in the log; goes on where an
   * earlier filling was broken off.
   */
  async fill(count: number, segments: readonly number[]): Promise<void> {
    const db = new Database();
    await db.open();
    for (let at = await db.clippings.count(); at < count; at += BATCH)
      await addArticles(db, range(at, Math.min(count, at + BATCH)), count <= MAX_TEXTS);
    // Those of an earlier filling may be of another shape.
    await db.segments.clear();
    await db.segmentParts.clear();
    let at = 0;
    for (const [i, size] of segments.entries()) {
      const { articles, head, parts } = packDescriptions(range(at, at + size).map(inventDescription));
      await storeParts(db, i + 1, 0, parts);
      await db.segments.add({ number: i + 1, articles, head });
      at += size;
    }
    await db.indexLog.bulkPut(range(at, count).map((number) => ({ clippingId: idOf(number), change: 'added' })));
    db.close();
  },

  /** Bytes of the index and of the descriptions, an article. */
  async sizes(): Promise<{ index: number; descriptions: number }> {
    const db = new Database();
    const articles = await db.clippings.count();
    let index = 0;
    await db.segments.each(({ head }) => void (index += head.length));
    await db.segmentParts.each(({ bytes }) => void (index += bytes.length));
    let descriptions = 0;
    await db.descriptions.limit(500).each(({ words, counts, opening, names, quotations }) => {
      descriptions += words.length + counts.byteLength + opening.byteLength + names.byteLength;
      descriptions += quotations.reduce((sum, { text }) => sum + text.length, 0);
    });
    db.close();
    return { index: index / articles, descriptions: descriptions / 500 };
  },

  /** Milliseconds until the worker has answered which articles are related, and how many it named. */
  async askWorker(number: number): Promise<{ ms: number; found: number }> {
    const { article, analysis } = inventArticle(number);
    const asked = performance.now();
    const answer = await workerOfPanel().relatedTo(article, analysis, null);
    return { ms: performance.now() - asked, found: answer.ok ? answer.value.length : -1 };
  },

  async relatedTimes(numbers: readonly number[]): Promise<number[]> {
    const db = new Database();
    const times: number[] = [];
    for (const number of numbers) {
      const { article, analysis } = inventArticle(number);
      times.push(await timed(() => findRelated(article, analysis, null, db)));
    }
    db.close();
    return times;
  },

  /** The first of the times is that of a page that has read nothing yet. */
  async searchTimes(queries: readonly string[]): Promise<{ times: number[]; hits: number }> {
    const db = new Database();
    const times: number[] = [];
    let hits = 0;
    for (const query of queries) {
      times.push(
        await timed(async () => {
          const found = await searchClippings(query, 0, db);
          hits += found.ok ? found.value.size : 0;
        }),
      );
    }
    db.close();
    return { times, hits: hits / queries.length };
  },

  async addTimes(from: number, count: number): Promise<number[]> {
    const db = new Database();
    const times: number[] = [];
    for (const number of range(from, from + count)) {
      const draft = inventArticle(number);
      times.push(await timed(() => keepClipping(draft, db)));
    }
    db.close();
    return times;
  },

  /** Queries asked one after another, before and while the index is merged in the same thread. */
  async mergeTimes(queries: readonly string[]): Promise<{ before: number[]; during: number[]; merging: number }> {
    const db = new Database();
    const ask = (query: string) => timed(() => searchClippings(query, 0, db));
    if ((await db.segments.count()) < 2) throw new Error('there is nothing to merge');
    const before: number[] = [];
    for (const query of queries) before.push(await ask(query));
    const during: number[] = [];
    const started = performance.now();
    const merging = mergeIndex(db).then(() => 'merged' as const);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
    for (let i = 0; (await Promise.race([merging, pause()])) !== 'merged'; i++)
      during.push(await ask(queries[i % queries.length] ?? ''));
    const segments = await db.segments.count();
    if (segments > 1) throw new Error(`${segments} segments were left: nothing was merged`);
    db.close();
    return { before, during, merging: performance.now() - started };
  },

  /** Builds a peer's index of the same articles and keeps it as it would have to. */
  async buildPeer(count: number): Promise<number> {
    return timed(() => MiniSearchIndex.build(range(0, count).map(inventDescription)));
  },

  /** The peer's first answer from what it kept, and its later ones. */
  async peerTimes(related: readonly number[], queries: readonly string[], count: number) {
    const start = performance.now();
    const mini = await MiniSearchIndex.restore();
    mini.related(inventDescription(related[0] ?? 0));
    const first = performance.now() - start;
    const relatedTimes: number[] = [];
    for (const number of related) {
      const description: Description = inventDescription(number);
      relatedTimes.push(await timed(() => mini.related(description)));
    }
    const miniTimes: number[] = [];
    for (const query of queries) miniTimes.push(await timed(() => mini.search(query)));
    const adding = await timed(() => mini.add(inventDescription(count)));
    const flex = new FlexSearchIndex(range(0, count).map(inventDescription));
    const flexTimes: number[] = [];
    for (const query of queries) flexTimes.push(await timed(() => flex.search(query)));
    return { first, related: relatedTimes, mini: miniTimes, flex: flexTimes, adding };
  },
};

export type Bench = typeof bench;

declare global {
  var libraryBench: Bench;
}

globalThis.libraryBench = bench;

async function addArticles(db: Database, numbers: readonly number[], isWhole: boolean): Promise<void> {
  const clippings = numbers.map(inventClipping);
  const descriptions = numbers.map((number) => toRow(inventDescription(number)));
  const texts = isWhole ? numbers.map(inventText) : [];
  const actors = texts.flatMap((text, i) => {
    const clipping = clippings[i];
    return clipping ? [describeActors({ clipping, text, corrections: [] })] : [];
  });
  await db.transaction('rw', db.tables, async () => {
    await db.clippings.bulkAdd(clippings);
    await db.texts.bulkAdd(texts);
    await db.descriptions.bulkAdd(descriptions);
    await putAppearances(
      db.appearances,
      actors.map(({ appearances }) => appearances),
    );
    await db.spoken.bulkAdd(actors.map(({ spoken }) => spoken));
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
