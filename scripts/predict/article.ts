/**
 * `predict -- article`: `{id,file,url}` in; `{id,title,byline,published,outlet,canonical,language,text,article,ms,...}` out, read in
 * a real browser by the code that ships: Chromium, or Firefox with `--browser firefox`. Last, on stderr, how much of the
 * texts could be mapped back onto the pages.
 */
import { dirname, join } from 'node:path';
import type { Predict } from '../predict';
import { bundleForPage } from './bundle';
import { readInChromium } from './read-in-chromium';
import { readInFirefox } from './read-in-firefox';
import { readSavedPage } from './saved-page';

interface SavedPage {
  readonly id: string;
  readonly file: string;
  readonly url?: string | null;
}

const BROWSERS = { chromium: readInChromium, firefox: readInFirefox };

export const predict: Predict = async function* (lines, inputPath, { browser }) {
  const script = await bundleForPage(join(import.meta.dirname, 'article-in-page.ts'));
  const reader = await BROWSERS[browser](script);
  const totals = { pages: 0, chars: 0, mapped: 0, complete: 0, sameHtml: 0, failed: 0 };
  for await (const line of lines) {
    const { id, file, url } = line as SavedPage;
    const html = readSavedPage(join(dirname(inputPath), file));
    const address = url ?? `https://${id.toLowerCase()}.example/page`;
    // A page that cannot be read gives an empty answer that says why.
    const report = await reader
      .read(html, address)
      .catch((error: unknown) => ({ text: '', article: false, error: String(error) }));
    totals.pages++;
    if ('error' in report) totals.failed++;
    else {
      totals.chars += report.chars;
      totals.mapped += report.mapped;
      totals.complete += report.mapped === report.chars ? 1 : 0;
      totals.sameHtml += report.sameHtml ? 1 : 0;
    }
    yield { id, ...report };
  }
  await reader.close();
  console.error(JSON.stringify(totals));
};
