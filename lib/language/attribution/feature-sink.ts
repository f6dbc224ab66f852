import { type FeatureRows, RowBuilder } from '../learned/feature-rows';
import { feature } from '../learned/hash';

/** Collects the features of one sequence. */
export class FeatureSink {
  private readonly rows = new RowBuilder();

  /** Adds a feature to the place in progress. */
  add(template: number, a: number, b = 0, c = 0): void {
    this.rows.add(feature(template, a, b, c));
  }

  /** Closes the place in progress. */
  endPlace(): void {
    this.rows.endRow();
  }

  /** The places closed so far; the sink is empty again. */
  take(): FeatureRows {
    return this.rows.build();
  }
}
