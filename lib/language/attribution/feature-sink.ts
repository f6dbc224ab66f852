import { type FeatureRows, RowBuilder } from '../learned/feature-rows';
import { mix } from '../learned/hash';

/**
 * Collects the features of one sequence. Features keep 24 bits: a model of some hundred thousand of them then takes
 * one byte a feature for its name in the file, at the price of one in a hundred being mixed up with another.
 */
export class FeatureSink {
  private readonly rows = new RowBuilder();

  /** Adds a feature to the place in progress. */
  add(template: number, a: number, b = 0, c = 0): void {
    this.rows.add((mix(template, a, b, c) >>> 8) + 1);
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
