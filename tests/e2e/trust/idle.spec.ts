/** What Hearsay costs a page that it does not annotate: nothing at all. */
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../../scripts/start/serve-site.mjs';
import { countPainted, expect, readNext, test } from '../fixtures';

/** What of an extension is in a page, as the browser's own tools see it. */
interface Injected {
  readonly worlds: readonly string[];
  readonly scripts: readonly string[];
  /** How words would look that bear a mark of claims. */
  readonly line: string;
}

/** Watches a page from before it loads; the answer tells what was put into it until then. */
async function watch(page: Page): Promise<() => Promise<Injected>> {
  const session = await page.context().newCDPSession(page);
  const worlds: string[] = [];
  const scripts: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.name);
  });
  session.on('Debugger.scriptParsed', ({ url, length }) => {
    if (url.startsWith('chrome-extension:')) scripts.push(`${url} ${length ?? 0}`);
  });
  for (const domain of ['Runtime', 'Debugger'] as const) await session.send(`${domain}.enable`);
  return async () => ({ worlds, scripts, line: await page.evaluate(lineOfClaims) });
}

/** Style sheets of extensions stand in no list, and show in nothing but their work. */
function lineOfClaims(): string {
  const mark = '::highlight(hearsay-light-full-claim-direct)';
  return getComputedStyle(document.documentElement, mark).textDecorationLine;
}

const NOTHING: Injected = { worlds: [], scripts: [], line: 'none' };

test('a page that is not annotated gets no script, no style sheet and no world of its own', async ({
  site,
  read,
  hearsay,
}) => {
  // Hearsay is at work in another tab all the while, with its panel open.
  const reading = await read(FIRST_ARTICLE);
  await reading.panel.shows('Karvonia begins');
  const page = await hearsay.context.newPage();
  const injected = await watch(page);
  await page.goto(site.origin + SECOND_ARTICLE);
  await page.reload();
  // A page that is not in front paints nothing.
  await reading.page.bringToFront();
  await readNext(hearsay, reading, site.origin + FIRST_ARTICLE);
  await expect.poll(() => countPainted(reading.page, 'claim')).toBeGreaterThan(0);
  expect(await injected()).toEqual(NOTHING);
  const registered = await reading.panel.page.evaluate(async () => ({
    scripts: await chrome.scripting.getRegisteredContentScripts(),
    named: chrome.runtime.getManifest().content_scripts ?? [],
  }));
  expect(registered).toEqual({ scripts: [], named: [] });

  // What is looked for is seen where it is.
  await page.bringToFront();
  await hearsay.clickButton(page);
  await expect.poll(() => countPainted(page, 'claim')).toBeGreaterThan(0);
  const { worlds, scripts, line } = await injected();
  expect(worlds).toContain('Hearsay');
  expect(scripts.join(' ')).toContain('content.js');
  expect(line).toBe('underline');
});

/** The calls of the browser that are made inside the panel. */
declare const chrome: {
  readonly runtime: { getManifest(): { content_scripts?: readonly unknown[] } };
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
};
