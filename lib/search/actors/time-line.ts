/**
 * Where the marks of a time line of claims stand: time across, outlets as lanes, a mark a claim. Claims that would lie
 * over one another are stacked, and where a stack is full one larger mark stands for all of them.
 */
import type { ActorClaim } from './actor-page';

/** A mark, at a place in pixels. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly lane: number;
  /** In order of time; more than one where one mark stands for several. */
  readonly claims: readonly ActorClaim[];
}

/** How many claims of each kind fall into one stretch of time. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly direct: number;
  readonly mixed: number;
  readonly indirect: number;
  /** Where it was said, most often first. */
  readonly outlets: readonly string[];
}

/** A bar of the row that shows how often: heights in pixels, from the line upwards. */
export interface Bar {
  readonly x: number;
  readonly direct: number;
  readonly mixed: number;
  readonly indirect: number;
}

export interface TimeLine {
  readonly bars: readonly Bar[];
  /** Claims that the highest bar stands for. */
  readonly most: number;
  /** Outlets, most claims first; the last may be "", which stands for all others. */
  readonly lanes: readonly { readonly outlet: string; readonly claims: number }[];
  readonly marks: readonly Mark[];
  readonly ticks: readonly { readonly x: number; readonly at: number; readonly unit: 'year' | 'month' | 'day' }[];
  /** Where time begins, and the height of a lane. */
  readonly left: number;
  readonly lanePx: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** Height of a lane's marks. */
const MARKS_PX = 32;
/** Room for the names of the lanes: beside them where there is enough, else above the marks of each. */
const BESIDE_PX = 150;
const ABOVE_PX = 14;
const WIDE_PX = 640;
/** The row of bars above the lanes. */
export const BARS_PX = 48;
export const BAR_PX = 8;
export const AXIS_PX = 24;
export const MARK_PX = 4.5;

const EMPTY: TimeLine = {
  bars: [],
  most: 0,
  lanes: [],
  marks: [],
  ticks: [],
  left: 0,
  lanePx: 0,
  height: 0,
  from: 0,
  to: 0,
};

const STACK_PX = 10;
const MAX_STACK = 3;
const MAX_LANES = 9;
const DAY_MS = 86_400_000;
/** So that a single claim stands in the middle of something. */
const LEAST_MS = 14 * DAY_MS;

/** Lays out the claims in this width. */
export function layOut(claims: readonly ActorClaim[], width: number): TimeLine {
  const times = claims.map(({ at }) => at);
  const first = times.reduce((a, b) => Math.min(a, b), Infinity);
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  if (claims.length === 0) return EMPTY;
  const spare = Math.max((LEAST_MS - (last - first)) / 2, (last - first) * 0.02);
  const [from, to] = [first - spare, last + spare];
  const left = width >= WIDE_PX ? BESIDE_PX : 0;
  const lanePx = left > 0 ? MARKS_PX : MARKS_PX + ABOVE_PX;
  const xOf = (at: number) => left + ((at - from) / (to - from)) * (width - left);
  const lanes = lanesOf(claims, MAX_LANES);
  const laneOf = new Map(lanes.map(({ outlet }, lane) => [outlet, lane]));
  const others = lanes.length - 1;
  const cells = Map.groupBy(claims, ({ outlet, at }) => {
    const lane = laneOf.get(outlet) ?? others;
    return `${lane} ${Math.floor(xOf(at) / STACK_PX)}`;
  });
  const marks = [...cells].flatMap(([cell, inCell]) => marksOf(cell, inCell, lanePx));
  return {
    ...barsOf(Map.groupBy(claims, ({ at }) => Math.floor(xOf(at) / STACK_PX))),
    lanes,
    marks: marks.toSorted((a, b) => a.lane - b.lane || a.x - b.x || b.y - a.y),
    ticks: ticksOf(from, to, width - left).map((tick) => ({ ...tick, x: xOf(tick.at) })),
    left,
    lanePx,
    height: BARS_PX + lanes.length * lanePx + AXIS_PX,
    from,
    to,
  };
}

function barsOf(columns: ReadonlyMap<number, readonly ActorClaim[]>): Pick<TimeLine, 'bars' | 'most'> {
  const most = Math.max(...[...columns.values()].map((column) => column.length));
  const heightOf = (count: number) => (count / most) * (BARS_PX - 14);
  const bars = [...columns].map(([column, said]) => {
    const height = (kind: string) => heightOf(said.filter((claim) => claim.kind === kind).length);
    return {
      x: (column + 0.5) * STACK_PX,
      direct: height('direct'),
      mixed: height('mixed'),
      indirect: height('indirect'),
    };
  });
  return { bars, most };
}

function lanesOf(claims: readonly ActorClaim[], most: number) {
  const all = [...Map.groupBy(claims, ({ outlet }) => outlet)]
    .map(([outlet, said]) => ({ outlet, claims: said.length }))
    .toSorted((a, b) => b.claims - a.claims || (a.outlet < b.outlet ? -1 : 1));
  if (all.length <= most) return all;
  const shown = all.slice(0, most - 1);
  return [...shown, { outlet: '', claims: all.slice(most - 1).reduce((sum, lane) => sum + lane.claims, 0) }];
}

function marksOf(cell: string, inCell: readonly ActorClaim[], lanePx: number): Mark[] {
  const [lane = 0, column = 0] = cell.split(' ').map(Number);
  const x = (column + 0.5) * STACK_PX;
  const middle = BARS_PX + (lane + 1) * lanePx - MARKS_PX / 2;
  const inOrder = inCell.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  if (inOrder.length > MAX_STACK) return [{ x, y: middle, lane, claims: inOrder }];
  const low = middle + ((inOrder.length - 1) * STACK_PX) / 2;
  return inOrder.map((claim, at) => ({ x, y: low - at * STACK_PX, lane, claims: [claim] }));
}

/** Starts of years, months or days, no closer than can be read. */
function ticksOf(from: number, to: number, width: number): { at: number; unit: 'year' | 'month' | 'day' }[] {
  const room = Math.max(1, Math.floor(width / 80));
  const days = (to - from) / DAY_MS;
  const start = new Date(from);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const within = (list: readonly number[]) => list.filter((at) => at >= from && at <= to);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => days / 30.4 / months <= room) ?? 240;
  if (days / 30.4 < Math.min(3, room)) {
    const every = Math.max(1, Math.ceil(days / room));
    const midnight = Date.UTC(year, month, start.getUTCDate() + 1);
    return within(Array.from({ length: room + 1 }, (_, at) => midnight + at * every * DAY_MS)).map((at) => ({
      at,
      unit: 'day',
    }));
  }
  const firstMonth = Math.ceil((year * 12 + month) / step) * step;
  const months = Array.from({ length: room + 2 }, (_, at) => firstMonth + at * step);
  const unit = step >= 12 ? 'year' : 'month';
  return within(months.map((at) => Date.UTC(Math.floor(at / 12), at % 12))).map((at) => ({ at, unit }));
}

/** The claims counted by month, the earliest first, months without any left out; for a table. */
export function byMonth(claims: readonly ActorClaim[]): Stretch[] {
  const months = Map.groupBy(claims, ({ at }) => {
    const day = new Date(at);
    return Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
  });
  return [...months]
    .toSorted(([a], [b]) => a - b)
    .map(([from, said]) => {
      const count = (kind: string) => said.filter((claim) => claim.kind === kind).length;
      const day = new Date(from);
      const to = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1);
      const outlets = lanesOf(said, Infinity).map(({ outlet }) => outlet);
      return { from, to, direct: count('direct'), mixed: count('mixed'), indirect: count('indirect'), outlets };
    });
}
