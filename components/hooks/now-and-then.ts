/** A page that is drawn for every step of long work does little else. */
const EVERY_MS = 100;

/** `tell` as it may be called at every step of long work: of most calls it hears nothing. */
export function nowAndThen<Args extends readonly unknown[]>(tell: (...args: Args) => void): (...args: Args) => void {
  let last = -Infinity;
  return (...args) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    tell(...args);
  };
}
