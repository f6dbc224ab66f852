/** Classes of words by the share of their uses as a cue: 0 never ... 6 nearly always. From CUE_LIKE on, a word counts as cue-like. */
export const CUE_LIKE = 3;

const FLOORS = [0.002, 0.01, 0.04, 0.15, 0.4, 0.7];

/** Class of a stem that was a cue in `asCue` of `uses` places; rare words are drawn towards 0. */
export function cueClassOf(asCue: number, uses: number): number {
  const share = asCue / (uses + 1.5);
  let level = 0;
  while (level < FLOORS.length && share >= (FLOORS[level] ?? 1)) level += 1;
  return level;
}
