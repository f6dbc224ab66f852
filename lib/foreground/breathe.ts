/** Lets the page do what it has to do; settles when it is our turn again, before anything that was put off for later. */
export function breathe(): Promise<void> {
  // Chrome before 129 and Firefox before 142 do not have it.
  return 'scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve));
}
