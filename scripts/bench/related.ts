import { libraryBrowser } from './library/browser';
import { type BenchOptions, type Report, median, percentile } from './report';

const SIZES = [10_000, 50_000];
/** Up to here; MiniSearch needs more than a gigabyte for 50,000. */
const PEER_SIZE = 10_000;
const STARTS = 5;
const QUERIES = 60;

/**
 * Related articles in Chromium: from a stopped worker to the answer, the browser itself started anew before the first,
 * and in a page that is at work; beside MiniSearch, restored from what it kept.
 */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  const notes: string[] = [];
  let ratio = Number.NaN;
  for (const size of options.sizes ?? SIZES) {
    const library = await libraryBrowser(size, options);
    const numbers = Array.from({ length: QUERIES }, (_, i) => i * Math.floor(size / QUERIES) + 3);
    const sizes = await library.use((page) => page.call('sizes'));
    notes.push(
      `${size}: ${sizes.index.toFixed(0)} bytes of index an article, ${sizes.descriptions.toFixed(0)} of description beside it`,
    );
    const cold: number[] = [];
    const again: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      await library.use(async (page) => {
        for (const times of [cold, again, again]) {
          await page.stopWorker();
          const { ms, found } = await page.call('askWorker', numbers[start] ?? 0);
          times.push(ms);
          if (found < 3) throw new Error(`only ${found} related articles were found`);
        }
      });
    }
    const warm = await library.use((page) => page.call('relatedTimes', numbers));
    rows.push({ name: `Hearsay, ${size}: stopped worker to the first list`, times: cold });
    rows.push({ name: `Hearsay, ${size}: the same, the browser not just started`, times: again });
    rows.push({ name: `Hearsay, ${size}: at work`, times: warm.slice(5) });
    if (size <= PEER_SIZE) {
      await library.use(async (page) => void (await page.call('buildPeer', size)));
      const peer = await library.use((page) => page.call('peerTimes', numbers.slice(0, 20), [], size));
      rows.push({ name: `MiniSearch, ${size}: restored, first list`, times: [peer.first] });
      rows.push({ name: `MiniSearch, ${size}: at work, 25 words`, times: peer.related });
      ratio = peer.first / median(cold);
    }
    notes.push(`${size}: slowest start ${percentile(cold, 1).toFixed(0)} ms`);
    library.remove();
  }
  return { what: 'related articles in a library of invented ones', rows, peer: 'MiniSearch', ratio, notes };
}
