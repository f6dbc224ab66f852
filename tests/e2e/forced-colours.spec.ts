/** What holds where the reader's system sets all colours: nothing is told by colour alone, and every colour is one of the system's. */
import type { Page } from '@playwright/test';
import { describe } from '../../lib/anchoring/describe';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { PageOverlay } from '../../scripts/start/page-overlay';
import { articlePage, PAPERS } from '../harness/article';
import { bundlePageSide, startOn } from '../harness/stand';
import { expect, test } from './fixtures';

const COLOURS = ['amber', 'green', 'blue', 'rose', 'grey'] as const;

/** Colours of the system as this page has them now. */
async function systemColours(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const probe = document.createElement('i');
    document.documentElement.append(probe);
    const found = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText'].map((name) => {
      probe.style.color = name;
      return [name, getComputedStyle(probe).color] as const;
    });
    probe.remove();
    return Object.fromEntries(found);
  });
}

/** How each painted mark looks, by the end of its name. */
async function looksOfMarks(page: Page) {
  return page.evaluate(() =>
    [...CSS.highlights].map(([name]) => {
      const style = getComputedStyle(document.body, `::highlight(${name})`);
      const { textDecorationStyle: line, backgroundColor: paper, color: ink } = style;
      return { mark: name.replace(/^hearsay-(?:light|dark)-(?:full|soft|bare)-/, ''), line, paper, ink };
    }),
  );
}

test('marks in a page', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: articlePage(PAPERS.tinted, 12) }),
  );
  await page.goto('http://localhost/quay');
  const stand = await startOn(page, await bundlePageSide());
  const view = await stand.call('view');
  const text = view.state === 'read' ? view.article.text : '';
  const noted = text.indexOf('The harbour has stood');
  for (const [i, colour] of COLOURS.entries()) {
    const start = noted + i * 20;
    await stand.call('addNote', { selectors: describe(text, { start, end: start + 12 }), colour, body: '', tags: [] });
  }
  await page.mouse.move(...(await middleOf(page, 1)));
  await expect.poll(async () => (await looksOfMarks(page)).map(({ mark }) => mark)).toContain('pointed-content');

  const { Highlight, HighlightText } = await systemColours(page);
  const looks = new Map((await looksOfMarks(page)).map((look) => [look.mark, look]));
  const lined = [...looks.values()].filter(({ mark }) => /^(?:claim|note)-/.test(mark));
  expect(lined.map(({ mark }) => mark).toSorted()).toEqual(
    [
      ...['direct', 'indirect', 'mixed'].map((kind) => `claim-${kind}`),
      ...COLOURS.map((each) => `note-${each}`),
    ].toSorted(),
  );
  for (const { mark, paper } of lined) {
    // We lay nothing over what the system chose as paper; Chromium, not asked, paints highlights as selected text.
    expect(paper, mark).toMatch(/, 0\)$/);
  }
  for (const kind of ['claim-', 'note-']) {
    const lines = lined.filter(({ mark }) => mark.startsWith(kind)).map(({ line }) => line);
    expect(new Set(lines).size, `lines of ${kind}: ${lines.join()}`).toBe(lines.length);
  }
  expect(looks.get('pointed-content')).toMatchObject({ paper: Highlight, ink: HighlightText });
});

test('the card', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: articlePage(PAPERS.dark, 12) }));
  await page.goto('http://localhost/quay');
  await startOn(page, await bundlePageSide());
  await page.mouse.move(...(await middleOf(page, 1)));
  const overlay = new PageOverlay(page);
  await overlay.waitFor('button', 'Copy as citation');
  const { Canvas, CanvasText } = await systemColours(page);
  expect(await overlay.styleOf('button', 'Copy as citation', '.stage')).toMatchObject({
    backgroundColor: Canvas,
    color: CanvasText,
    borderTopColor: CanvasText,
    borderTopStyle: 'solid',
  });
});

test('the panel', async ({ read }) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await panel.page.emulateMedia({ forcedColors: 'active' });
  const { CanvasText, Highlight } = await systemColours(panel.page);

  const edges = await Promise.all(
    ['direct', 'mixed', 'indirect'].map((kind) =>
      panel.page
        .locator(`.claim.${kind}`)
        .first()
        .evaluate((row) => {
          const { borderInlineStartStyle: style, borderInlineStartColor: colour } = getComputedStyle(row, '::before');
          return { style, colour };
        }),
    ),
  );
  expect(new Set(edges.map(({ style }) => style)).size).toBe(3);
  expect(edges.map(({ colour }) => colour)).toEqual([CanvasText, CanvasText, CanvasText]);

  const lineUnder = (name: 'Claims' | 'Actors') =>
    panel.tab(name).evaluate((tab) => getComputedStyle(tab).borderBlockEndColor);
  expect(await lineUnder('Claims')).toBe(Highlight);
  expect(await lineUnder('Actors')).not.toBe(Highlight);
});

/** A point on the first words of a paragraph of the article. */
async function middleOf(page: Page, paragraph: number): Promise<[number, number]> {
  const box = await page.locator('article p').nth(paragraph).boundingBox();
  if (!box) throw new Error('no such paragraph');
  return [box.x + 40, box.y + 14];
}
