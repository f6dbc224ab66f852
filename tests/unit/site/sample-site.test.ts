import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../fixtures/site/templates/html.mjs';
import { FIRST_ARTICLE, SECOND_ARTICLE, serveSite, type Site } from '../../../scripts/start/serve-site.mjs';

type Gold = Record<string, readonly { readonly speaker: string; readonly quote: string }[]>;

const GOLD: Gold = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/site/gold.json'), 'utf8'));

let site: Site;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const page = async (path: string) => (await fetch(site.origin + path)).text();

describe('sample site', () => {
  it('shows every article of the three papers at its address', async () => {
    const pages = site.articles.filter((article) => article.outlet !== 'reader');
    for (const article of pages)
      expect(await page(article.path)).toContain(escapeHtml(article.paragraphs.at(-1)?.text ?? '?'));
    expect(pages.length).toBeGreaterThanOrEqual(14);
  });

  it('has the two articles of the demonstration', () => {
    const paths = site.articles.map((article) => article.path);
    expect(paths).toEqual(expect.arrayContaining([FIRST_ARTICLE, SECOND_ARTICLE]));
  });

  it('shows a later edition at ?v=2 and, once told so, at the plain address', async () => {
    const later = 'Numbers that nobody can check';
    expect(await page(SECOND_ARTICLE)).not.toContain(later);
    expect(await page(`${SECOND_ARTICLE}?v=2`)).toContain(later);
    site.setLater(true);
    expect(await page(SECOND_ARTICLE)).toContain(later);
    site.setLater(false);
  });

  it.each(Object.entries(GOLD))('%s holds the quotes and speakers of the gold', (slug, claims) => {
    const text = site.articles
      .find((article) => article.slug === slug)
      ?.paragraphs.map((each) => each.text)
      .join('\n\n');
    for (const { speaker, quote } of claims) {
      expect(text).toContain(quote);
      expect(text).toContain(speaker);
    }
  });
});
