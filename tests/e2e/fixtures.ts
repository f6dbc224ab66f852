import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { findChromium } from '../../scripts/start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../../scripts/start/hearsay-browser';
import { PageOverlay } from '../../scripts/start/page-overlay';
import { serveSite, type Site } from '../../scripts/start/serve-site.mjs';
import { listenOutside } from './outside';
import { Panel } from './panel';

/** A tab that is being read, with the panel beside it. */
export interface Reading {
  readonly page: Page;
  readonly panel: Panel;
  readonly overlay: PageOverlay;
}

interface Fixtures {
  /** The build under test; `chrome-mv3-e2e` holds the permission for localhost from the start. */
  readonly build: 'chrome-mv3' | 'chrome-mv3-e2e';
  readonly theme: 'light' | 'dark';
  /** Whether the page that greets a new reader stays open. */
  readonly keepWelcome: boolean;
  /** False where pages of others are opened, whose own markup makes the browser connect to their hosts. */
  readonly onlyOwnPages: boolean;
  /** The sample site; every test has its own. */
  readonly site: Site;
  /** A browser of its own for every test. Fails the test when anything in it wanted to leave this machine. */
  readonly hearsay: HearsayBrowser;
  /** Opens a page of the sample site (a path, or a whole address) and clicks the toolbar button. */
  readonly read: (path: string) => Promise<Reading>;
}

export const test = base.extend<Fixtures>({
  build: ['chrome-mv3', { option: true }],
  theme: ['light', { option: true }],
  keepWelcome: [false, { option: true }],
  onlyOwnPages: [true, { option: true }],
  site: async ({}, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  hearsay: async ({ build, theme, keepWelcome, onlyOwnPages }, use) => {
    const extension = resolve('.output', build);
    if (!existsSync(extension)) throw new Error(`${extension} is missing: run npm test, or wxt build first`);
    const outside = await listenOutside();
    const browser = await launchHearsay({
      executablePath: findChromium() ?? '/usr/bin/chromium',
      extension,
      headless: true,
      colorScheme: theme,
      keepWelcome,
      args: [`--proxy-server=127.0.0.1:${outside.port}`],
    });
    await use(browser);
    await browser.close();
    await outside.close();
    if (onlyOwnPages) expect(outside.asked, 'requests that left this machine').toEqual([]);
  },
  read: async ({ site, hearsay, theme }, use) => {
    await use(async (path) => {
      const page = await hearsay.context.newPage();
      await page.goto(path.includes(':') ? path : site.origin + path);
      const panel = new Panel(await hearsay.openPanel(page));
      // The client that reaches the panel sets every page back to light.
      for (const shown of [page, panel.page]) await shown.emulateMedia({ colorScheme: theme });
      return { page, panel, overlay: new PageOverlay(page) };
    });
  },
});

export { expect };

/** Goes to another address in the same tab and clicks the toolbar button there, the panel being open already. */
export async function readNext(hearsay: HearsayBrowser, { page }: Reading, address: string): Promise<void> {
  await page.goto(address);
  await hearsay.clickButton(page);
}

/** The address of a sample article by its slug. */
export function pathOf(site: Site, slug: string): string {
  const article = site.articles.find((each) => each.slug === slug);
  if (!article) throw new Error(`no sample article ${slug}`);
  return article.path;
}

/** All ranges painted in the page whose mark has this in its name. */
export async function countPainted(page: Page, mark: string): Promise<number> {
  return page.evaluate(
    (wanted) => [...CSS.highlights].reduce((sum, [name, ranges]) => sum + (name.includes(wanted) ? ranges.size : 0), 0),
    mark,
  );
}

/** The words painted with this mark, joined. */
export async function paintedWords(page: Page, mark: string): Promise<string> {
  return page.evaluate(
    (wanted) =>
      [...CSS.highlights]
        .filter(([name]) => name.includes(wanted))
        .flatMap(([, ranges]) => [...ranges].map(String))
        .join(' '),
    mark,
  );
}

/** The middle of the first line of these words in the page, scrolled into view. */
export async function pointAt(page: Page, words: string): Promise<{ readonly x: number; readonly y: number }> {
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getClientRects()[0];
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return null;
  }, words);
  if (!point) throw new Error(`the page does not say: ${words}`);
  return point;
}
