/** The features of a sequence: row i (one a token) is values[offsets[i]] up to values[offsets[i + 1]]. */
export interface FeatureRows {
  readonly values: Int32Array;
  /** One more than there are rows. */
  readonly offsets: Int32Array;
  /** Number of rows. */
  readonly length: number;
}

/** Collects features row by row into growing arrays. */
export class RowBuilder {
  private values = new Int32Array(1024);
  private offsets = new Int32Array(64);
  private used = 0;
  private rows = 0;

  /** Adds one feature to the row in progress. */
  add(feature: number): void {
    if (this.used === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used] = feature;
    this.used += 1;
  }

  /** Closes the row in progress; it may be empty. */
  endRow(): void {
    this.rows += 1;
    if (this.rows === this.offsets.length) {
      const larger = new Int32Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    this.offsets[this.rows] = this.used;
  }

  /** The rows closed so far, copied, and empties the builder for the next sequence. */
  build(): FeatureRows {
    const rows = {
      values: this.values.slice(0, this.used),
      offsets: this.offsets.slice(0, this.rows + 1),
      length: this.rows,
    };
    this.used = 0;
    this.rows = 0;
    return rows;
  }
}

/** The value of token `i` if it lies in [first, afterLast), else `otherwise`. */
export function valueWithin(
  values: Int32Array | Uint8Array,
  i: number,
  first: number,
  afterLast: number,
  otherwise: number,
): number {
  return i >= first && i < afterLast ? values[i]! : otherwise;
}
