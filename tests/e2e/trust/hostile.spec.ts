/** Hostile texts in every field and every view: nothing of them runs, loads, links or spills over its neighbours. */
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { bundleForPage } from '../../../scripts/predict/bundle';
import { evaluateIsolated } from '../../../scripts/predict/saved-page';
import { putRows, rowsOf } from '../../library/invented';
import { countPainted, expect, test } from '../fixtures';
import { hostileLibrary, MARK } from './hostile-rows';
import { addresses, payloads, sanitiserPayloads } from './payloads';

/** Every how manieth payload is shown in the panel, whose text the engine has to read; ALL=1 shows them all. */
const EVERY = process.env['ALL'] ? 1 : 8;

/** Notes whatever a payload that came to life would do. */
function watch(context: BrowserContext): string[] {
  const alarms: string[] = [];
  const isOurs = (page: Page | null) => page?.url().startsWith('chrome-extension:') ?? false;
  context.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    const text = message.text();
    if (isOurs(message.page()) && /content security|refused|trusted/i.test(text)) alarms.push(text.slice(0, 200));
  });
  context.on('weberror', (thrown) => {
    const error = thrown.error();
    if (error.stack?.includes('chrome-extension:')) alarms.push(`error ${error.message}`);
  });
  context.on('request', (request) => {
    const from = request.serviceWorker() === null ? request.frame().url() : 'chrome-extension:';
    if (from.startsWith('chrome-extension:') && !request.url().startsWith('chrome-extension:'))
      alarms.push(`request ${request.url().slice(0, 200)}`);
  });
  return alarms;
}

/** What stands in a page of ours that must not: foreign elements, links and handlers, and texts without a wall around them. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const found: string[] = [];
    const forbidden =
      'iframe,object,embed,base,form[action],img:not([src^="data:"]),svg[onload],link[rel=import],video,audio';
    for (const element of document.body.querySelectorAll(`script:not([src]),${forbidden}`))
      found.push(`element ${element.outerHTML.slice(0, 120)}`);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`handler ${name}=${value.slice(0, 80)}`);
      }
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const isOwn = link.protocol === 'chrome-extension:' || link.protocol === 'blob:';
      if (!isOwn && !/^https?:$/.test(link.protocol)) found.push(`link ${link.href.slice(0, 120)}`);
      if (!isOwn && !/noreferrer/.test(link.rel)) found.push(`link that tells where from ${link.href.slice(0, 120)}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.nodeValue?.includes(mark) || !parent) continue;
      // Sentences of ours put such a text between isolating characters instead.
      if (/[\u2066-\u2068]/.test(node.nodeValue)) continue;
      if (!parent.closest('bdi, [dir=auto], option, textarea'))
        found.push(`no wall around <${parent.localName} class="${parent.className}"> ${node.nodeValue.slice(0, 60)}`);
    }
    return [...new Set(found)];
  }, MARK);
}

test('THREATS: hostile text in every field of the library and the options neither runs, loads nor links', async ({
  hearsay,
}) => {
  test.setTimeout(180_000);
  const alarms = watch(hearsay.context);
  const page = await hearsay.context.newPage();
  const origin = `chrome-extension://${hearsay.extensionId}`;
  await page.goto(`${origin}/library.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const library = hostileLibrary(payloads(), addresses());
  await page.evaluate(putRows, rowsOf(library));
  const found = new Set<string>();
  const look = async (where: string) => {
    for (const fault of await faults(page)) found.add(`${where}: ${fault}`);
  };
  for (const { clipping } of library) {
    await page.goto(`${origin}/library.html#articles/${clipping.id}`);
    await expect(page.getByRole('tablist').first()).toBeVisible();
    await look('library');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await look('library');
    }
  }
  await page.getByRole('combobox', { name: 'Search your clippings' }).fill('<img src=x onerror=alert(1)>');
  await look('search');
  await page.goto(`${origin}/options.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('options');
  expect([...found]).toEqual([]);
  expect(alarms).toEqual([]);
  const polluted = await page.evaluate(() => Object.keys(Object.prototype));
  expect(polluted).toEqual([]);
});

test('THREATS: hostile text of an article neither runs nor loads in panel and card', async ({
  site,
  read,
  hearsay,
}) => {
  test.setTimeout(180_000);
  const alarms = watch(hearsay.context);
  const { page, panel, overlay } = await read('/');
  const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  const texts = payloads()
    .filter((_text, i) => i < 20 || i % EVERY === 0)
    .map((text) => text.slice(0, 300));
  const A_PAGE = 40;
  for (let from = 0; from < texts.length; from += A_PAGE) {
    const some = texts.slice(from, from + A_PAGE).map((text) => escape(MARK + text));
    const said = some.map(
      (text) => `<p>“${text} is what we said,” Minister Ana ${text} Ortiz told reporters in Karvonia.</p>`,
    );
    const title = `Round ${from} of ${some[0] ?? ''}`;
    const body = `<!doctype html><html lang=en><head><title>${title}</title><meta name=author content="${some[1] ?? ''}">
      <meta property="og:site_name" content="${some[2] ?? ''}"><meta property="og:type" content="article">
      <meta property="article:published_time" content="2026-11-01"></head><body><article><h1>${title}</h1>${said.join('')}</article></body></html>`;
    const address = `${site.origin}/hostile/${from}`;
    await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(address);
    await hearsay.clickButton(page);
    await expect(panel.title).toContainText(`Round ${from}`, { timeout: 60_000 });
    for (const tab of ['Claims', 'Actors', 'Notes', 'Related'] as const) {
      await panel.select(tab);
      expect(await faults(panel.page), `${tab} of round ${from}`).toEqual([]);
    }
    await panel.select('Claims');
    await panel.claims.first().getByRole('button').first().click();
    expect(await faults(panel.page), 'a claim opened').toEqual([]);
    const { x, y } = await firstClaim(page);
    await page.mouse.click(x, y);
    await overlay.waitFor('button', 'Right');
    const tags = await overlay.tags();
    expect(tags.filter((tag) => tag.startsWith('dialog'))).toHaveLength(1);
    expect(
      tags.filter((tag) => !OF_A_CARD.test(tag)),
      'the card',
    ).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(alarms).toEqual([]);
});

/** All that a card is made of, without handlers in its markup. */
const OF_A_CARD =
  /^(?:style|div|dialog|p|span|bdi|ul|li|button|output|fieldset|label|select|option|kbd)(?: (?!on)[\w-]+)*$/;

/** A place on the first words of the page that are painted as a claim. */
async function firstClaim(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  await expect.poll(() => countPainted(page, 'claim')).toBeGreaterThan(0);
  return page.evaluate(() => {
    const painted = [...CSS.highlights].find(([name, ranges]) => name.includes('claim') && ranges.size > 0);
    const [range] = painted?.[1] ?? [];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const box = range instanceof Range ? range.getClientRects()[0] : null;
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
  });
}

test('THREATS: notes in Markdown come out of the sanitiser clean, and a second time the same', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await page.goto('about:blank');
  const alarms = watch(hearsay.context);
  const code = await bundleForPage(join(import.meta.dirname, 'sanitise-in-page.ts'));
  const texts = [...payloads(), ...sanitiserPayloads()];
  const answers = await evaluateIsolated(page, `${code};sanitiseAll(${JSON.stringify(texts)})`);
  expect(answers).toEqual([]);
  expect(alarms).toEqual([]);
});
