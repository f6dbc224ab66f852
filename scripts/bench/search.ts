import { libraryBrowser } from './library/browser';
import { twoWordQueries } from './library/invented';
import { type BenchOptions, type Report, median } from './report';

const SIZES = [10_000, 50_000];
/** Up to here; MiniSearch needs more than a gigabyte for 50,000. */
const PEER_SIZE = 10_000;
const QUERIES = 120;
const STARTS = 3;

/**
 * Queries of two words in Chromium: the first of a page that has read nothing yet, and later ones; beside MiniSearch,
 * restored from what it kept, and FlexSearch in memory. Peers hold all they know in memory; ours reads it when asked.
 */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  const notes: string[] = [];
  let ratio = Number.NaN;
  for (const size of options.sizes ?? SIZES) {
    const library = await libraryBrowser(size, options);
    const queries = twoWordQueries(QUERIES, size);
    const first: number[] = [];
    let later: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      const { times, hits } = await library.use((page) => page.call('searchTimes', queries));
      first.push(times[0] ?? Number.NaN);
      later = times.slice(5);
      if (start === 0) notes.push(`${size}: ${hits.toFixed(0)} articles found a query`);
    }
    rows.push({ name: `Hearsay, ${size}: first query of a page`, times: first });
    rows.push({ name: `Hearsay, ${size}: two words`, times: later });
    if (size <= PEER_SIZE) {
      await library.use(async (page) => void (await page.call('buildPeer', size)));
      const peer = await library.use((page) => page.call('peerTimes', [3], queries, size));
      rows.push({ name: `MiniSearch, ${size}: restored, first query`, times: [peer.first] });
      rows.push({ name: `MiniSearch, ${size}: two words`, times: peer.mini });
      rows.push({ name: `FlexSearch, ${size}: two words`, times: peer.flex });
      ratio = peer.first / median(first);
    }
    library.remove();
  }
  return { what: 'full-text search in a library of invented articles', rows, peer: 'MiniSearch', ratio, notes };
}
