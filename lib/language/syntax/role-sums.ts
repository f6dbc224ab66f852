import type { Weights } from '../learned/weights';

/** Weights of the features that one token has in one role, summed up at its first use: most tokens keep a role over several moves. */
export class RoleSums {
  /** Four numbers a token; those for "no token" come last. */
  private readonly sums: Int32Array;
  private readonly known: Uint8Array;
  private readonly features = new Int32Array(32);
  private readonly room: Int32Array;

  constructor(
    private readonly weights: Weights,
    private readonly count: number,
    private readonly write: (token: number, out: Int32Array) => number,
  ) {
    this.sums = new Int32Array((count + 1) * 4);
    this.known = new Uint8Array(count + 1);
    this.room = weights.roomForSums();
  }

  /** Adds the sums of `token` (-1 for none) to `scores`. */
  addTo(token: number, scores: Int32Array): void {
    const slot = token < 0 ? this.count : token;
    const at = slot * 4;
    if (this.known[slot] === 0) {
      this.known[slot] = 1;
      this.weights.addUp(this.features, 0, this.write(token, this.features), this.room);
      this.sums.set(this.room, at);
    }
    for (let y = 0; y < 4; y += 1) scores[y]! += this.sums[at + y]!;
  }
}
