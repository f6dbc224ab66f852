import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { findOrInstallFirefox } from '../../../scripts/start/find-browser.mjs';
import { FIRST_ARTICLE, SECOND_ARTICLE, serveSite, type Site } from '../../../scripts/start/serve-site.mjs';
import { EXTENSION_ORIGIN, Firefox, until } from './bidi';

const test = base.extend<{ site: Site; firefox: Firefox }>({
  site: async ({}, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  firefox: async ({}, use) => {
    const extension = resolve('.output/firefox-mv3');
    if (!existsSync(extension)) throw new Error(`${extension} is missing: run npm test, or npm run build first`);
    const firefox = await Firefox.launch(findOrInstallFirefox() ?? 'firefox', extension);
    await use(firefox);
    await firefox.close();
  },
});

/** The sidebar cannot be driven, so the same page is opened in a tab for the tab that is read. */
async function openPanel(firefox: Firefox, tab: number): Promise<Panel> {
  return new Panel(firefox, await firefox.open(`${EXTENSION_ORIGIN}/sidepanel.html?tab=${tab}`));
}

class Panel {
  constructor(
    readonly firefox: Firefox,
    readonly context: string,
  ) {}

  /** Waits until the panel shows these words; else fails with what it shows. */
  async shows(words: string): Promise<void> {
    await expect.poll(() => this.text(), { timeout: 20_000 }).toContain(words);
  }

  text(): Promise<string> {
    return this.firefox.run(this.context, 'document.body.innerText');
  }

  /** The number beside the name of a tab. */
  async count(tab: string): Promise<number> {
    const label = await this.firefox.run<string>(this.context, `${byText('[role=tab]', tab)}.textContent`);
    return Number(/\d+/.exec(label)?.[0] ?? Number.NaN);
  }

  press(selector: string, words: string): Promise<null> {
    return this.firefox.run(this.context, `${byText(selector, words)}.click()`);
  }

  type(selector: string, words: string): Promise<null> {
    return this.firefox.run(
      this.context,
      `(() => { const field = document.querySelector(${JSON.stringify(selector)}); field.focus(); document.execCommand('insertText', false, ${JSON.stringify(words)}); })()`,
    );
  }
}

/** An expression for the element of this kind whose text begins with these words. */
function byText(selector: string, words: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].find((e) => e.checkVisibility() && e.textContent.trim().startsWith(${JSON.stringify(words)}))`;
}

const painted = `[...CSS.highlights.keys()].filter((name) => name.startsWith('hearsay')).length`;

test('a click on the toolbar button reads the article, paints its claims and leaves the page as it was', async ({
  site,
  firefox,
}) => {
  const page = await firefox.open(site.origin + FIRST_ARTICLE);
  const before = await firefox.run<string>(page, 'document.documentElement.outerHTML');
  const tab = await firefox.clickButton(page);
  await until(async () => (await firefox.run<number>(page, painted)) >= 3);
  const panel = await openPanel(firefox, tab);
  await panel.shows('Karvonia begins');
  expect(await panel.count('Claims')).toBeGreaterThan(10);
  expect(await panel.count('Actors')).toBeGreaterThan(10);
  expect(await firefox.run<string>(page, 'document.documentElement.outerHTML')).toBe(before);
});

test('a note with a tag is kept, survives a reload, and the second article names the first as related', async ({
  site,
  firefox,
}) => {
  const page = await firefox.open(site.origin + FIRST_ARTICLE);
  const panel = await openPanel(firefox, await firefox.clickButton(page));
  await panel.shows('Karvonia begins');
  await panel.press('[role=tab]', 'Notes');
  await panel.press('button', 'Write a note on this article');
  await panel.type('textarea', 'Compare both gauges.');
  await panel.press('main button', 'Save');
  await panel.shows('Saved');
  await expect.poll(() => panel.text(), { timeout: 20_000 }).toContain('Compare both gauges.');
  expect(await panel.count('Notes')).toBe(1);

  await firefox.go(page, site.origin + FIRST_ARTICLE);
  await firefox.clickButton(page);
  const again = await openPanel(firefox, await firefox.clickButton(page));
  await again.shows('Karvonia begins');
  await again.press('[role=tab]', 'Notes');
  await again.shows('Compare both gauges.');

  const second = await firefox.open(site.origin + SECOND_ARTICLE);
  const other = await openPanel(firefox, await firefox.clickButton(second));
  await other.shows('Lethany protests');
  await other.press('[role=tab]', 'Related');
  await other.shows('Karvonia begins filling');
  await other.shows('al-Rahmani');
});

test('a page that is no article says so, and a German one that claims are found in English only', async ({
  site,
  firefox,
}) => {
  const page = await firefox.open(`${site.origin}/`);
  const panel = await openPanel(firefox, await firefox.clickButton(page));
  await panel.shows('This page does not look like an article');
  const german = site.articles.find(({ language }) => language === 'de');
  const other = await firefox.open(site.origin + (german?.path ?? ''));
  const beside = await openPanel(firefox, await firefox.clickButton(other));
  await beside.shows('Claims are found in English articles only');
});
