/**
 * Agreement on units that all coders judged, by nominal values:
 *
 *   percentage                the share of units on which two coders agree
 *   Cohen's kappa             J. Cohen, A coefficient of agreement for nominal scales. Educational and Psychological
 *                             Measurement 20 (1960), 37-46: two coders, chance from the habits of each
 *   Krippendorff's alpha      K. Krippendorff, Computing Krippendorff's alpha-reliability (2011): any number of
 *                             coders, values may be missing, chance from the values of all together
 *
 * Each is null where it says nothing: no units, or (kappa, alpha) one value only, when chance alone explains all.
 */
export type Pair = readonly [a: string, b: string];

/** The share of units on which both coders agree, 0 to 1. */
export function percentage(pairs: readonly Pair[]): number | null {
  return pairs.length === 0 ? null : pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/** Cohen's kappa of two coders. */
export function cohenKappa(pairs: readonly Pair[]): number | null {
  const observed = percentage(pairs);
  if (observed === null) return null;
  const ofA = count(pairs.map(([a]) => a));
  const ofB = count(pairs.map(([, b]) => b));
  // Counts are whole numbers: only so the case of one value is told for certain.
  let expected = 0;
  for (const [value, times] of ofA) expected += times * (ofB.get(value) ?? 0);
  const all = pairs.length ** 2;
  return expected === all ? null : (observed - expected / all) / (1 - expected / all);
}

/** Krippendorff's alpha: a row a unit, a value a coder, null where a coder gave none. */
export function krippendorffAlpha(units: readonly (readonly (string | null)[])[]): number | null {
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreeing = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    pairable += values.length;
    for (const [value, times] of count(values)) {
      totals.set(value, (totals.get(value) ?? 0) + times);
      disagreeing += (times * (values.length - times)) / (values.length - 1);
    }
  }
  let expected = 0;
  for (const times of totals.values()) expected += times * (pairable - times);
  return expected === 0 ? null : 1 - ((pairable - 1) * disagreeing) / expected;
}

function count(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
