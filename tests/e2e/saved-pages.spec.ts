import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { readSavedPage } from '../../scripts/predict/saved-page';
import { expect, test } from './fixtures';

const PAGES = resolve('../shared/pages');

/** Every how manieth page is read; ALL=1 reads them all, in some minutes. */
const EVERY = process.env['ALL'] ? 1 : 12;

interface SavedPage {
  readonly id: string;
  readonly file: string;
  readonly set: string;
}

const index: SavedPage[] = existsSync(PAGES)
  ? readFileSync(resolve(PAGES, 'index.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SavedPage)
  : [];

// Some of these pages make the browser connect to their hosts by themselves; requests of the extension are counted below.
test.use({ onlyOwnPages: false });

test('saved news pages are read without an error, a change of their markup or a request', async ({
  site,
  read,
  hearsay,
}) => {
  test.skip(index.length === 0, 'the saved pages are not beside the project');
  test.setTimeout(20 * 60_000);
  const { page, panel } = await read('/');
  const errors: string[] = [];
  const worker = await hearsay.worker();
  worker.on('console', (message) => message.type() === 'error' && errors.push(`worker: ${message.text()}`));
  hearsay.context.on('request', (request) => {
    const isOurs = request.serviceWorker() !== null || request.frame().url().startsWith('chrome-extension:');
    if (isOurs && !request.url().startsWith('chrome-extension:'))
      errors.push(`the extension asked for ${request.url()}`);
  });
  const seen = { pages: 0, read: 0 };
  for (const [i, saved] of index.entries()) {
    if (i % EVERY !== 0) continue;
    seen.pages += 1;
    const answer = await readSaved(page, panel.page, saved, site.origin, () => hearsay.clickButton(page));
    if (answer.article) seen.read += 1;
    if (answer.problem) errors.push(`${saved.id}: ${answer.problem}`);
  }
  expect(errors).toEqual([]);
  // Two of three pages of the collection are English articles with claims.
  expect(seen.read / seen.pages).toBeGreaterThan(0.5);
});

/** Shows the page at an address of its own, clicks the toolbar button and says what went wrong, if anything. */
async function readSaved(
  page: Page,
  panel: Page,
  { id, file }: SavedPage,
  origin: string,
  click: () => Promise<void>,
): Promise<{ readonly article: boolean; readonly problem: string }> {
  const address = `${origin}/saved/${encodeURIComponent(id)}`;
  // Icons and connections made in advance are fetched by the browser whenever it likes: they go, to see what is ours.
  const html = readSavedPage(resolve(PAGES, file))
    .toString('latin1')
    .replace(/<(?:link|base|meta\s[^>]*http-equiv)\b[^>]*>/gi, '');
  const asked: string[] = [];
  await page.unrouteAll();
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === address) {
      // Its own scripts, pictures and frames would change it under our eyes, or ask for more: none is let in.
      const headers = {
        'content-type': 'text/html',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      };
      await route.fulfill({ body: Buffer.from(html, 'latin1'), headers });
      return;
    }
    if (!url.startsWith('chrome-extension:')) asked.push(url);
    await route.abort();
  });
  await page.goto(address, { waitUntil: 'load' }).catch(() => {});
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const askedBefore = asked.length;
  await click();
  await expect.poll(() => stateOf(panel, address)).toMatch(/^(?:read|not-read)$/);
  const article = (await stateOf(panel, address)) === 'read';
  const after = await page.evaluate(() => document.documentElement.outerHTML);
  const problem =
    after !== before ? 'its markup changed' : asked.length > askedBefore ? `asked for ${asked.at(-1)}` : '';
  return { article, problem };
}

/** What the content script of the page at `address` says of it; its silence where it is not there yet. */
async function stateOf(panel: Page, address: string): Promise<string> {
  return panel.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    // Of all tabs the address is shown only for the one that the click gave access to.
    const tab = (await tabs.query({})).find((each) => each.url === url);
    if (!tab) return 'no tab';
    return tabs.sendMessage(tab.id, { channel: 'tab', name: 'view', args: [] }, { frameId: 0 }).then(
      ({ answer }) => answer.state,
      () => 'silence',
    );
  }, address);
}

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  sendMessage(
    tabId: number,
    message: object,
    options: object,
  ): Promise<{ readonly answer: { readonly state: string } }>;
}
