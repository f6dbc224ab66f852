/** Paint, card and bar in real Chromium, on the stand: the page side without the extension around it. */
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { describe } from '../../lib/anchoring/describe';
import { articlePage, PAPERS } from '../harness/article';
import { bundlePageSide, chromiumPath, startOn, type Stand } from '../harness/stand';

let browser: Browser;
let script: string;

test.beforeAll(async () => {
  script = await bundlePageSide();
  const executablePath = chromiumPath();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});

test.afterAll(async () => {
  await browser.close();
});

async function open(body = articlePage(PAPERS.light, 12)): Promise<{ page: Page; stand: Stand }> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('http://localhost/quay');
  return { page, stand: await startOn(page, script) };
}

const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const hasHost = (page: Page) => page.evaluate(() => document.documentElement.lastElementChild !== document.body);

/** A point on the first word of a paragraph of the article. */
function pointOn(page: Page, paragraph: number) {
  return page.evaluate((index) => {
    const node = document.querySelectorAll('article p')[index]?.firstChild;
    const range = document.createRange();
    if (node) range.setStart(node, 1);
    if (node) range.setEnd(node, 4);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, paragraph);
}

async function select(page: Page, paragraph: number) {
  const { x, y } = await pointOn(page, paragraph);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 4 });
  await page.mouse.up();
}

const count = async (stand: Stand, mark: string) =>
  Object.entries(await stand.painted())
    .filter(([name]) => name.endsWith(mark))
    .flatMap(([, ranges]) => ranges).length;

test('paints claims by kind and leaves the HTML of the page as it was, also after leaving', async () => {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: articlePage(PAPERS.tinted, 12) }),
  );
  await page.goto('http://localhost/quay');
  const before = await html(page);
  const stand = await startOn(page, script);
  expect(await count(stand, 'claim-direct')).toBeGreaterThan(2);
  expect(await count(stand, 'claim-indirect')).toBeGreaterThan(1);
  expect(await html(page)).toBe(before);
  await stand.call('leave');
  expect(await stand.painted()).toEqual({});
  expect(await html(page)).toBe(before);
});

test('gets louder under the pointer, shows the card, and Escape takes it away', async () => {
  const { page, stand } = await open();
  const before = await html(page);
  const { x, y } = await pointOn(page, 1);
  await page.mouse.move(x, y);
  await expect.poll(() => count(stand, 'pointed-content')).toBeGreaterThan(0);
  expect(await count(stand, 'pointed-cue')).toBe(1);
  expect(await count(stand, 'pointed-speaker')).toBe(1);
  expect((await stand.told()).at(-1)).toMatch(/^pointedAt c/);
  await expect.poll(() => hasHost(page)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await hasHost(page)).toBe(false);
  expect(await html(page)).toBe(before);
  expect((await stand.told()).at(-1)).toBe('pointedAt null');
});

test('keeps a pinned card when scripts of the page make up keys and clicks', async () => {
  const { page } = await open();
  const { x, y } = await pointOn(page, 1);
  await page.mouse.click(x, y);
  expect(await hasHost(page)).toBe(true);
  await page.evaluate(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 }));
  });
  expect(await hasHost(page)).toBe(true);
});

test('lets no script of the page learn what a note says', async () => {
  const { page, stand } = await open();
  const view = await stand.call('view');
  const text = view.state === 'read' ? view.article.text : '';
  const start = text.indexOf('The harbour has stood');
  const selectors = describe(text, { start, end: start + 20 });
  await stand.call('addNote', { selectors, colour: 'rose', body: 'words nobody may read', tags: ['secret-tag'] });
  const { x, y } = await pointOn(page, 6);
  await page.mouse.click(x, y);
  expect(await hasHost(page)).toBe(true);
  const seen = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    // Looks into closed shadow roots, too: whoever asks for a word learns whether it is shown.
    const find = (words: string) => (window as unknown as { find(text: string): boolean }).find(words);
    return {
      root: host?.shadowRoot ?? null,
      html: host?.outerHTML,
      words: document.documentElement.innerText.includes('nobody may read'),
      note: find('words nobody may read'),
      tag: find('secret-tag'),
    };
  });
  expect(seen).toEqual({ root: null, html: '<div></div>', words: false, note: false, tag: false });
});

test('takes its element away when the page touches it', async () => {
  const { page } = await open();
  const { x, y } = await pointOn(page, 1);
  await page.mouse.click(x, y);
  await page.evaluate(() => document.documentElement.lastElementChild?.setAttribute('style', 'opacity: 0 !important'));
  await expect.poll(() => hasHost(page)).toBe(false);
});

