/** How often a page that keeps changing is looked at again. */

/** The page counts as settled after this long without a change. */
export const SETTLED_MS = 25;
/** A page that never settles is looked at after this long all the same. */
const LONGEST_WAIT_MS = 1000;
const LONGEST_BACKOFF_MS = 30_000;
/** So many looks at a page that never rests, and Hearsay waits until it does or until its address changes. */
const MOST_LOOKS = 40;
/** A page that was left alone for so long is met with fresh patience: a live report grows every few seconds for hours. */
const QUIET_MS = 3000;
/** A look earns the page a pause of so many times its cost. */
const PAUSE_SHARE = 20;

/** Decides when to look again; plain numbers, so that it can be tested without a clock. */
export class Backoff {
  #looks = 0;
  #pauseMs = 0;
  #lookedAt = -Infinity;
  #changedAt = -Infinity;
  #quietMs = QUIET_MS;
  #firstChangeAt: number | null = null;

  /**
   * Milliseconds from `now` (any clock in milliseconds) until the next look, given a change just now; null when the
   * page has used up its looks.
   */
  afterChange(now: number): number | null {
    if (now - Math.max(this.#changedAt, this.#lookedAt) > this.#quietMs) this.reset();
    this.#changedAt = now;
    if (this.#looks >= MOST_LOOKS) return null;
    this.#firstChangeAt ??= now;
    const restless = this.#firstChangeAt + LONGEST_WAIT_MS - now;
    const rested = this.#lookedAt + this.#pauseMs - now;
    return Math.max(rested, Math.min(SETTLED_MS, restless), 0);
  }

  /** Notes a look that took `costMs`. While the page does not rest, each further look doubles the pause after it. */
  looked(now: number, costMs: number): void {
    this.#looks++;
    this.#lookedAt = now;
    this.#firstChangeAt = null;
    this.#pauseMs = Math.min(LONGEST_BACKOFF_MS, Math.max(costMs * PAUSE_SHARE, this.#pauseMs * 2));
    this.#quietMs = Math.max(QUIET_MS, costMs * PAUSE_SHARE);
  }

  /** Forgets the past: the page was quiet for a while, or it has another address. */
  reset(): void {
    this.#looks = 0;
    this.#pauseMs = 0;
    this.#lookedAt = -Infinity;
    this.#firstChangeAt = null;
  }
}
