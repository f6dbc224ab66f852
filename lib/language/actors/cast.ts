/**
 * Who of an article's actors comes into question at a place: those met before it, the last one first, and those named
 * soon after it. Asked from place to place, in order of the text; what an answer costs does not grow with the number
 * of actors.
 */
import type { Candidate } from './candidates';

/** Of those met, only this many are looked at, the last ones: no article speaks of more at a time. */
const MAX_MET = 200;
/** Of those named soon: only a list of names has more. */
const MAX_COMING = 200;
const NONE = -1;

/** One place where a name stands. */
interface Place {
  readonly token: number;
  readonly index: number;
}

export class Cast {
  /** Those met as a chain from the last one on: by index, who was met before and who after it. */
  private readonly older: Int32Array;
  private readonly newer: Int32Array;
  private last = NONE;
  /** Names not passed yet, from `passed` on. */
  private readonly places: readonly Place[];
  private passed = 0;

  constructor(private readonly all: readonly Candidate[]) {
    this.older = new Int32Array(all.length).fill(NONE);
    this.newer = new Int32Array(all.length).fill(NONE);
    this.places = all
      .flatMap(({ actor }, index) => actor.names.map(({ first }) => ({ token: first, index })))
      .toSorted((a, b) => a.token - b.token || a.index - b.index);
  }

  /** Takes note of all names that begin before `token`. */
  readUpTo(token: number): void {
    for (; (this.places[this.passed]?.token ?? Infinity) < token; this.passed += 1) {
      const place = this.places[this.passed];
      const candidate = place && this.all[place.index];
      if (!candidate) continue;
      candidate.met.push({ token: place.token, form: 'name' });
      candidate.next += 1;
      this.touch(place.index);
    }
  }

  /** Takes note that words other than its name mean a candidate. */
  meet(candidate: Candidate, token: number, form: 'pronoun' | 'description'): void {
    candidate.met.push({ token, form });
    this.touch(candidate.index);
  }

  /** Those met so far that are possible, by where they were met last, newest first. */
  met(isPossible: (candidate: Candidate) => boolean): Candidate[] {
    const found: Candidate[] = [];
    for (let index = this.last, k = 0; index !== NONE && k < MAX_MET; index = this.older[index] ?? NONE, k += 1) {
      const candidate = this.all[index];
      if (candidate && isPossible(candidate)) found.push(candidate);
    }
    return found.toSorted((a, b) => lastToken(b) - lastToken(a) || a.index - b.index);
  }

  /** Those not met yet that are possible and whose first name is near, in order of the cast. */
  coming(isNear: (token: number) => boolean, isPossible: (candidate: Candidate) => boolean): Candidate[] {
    const found = new Set<Candidate>();
    for (let k = this.passed; k < this.places.length && found.size < MAX_COMING; k += 1) {
      const place = this.places[k];
      const candidate = place && this.all[place.index];
      if (!candidate || !isNear(place.token)) break;
      if (candidate.met.length === 0 && isPossible(candidate)) found.add(candidate);
    }
    return [...found].toSorted((a, b) => a.index - b.index);
  }

  /** Puts a candidate at the head of the chain. */
  private touch(index: number): void {
    if (index === this.last) return;
    const older = this.older[index] ?? NONE;
    const newer = this.newer[index] ?? NONE;
    if (older !== NONE) this.newer[older] = newer;
    if (newer !== NONE) this.older[newer] = older;
    if (this.last !== NONE) this.newer[this.last] = index;
    this.older[index] = this.last;
    this.newer[index] = NONE;
    this.last = index;
  }
}

function lastToken({ met }: Candidate): number {
  return met.at(-1)?.token ?? 0;
}
