import type { Description } from '../../search/description';
import { packDescriptions } from '../../search/packed/pack';
import type { Database } from '../database';
import { MAX_LOG } from './merge-index';
import { storeParts } from './segments';

/** Articles packed at once: about a seventh of a second, and a few megabytes. */
const MAX_PACKED = 1024;

/**
 * Packs many new articles into segments right away, inside one transaction of the caller, who is alone on the index:
 * through the log each of them would be packed, then merged again and again.
 */
export class FreshSegments {
  #waiting: Description[] = [];
  #number: number;

  /** `number`: the first that no segment has. */
  constructor(
    readonly db: Database,
    number: number,
  ) {
    this.#number = number;
  }

  /** Adds articles that the index does not know under any id. */
  async add(descriptions: readonly Description[]): Promise<void> {
    this.#waiting.push(...descriptions);
    while (this.#waiting.length >= MAX_PACKED) await this.#pack(this.#waiting.splice(0, MAX_PACKED));
  }

  /** Stores the rest; a few articles go into the log, as those that are kept one by one. */
  async end(): Promise<void> {
    const rest = this.#waiting.splice(0);
    if (rest.length > MAX_LOG) await this.#pack(rest);
    else await this.db.indexLog.bulkPut(rest.map(({ clippingId }) => ({ clippingId, change: 'added' })));
  }

  async #pack(descriptions: readonly Description[]): Promise<void> {
    const { articles, head, parts } = packDescriptions(descriptions);
    const number = this.#number++;
    await storeParts(this.db, number, 0, parts);
    await this.db.segments.add({ number, articles, head });
  }
}
