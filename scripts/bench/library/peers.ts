/** Other search libraries at the same work, as one would use them in an extension. */
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Description } from '../../../lib/search/description';

/** Words of an article that relatives are searched by: with all of them MiniSearch needs seconds. */
const QUERY_WORDS = 25;

const OPTIONS = { fields: ['text'], idField: 'id', tokenize: (text: string) => text.split(' ') };

function documentOf({ clippingId, words, counts }: Description) {
  const text = words.flatMap((word, i) => Array.from({ length: counts[i] ?? 1 }, () => word)).join(' ');
  return { id: clippingId, text };
}

/** MiniSearch, kept between starts as the JSON that it gives of itself. */
export class MiniSearchIndex {
  readonly #index: MiniSearch;

  private constructor(index: MiniSearch) {
    this.#index = index;
  }

  static async build(descriptions: readonly Description[]): Promise<void> {
    const index = new MiniSearch(OPTIONS);
    for (const description of descriptions) index.add(documentOf(description));
    await new MiniSearchIndex(index).#keep();
  }

  static async restore(): Promise<MiniSearchIndex> {
    const db = await openStore();
    const request = db.transaction('kept').objectStore('kept').get('index');
    await settled(request, 'success');
    db.close();
    return new MiniSearchIndex(MiniSearch.loadJSON(String(request.result), OPTIONS));
  }

  async add(description: Description): Promise<void> {
    this.#index.add(documentOf(description));
    await this.#keep();
  }

  /** The rarest words find relatives best. */
  related({ words, counts }: Description): unknown {
    const strongest = words
      .map((word, i) => ({ word, weight: (counts[i] ?? 1) * word.length }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, QUERY_WORDS);
    return this.#index.search(strongest.map(({ word }) => word).join(' ')).slice(0, 20);
  }

  search(query: string): unknown {
    return this.#index.search(query, { combineWith: 'AND' });
  }

  async #keep(): Promise<void> {
    const db = await openStore();
    const transaction = db.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put(JSON.stringify(this.#index), 'index');
    await settled(transaction, 'complete');
    db.close();
  }
}

/** FlexSearch in memory; it is not restored, so that only its answers can be compared. */
export class FlexSearchIndex {
  readonly #index = new Index({ tokenize: 'strict' });

  constructor(descriptions: readonly Description[]) {
    for (const [number, description] of descriptions.entries()) this.#index.add(number, documentOf(description).text);
  }

  search(query: string): unknown {
    return this.#index.search(query, { limit: 100_000 });
  }
}

async function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('peer');
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('kept'));
  await settled(request, 'success');
  return request.result;
}

function settled(target: EventTarget, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve());
    target.addEventListener('error', () => reject(new Error('the peer could not store')));
  });
}
