/** How often a page that keeps changing is looked at again. */

/** The page counts as settled after this long without a change. */
export const SETTLED_MS = 50;
/** A page that never settles is looked at after this long all the same. */
const LONGEST_WAIT_MS = 1000;
const LONGEST_BACKOFF_MS = 30_000;
/** So many looks that brought nothing new, and Hearsay waits for the reader to come back or the address to change. */
const MOST_LOOKS = 40;

/** Decides when to look again; plain numbers, so that it can be tested without a clock. */
export class Backoff {
  #looks = 0;
  #pauseMs = 0;
  #lookedAt = -Infinity;
  #firstChangeAt: number | null = null;

  /**
   * Milliseconds from `now` (any clock in milliseconds) until the next look, given a change just now; null when the
   * page has used up its looks.
   */
  afterChange(now: number): number | null {
    if (this.#looks >= MOST_LOOKS) return null;
    this.#firstChangeAt ??= now;
    const restless = this.#firstChangeAt + LONGEST_WAIT_MS - now;
    const rested = this.#lookedAt + this.#pauseMs - now;
    return Math.max(rested, Math.min(SETTLED_MS, restless), 0);
  }

  /** Notes a look that took `costMs`. A look always earns the page a pause of twenty times its cost; each further one doubles it. */
  looked(now: number, costMs: number): void {
    this.#looks++;
    this.#lookedAt = now;
    this.#firstChangeAt = null;
    this.#pauseMs = Math.min(LONGEST_BACKOFF_MS, Math.max(costMs * 20, this.#pauseMs * 2));
  }

  /** Forgets the past: the reader came back to a page that was quiet for a while, or it has another address. */
  reset(): void {
    this.#looks = 0;
    this.#pauseMs = 0;
    this.#lookedAt = -Infinity;
    this.#firstChangeAt = null;
  }
}
