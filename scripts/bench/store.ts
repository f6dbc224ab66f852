import { type BenchPage, libraryBrowser } from './library/browser';
import { twoWordQueries } from './library/invented';
import { type BenchOptions, type Report, median, percentile } from './report';

const SIZE = 10_000;
/** As many segments of one size as are merged into one. */
const QUARTERS = 4;
const ADDED = 20;
const SCROLLED_FRAMES = 180;
/** A frame that comes later than that after the one before was dropped (60 a second). */
const LATE_MS = 25;

/**
 * The store with 10,000 articles in Chromium: keeping one more, queries while the whole index is merged in the same
 * thread, opening the library page and scrolling it; beside keeping one more in MiniSearch, which is stored whole.
 */
export async function bench(options: BenchOptions): Promise<Report> {
  const [size = SIZE] = options.sizes ?? [];
  const quarters = Array.from({ length: QUARTERS }, () => Math.floor(size / QUARTERS));
  const library = await libraryBrowser(size, options, quarters);
  // First: the worker merges by itself, once it has time.
  const queries = twoWordQueries(60, size);
  const merge = await library.use((page) => page.call('mergeTimes', queries));
  const opening: number[] = [];
  for (let start = 0; start < 3; start++) opening.push(await library.use(timeToFirstRow));
  const frames = await library.use(scroll);
  const adding = await library.use((page) => page.call('addTimes', size, ADDED));
  await library.use(async (page) => void (await page.call('buildPeer', size)));
  const peer = await library.use((page) => page.call('peerTimes', [3], [], size));
  library.remove();
  const late = frames.filter((ms) => ms > LATE_MS).length;
  return {
    what: `a store of ${size} invented articles`,
    rows: [
      { name: 'one article kept', times: adding.slice(1) },
      { name: 'MiniSearch: one article kept', times: [peer.adding] },
      { name: 'query of two words', times: merge.before.slice(5) },
      { name: 'the same while all is merged', times: merge.during },
      { name: 'library page, to the first row', times: opening },
      { name: 'frames while it is scrolled', times: frames },
    ],
    peer: 'MiniSearch',
    ratio: peer.adding / median(adding.slice(1)),
    notes: [
      `longest stall of a query while merging: ${(percentile(merge.during, 1) - median(merge.before)).toFixed(0)} ms; merging took ${(merge.merging / 1000).toFixed(1)} s`,
      `${late} of ${frames.length} frames were dropped`,
    ],
  };
}

/** Milliseconds from the start of the navigation until the list has a row. */
async function timeToFirstRow({ page, extensionId }: BenchPage): Promise<number> {
  // A tab that is not on show gets one frame a second.
  await page.bringToFront();
  await page.goto(`chrome-extension://${extensionId}/library.html`, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (!document.querySelector('[data-row]')) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now();
  });
}

/** Milliseconds between frames while the list is scrolled by about a row a frame. */
async function scroll(opened: BenchPage): Promise<number[]> {
  await timeToFirstRow(opened);
  // What is read after the list itself (names for the facets) is done by then.
  await opened.page.waitForTimeout(4000);
  return opened.page.evaluate(async (count) => {
    const list = document.querySelector('.shelf');
    const times: number[] = [];
    let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let i = 0; i < count; i++) {
      list?.scrollBy(0, 60);
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      times.push(now - before);
      before = now;
    }
    return times;
  }, SCROLLED_FRAMES);
}
