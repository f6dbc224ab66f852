/** Takes pictures of the page side to look at: `npx tsx tests/harness/shoot.ts [FOLDER]`. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { articlePage, PAPERS } from './article';
import { bundlePageSide, chromiumPath, startOn } from './stand';

const folder = process.argv[2] ?? 'shots';
mkdirSync(folder, { recursive: true });
const script = await bundlePageSide();
console.log(`page side: ${script.length} characters`);
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});

for (const [name, paper] of Object.entries(PAPERS)) {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  page.on('pageerror', (error) => console.log(name, error));
  page.on('console', (message) => console.log(name, message.text()));
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: articlePage(paper, 40) }));
  await page.goto('http://localhost/quay');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const stand = await startOn(page, script);
  const view = await stand.call('view');
  if (view.state !== 'read') throw new Error(JSON.stringify(view));
  const painted = await stand.painted();
  console.log(
    name,
    view.analysis.claims.length,
    'claims',
    Object.entries(painted)
      .map(([key, all]) => `${key} ${all.length}`)
      .join(', '),
  );
  console.log(name, 'same html', before === (await page.evaluate(() => document.documentElement.outerHTML)));
  await page.screenshot({ path: `${folder}/${name}-quiet.png` });

  const quote = await page.evaluate(() => {
    const p = document.querySelectorAll('article p')[2];
    const box = p?.getBoundingClientRect();
    return { x: (box?.left ?? 0) + 300, y: (box?.top ?? 0) + 14 };
  });
  await page.mouse.move(quote.x, quote.y);
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${folder}/${name}-card.png` });

  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  const colours = ['amber', 'green', 'blue', 'rose', 'grey'] as const;
  const { text } = view.article;
  const { describe } = await import('../../lib/anchoring/describe');
  for (const [i, colour] of colours.entries()) {
    const start = text.indexOf('harbour has stood', 0) + i * 26;
    await stand.call('addNote', { selectors: describe(text, { start, end: start + 20 }), colour, body: '', tags: [] });
  }
  await stand.call('setLayer', 'actors', true);
  await page.evaluate(() => {
    const p = document.querySelectorAll('article p')[7];
    p?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    if (p?.firstChild) {
      range.setStart(p.firstChild, 10);
      range.setEnd(p.firstChild, 90);
    }
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}-notes.png` });
  await stand.call('leave');
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  console.log(
    name,
    'left',
    await stand.painted(),
    before === (await page.evaluate(() => document.documentElement.outerHTML)),
  );
  await page.close();
}
await browser.close();
