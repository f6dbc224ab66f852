import type { Span } from '../../model/span';

/**
 * Agreement where the coders also choose what they code: K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, On the
 * reliability of unitizing textual continua: Further developments. Quality & Quantity 50 (2016), 2347-2364.
 *
 *   text      |----------------------------|
 *   coder A      [bridge ]      [money]          units and the gaps between them
 *   coder B        [bridge   ]                   cover the whole continuum
 *
 * Observed: how much of the text gets which two values by two coders. Expected: the same for two characters drawn from
 * all codings, where a unit is never paired with itself, and a gap (which is no unit) character by character.
 */
export interface Continuum {
  readonly length: number;
  /** Of each coder the units in order, not overlapping (see `flattenUnits`). */
  readonly coders: readonly (readonly Unit[])[];
}

/** A stretch to which a coder gave a value. */
export interface Unit extends Span {
  readonly value: string;
}

export interface UnitizingAlphas {
  /** u-alpha: units, their values, and the gaps between them. */
  readonly u: number | null;
  /** |u-alpha: coded or not, whatever the value. */
  readonly binary: number | null;
  /** cu-alpha: the values only, where both coded something. */
  readonly cu: number | null;
}

/** The value of what nobody coded; no tag is like it. */
const GAP = '\0';

/** The alphas of several texts together: units of different texts never meet. Null where chance alone explains all. */
export function unitizingAlphas(continua: readonly Continuum[]): UnitizingAlphas {
  const all = new Coincidences();
  const valued = new Coincidences();
  for (const { length, coders } of continua) {
    const covers = coders.map((units) => partition(units, length));
    for (const [i, mine] of covers.entries()) {
      for (const { start, end, value } of mine) all.addOwn(value, value === GAP ? end - start : (end - start) ** 2);
      for (const [j, theirs] of covers.entries()) {
        if (i === j) continue;
        for (const [unit, value, shared, met] of meetings(mine, theirs)) {
          const share = shared / (coders.length - 1);
          all.add(unit.value, value, share);
          if (unit.value !== GAP && value !== GAP) valued.add(unit.value, value, share);
          if (met !== null && unit.value !== GAP) valued.addOwn(unit.value, met ** 2 / (coders.length - 1));
        }
      }
    }
  }
  return { u: all.alpha(), binary: all.collapsed().alpha(), cu: valued.alpha() };
}

/**
 * The units of a coder, who may have given several values to one stretch, as units that do not overlap: cut where any
 * begins or ends, each with all values there, joined in order.
 */
export function flattenUnits(units: readonly Unit[]): Unit[] {
  const edges = [...new Set(units.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, i) => {
    const end = edges[i + 1] ?? start;
    const values = units.filter((unit) => unit.start <= start && end <= unit.end).map(({ value }) => value);
    return values.length === 0 ? [] : [{ start, end, value: [...new Set(values)].toSorted(byName).join('\n') }];
  });
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Units and gaps, without a hole from the first character to the last. */
function partition(units: readonly Unit[], length: number): Unit[] {
  const cover: Unit[] = [];
  let at = 0;
  for (const unit of units) {
    if (unit.start > at) cover.push({ start: at, end: unit.start, value: GAP });
    if (unit.end > unit.start) cover.push(unit);
    at = unit.end;
  }
  if (at < length) cover.push({ start: at, end: length, value: GAP });
  return cover;
}

/**
 * Where two covers meet: the first one's unit, the value it meets, over how many characters; with the last meeting of
 * a unit comes how many of its characters meet a value at all (null with the others).
 */
function* meetings(
  mine: readonly Unit[],
  theirs: readonly Unit[],
): Generator<[unit: Unit, value: string, shared: number, met: number | null]> {
  let from = 0;
  for (const unit of mine) {
    while (from < theirs.length && (theirs[from]?.end ?? 0) <= unit.start) from++;
    let met = 0;
    for (let i = from; i < theirs.length; i++) {
      const other = theirs[i];
      if (!other || other.start >= unit.end) break;
      const shared = Math.min(unit.end, other.end) - Math.max(unit.start, other.start);
      if (other.value !== GAP) met += shared;
      yield [unit, other.value, shared, other.end >= unit.end ? met : null];
    }
  }
}

/** The matrix of observed coincidences, and of each value what its units would share with themselves. */
class Coincidences {
  readonly #shared = new Map<string, number>();
  readonly #totals = new Map<string, number>();
  readonly #own = new Map<string, number>();

  add(value: string, other: string, length: number): void {
    bump(this.#totals, value, length);
    if (value === other) bump(this.#shared, value, length);
  }

  addOwn(value: string, square: number): void {
    bump(this.#own, value, square);
  }

  /** One minus the observed over the expected disagreement; null when nothing else can be expected. */
  alpha(): number | null {
    const all = sum(this.#totals.values());
    const pairs = all ** 2 - sum(this.#own.values());
    let alike = 0;
    for (const [value, total] of this.#totals) alike += total ** 2 - (this.#own.get(value) ?? 0);
    const expected = pairs - alike;
    if (expected <= 0) return null;
    return 1 - ((all - sum(this.#shared.values())) * pairs) / (all * expected);
  }

  /** The same with all values but the gap as one. */
  collapsed(): Coincidences {
    const one = new Coincidences();
    const all = sum(this.#totals.values());
    const gap = this.#totals.get(GAP) ?? 0;
    const apart = gap - (this.#shared.get(GAP) ?? 0);
    one.#totals.set(GAP, gap).set('', all - gap);
    // What is a gap to one and not to the other is lost on both sides.
    one.#shared.set(GAP, gap - apart).set('', all - gap - apart);
    for (const [value, square] of this.#own) bump(one.#own, value === GAP ? GAP : '', square);
    return one;
  }
}

function bump(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
