/** A frame that takes up at least this share of the window is what the page is about. */
const MAIN_SHARE = 0.5;

/** Whether most of what the reader sees stands in a frame, which is a page of its own. */
export function isFilledByFrame(document: Document): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  const whole = clientWidth * clientHeight;
  return [...document.querySelectorAll('iframe, frame')].some((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return whole > 0 && Math.min(width, clientWidth) * Math.min(height, clientHeight) >= whole * MAIN_SHARE;
  });
}
