import type { Mark } from '../../lib/search/actors/time-line';

/**
 * The mark an arrow key leads to: left and right in time, whatever the lane; up and down to the nearest in time in the
 * next lane that way; Home and End to the first and last. Null for other keys.
 */
export function nextMark(marks: readonly Mark[], at: number, key: string): number | null {
  const here = marks[at];
  if (!here) return null;
  const inTime = [...marks.keys()].toSorted((a, b) => timeOf(marks[a]) - timeOf(marks[b]) || a - b);
  const place = inTime.indexOf(at);
  if (key === 'ArrowRight') return inTime[Math.min(place + 1, inTime.length - 1)] ?? at;
  if (key === 'ArrowLeft') return inTime[Math.max(place - 1, 0)] ?? at;
  if (key === 'Home') return inTime[0] ?? at;
  if (key === 'End') return inTime.at(-1) ?? at;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const side = key === 'ArrowUp' ? -1 : 1;
  const lanes = marks.map(({ lane }) => lane).filter((lane) => (lane - here.lane) * side > 0);
  if (lanes.length === 0) return at;
  const lane = side < 0 ? Math.max(...lanes) : Math.min(...lanes);
  const [nearest] = [...marks.keys()]
    .filter((i) => marks[i]?.lane === lane)
    .toSorted((a, b) => Math.abs((marks[a]?.x ?? 0) - here.x) - Math.abs((marks[b]?.x ?? 0) - here.x));
  return nearest ?? at;
}

function timeOf(mark: Mark | undefined): number {
  return mark?.claims[0]?.at ?? 0;
}
