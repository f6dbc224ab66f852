/** A distance in tokens as one of 12 classes, fine near zero: 0 1 2 3 4 5-6 7-9 10-14 15-22 23-35 36-60 more. */
export function bucketOf(distance: number): number {
  if (distance < 5) return Math.max(0, distance);
  if (distance < 7) return 5;
  if (distance < 10) return 6;
  if (distance < 15) return 7;
  if (distance < 23) return 8;
  if (distance < 36) return 9;
  return distance < 61 ? 10 : 11;
}
