// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../lib/page/extract-article';

const URL_OF_PAGE = 'https://ferry.example/news/2024/03/12/bridge';

const SENTENCE =
  'The river ran high again on Tuesday, and the old bridge at Marrow stayed closed to all but the post van.';

function pageOf(body: string, head = ''): Document {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return document;
}

function paragraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<p>${SENTENCE} <b>Part</b> ${i},\n  and more of it, “said\u00a0Ana”.</p>`,
  ).join('');
}

const ARTICLE = `<nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1><div>${paragraphs(12)}</div></article><footer>Imprint</footer>`;

/** White space collapsed, as the article text has it. */
const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('extractArticle', () => {
  it('reads text, title and date, and judges the language', () => {
    const page = pageOf(
      ARTICLE,
      '<title>Bridge closed | The Ferry</title><meta property="og:site_name" content="The Ferry">',
    );
    const read = extractArticle(page, URL_OF_PAGE);
    if (!read.ok) throw new Error(read.reason);
    const { article, looksLikeArticle } = read.value;
    expect(article.meta).toMatchObject({
      title: 'Bridge closed',
      outlet: 'The Ferry',
      language: 'en',
      published: '2024-03-12',
    });
    expect(looksLikeArticle).toBe(true);
    expect(article.blocks).toHaveLength(12);
    expect(article.text).toBe(article.blocks.map((b) => article.text.slice(b.start, b.end)).join('\n\n'));
    expect(article.text).toContain('Part 3, and more of it, “said Ana”.');
  });

  it('leaves the page as it was', () => {
    const page = pageOf(ARTICLE);
    const before = page.documentElement.outerHTML;
    extractArticle(page, URL_OF_PAGE);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('maps every stretch of the text to ranges that read the same', () => {
    const page = pageOf(ARTICLE);
    const read = extractArticle(page, URL_OF_PAGE);
    if (!read.ok) throw new Error(read.reason);
    const { article, textMap } = read.value;
    for (let start = 0; start < article.text.length; start += 37) {
      const span = { start, end: Math.min(article.text.length, start + 90) };
      const shown = textMap.rangesOf(span).map((range) => range.toString());
      expect(collapsed(shown.join('')).replaceAll(' ', '')).toBe(
        article.text.slice(span.start, span.end).replace(/\s+/g, ''),
      );
    }
  });

  it('finds the offset of a place in the page, and of a selection', () => {
    const page = pageOf(ARTICLE);
    const read = extractArticle(page, URL_OF_PAGE);
    if (!read.ok) throw new Error(read.reason);
    const { article, textMap } = read.value;
    const start = article.text.indexOf('old bridge');
    const [range] = textMap.rangesOf({ start, end: start + 10 });
    if (!range) throw new Error('no range');
    expect(textMap.offsetOf(range.startContainer, range.startOffset)).toBe(start);
    expect(textMap.spanOf(range)).toEqual({ start, end: start + 10 });
    const nav = page.querySelector('nav a')?.firstChild;
    expect(nav && textMap.offsetOf(nav, 0)).toBeNull();
  });

  it('gives no range for text that has left the page or was rewritten, and says when the map is dead', () => {
    const page = pageOf(ARTICLE);
    const read = extractArticle(page, URL_OF_PAGE);
    if (!read.ok) throw new Error(read.reason);
    const { article, textMap } = read.value;
    const [first, second] = article.blocks;
    if (!first || !second) throw new Error('no blocks');
    page.querySelector('article p')?.remove();
    expect(textMap.rangesOf(first)).toEqual([]);
    const text = page.querySelector('article p')?.firstChild;
    if (text) text.nodeValue = 'Something else';
    expect(textMap.rangesOf(second).map(String).join('')).not.toContain('river');
    expect(textMap.isAlive()).toBe(true);
    page.querySelector('article')?.remove();
    expect(textMap.isAlive()).toBe(false);
  });

  it('says that a page without prose has no text', () => {
    expect(extractArticle(pageOf('<div></div>'), URL_OF_PAGE)).toEqual({ ok: false, reason: 'no-text' });
  });

  it('says that a list of links is no article', () => {
    const links = Array.from({ length: 40 }, (_, i) => `<p><a href="/${i}">Short teaser number ${i}</a></p>`).join('');
    const read = extractArticle(pageOf(links), 'https://ferry.example/');
    expect(read.ok && read.value.looksLikeArticle).toBe(false);
  });

  it.each([
    ['elements', '<p>word</p>'.repeat(8_000)],
    ['characters', `<p>${'word '.repeat(120_000)}</p>`],
    ['levels', `${'<div>'.repeat(200)}<p>word</p>`],
  ])('refuses a page of too many %s, which would hold up the browser', (_, body) => {
    expect(extractArticle(pageOf(body), URL_OF_PAGE)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('reads what stands in many levels', () => {
    expect(extractArticle(pageOf(`${'<div>'.repeat(150)}${ARTICLE}`), URL_OF_PAGE).ok).toBe(true);
  });
});
