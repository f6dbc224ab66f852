/**
 * `predict -- article`: `{id,file,url}` in; `{id,title,byline,published,outlet,canonical,language,text,article,ms,...}` out, read in
 * a real Chromium by the code that ships. Last, on stderr, how much of the texts could be mapped back onto the pages.
 */
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Predict } from '../predict';
import type { PageReport } from './article-in-page';
import { bundleForPage } from './bundle';
import { evaluateIsolated, launchChromium, openSavedPage, readSavedPage } from './saved-page';

interface SavedPage {
  readonly id: string;
  readonly file: string;
  readonly url?: string | null;
}

export const predict: Predict = async function* (lines, inputPath) {
  const reader = await bundleForPage(join(import.meta.dirname, 'article-in-page.ts'));
  const totals = { pages: 0, chars: 0, mapped: 0, complete: 0, sameHtml: 0, failed: 0 };
  let browser = await launchChromium();
  for await (const line of lines) {
    const saved = line as SavedPage;
    if (!browser.isConnected()) browser = await launchChromium();
    const report = await readOne(browser, reader, saved, dirname(inputPath));
    totals.pages++;
    if ('error' in report) totals.failed++;
    else {
      totals.chars += report.chars;
      totals.mapped += report.mapped;
      totals.complete += report.mapped === report.chars ? 1 : 0;
      totals.sameHtml += report.sameHtml ? 1 : 0;
    }
    yield { id: saved.id, ...report };
  }
  await browser.close();
  console.error(JSON.stringify(totals));
};

/** Reads one page; a page that cannot be read gives an empty answer that says why. */
async function readOne(
  browser: Browser,
  reader: string,
  saved: SavedPage,
  folder: string,
): Promise<PageReport | { text: string; article: false; error: string }> {
  const context = await browser.newContext({ javaScriptEnabled: false }).catch(() => null);
  try {
    if (!context) throw new Error('the browser has gone');
    const html = readSavedPage(join(folder, saved.file));
    const page = await openSavedPage(context, html, saved.url ?? `https://${saved.id.toLowerCase()}.example/page`);
    return (await evaluateIsolated(page, `${reader};readPage()`)) as PageReport;
  } catch (error) {
    return { text: '', article: false, error: String(error) };
  } finally {
    await context?.close().catch(() => null);
  }
}