test('walks through the claims by arrow keys alone', async () => {
  const { page, stand } = await open();
  expect(await stand.call('focusPage')).toBe(true);
  const pointed = async () => (await stand.told()).filter((event) => event.startsWith('pointedAt c'));
  expect(await pointed()).toHaveLength(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const order = await pointed();
  expect(order).toHaveLength(4);
  expect(order[3]).toBe(order[1]);
  await page.keyboard.press('Escape');
  expect(await hasHost(page)).toBe(false);
});

test('takes corrections by keyboard, and they win over the engine', async () => {
  const { page, stand } = await open();
  const claimsNow = async () => {
    const view = await stand.call('view');
    return view.state === 'read' ? view : null;
  };
  await stand.call('focusPage');
  for (let i = 0; i < 7; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await claimsNow())?.verdicts[0]?.verdict.kind).toBe('speaker');
  const view = await claimsNow();
  const corrected = view?.analysis.claims.find(({ id }) => id === view.verdicts[0]?.claim);
  expect(corrected).toMatchObject({ certainty: 1, why: [{ code: 'corrected-by-reader' }] });
  expect(view?.verdicts[0]?.verdict).toEqual({ kind: 'speaker', name: corrected?.speaker });
});

test('keeps a highlight at the moment of selection, by pointer and keys', async () => {
  const { page, stand } = await open();
  await select(page, 6);
  await expect.poll(() => hasHost(page)).toBe(true);
  expect(await stand.call('focusPage')).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(stand, 'note-green')).toBe(1);
  expect(await hasHost(page)).toBe(false);
});

test('hands typing over to the panel and keeps the place until it is settled', async () => {
  const { page, stand } = await open();
  await select(page, 6);
  await expect.poll(() => hasHost(page)).toBe(true);
  await stand.call('focusPage');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => stand.asked.includes('openPanel')).toBe(true);
  const view = await stand.call('view');
  expect(view.state === 'read' && view.asked).toMatchObject({ kind: 'note', focus: 'body' });
  await stand.call('settle');
  const after = await stand.call('view');
  expect(after.state === 'read' && after.asked).toBe(null);
});

test('puts paint back that the page has cleared', async () => {
  const { page, stand } = await open();
  await page.evaluate(() => CSS.highlights.clear());
  await expect.poll(() => count(stand, 'claim-direct'), { timeout: 5000 }).toBeGreaterThan(2);
});

test('paints again when the page renders its article anew', async () => {
  const { page, stand } = await open();
  const painted = await count(stand, 'claim-direct');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.replaceWith(main.cloneNode(true));
  });
  const texts = async () =>
    Object.values(await stand.painted())
      .flat()
      .filter(Boolean).length;
  await expect.poll(texts).toBeGreaterThan(painted);
  expect(stand.asked.filter((name) => name === 'analyse')).toHaveLength(1);
});

test('reads text that comes late', async () => {
  const { page, stand } = await open();
  await page.evaluate(() => {
    const p = document.createElement('p');
    p.textContent =
      '“The gate opens at noon,” Mara Oduya said. It had been closed since the storm of last March, and nobody knew why.';
    document.querySelector('article')?.append(p);
  });
  await expect.poll(async () => Object.values(await stand.painted()).flat()).toContain('“The gate opens at noon,”');
});

test('follows a page that changes its address without loading', async () => {
  const { page, stand } = await open();
  await page.evaluate(
    (body) => {
      history.pushState(null, '', '/ferry');
      const parsed = new DOMParser().parseFromString(body, 'text/html');
      document.querySelector('main')?.replaceWith(parsed.querySelector('main') ?? '');
    },
    articlePage(PAPERS.light, 12).replaceAll('quay', 'ferry').replaceAll('Quay', 'Ferry'),
  );
  await expect
    .poll(async () => {
      const view = await stand.call('view');
      return view.state === 'read'
        ? `${view.article.meta.url} ${view.article.text.includes('ferry will be open')}`
        : '';
    })
    .toBe('http://localhost/ferry true');
});

test('does not loop with a page that never rests', async () => {
  const { page, stand } = await open();
  await page.evaluate(() => {
    let i = 0;
    setInterval(() => {
      const p = document.querySelectorAll('article p')[3];
      if (p)
        p.textContent = `Live: ${i++} people are reading this report about the quay and what the harbour said of it today.`;
    }, 10);
  });
  await page.waitForTimeout(4000);
  expect(stand.asked.filter((name) => name === 'analyse').length).toBeLessThan(10);
});

test('says what it cannot read', async () => {
  const { stand } = await open(
    '<!doctype html><title>Menu</title><ul><li><a href="/a">A</a><li><a href="/b">B</a></ul>',
  );
  expect(await stand.call('view')).toMatchObject({ state: 'not-read', reason: 'no-text', canReadAnyway: false });
});
