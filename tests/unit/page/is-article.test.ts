import { describe, expect, it } from 'vitest';
import { isArticle } from '../../../lib/page/is-article';

const PROSE = 'The river ran high again, and the old bridge at Marrow stayed closed to all but the post van.';
const ARTICLE = {
  url: 'https://ferry.example/news/bridge',
  published: '2024-03-12',
  isDeclared: true,
  paragraphs: [PROSE, PROSE, PROSE],
  chars: 3_000,
};

describe('isArticle', () => {
  it.each([
    ['an article', {}, true],
    ['one that does not say so', { isDeclared: false }, true],
    ['a page without a date', { published: null }, false],
    ['a notice', { chars: 200 }, false],
    ['an undeclared page of short lines', { isDeclared: false, paragraphs: ['one', 'two', 'three'] }, false],
    ['an undeclared discussion', { isDeclared: false, url: 'https://ferry.example/threads/7/page-2' }, false],
    ['an undeclared blog front page', { isDeclared: false, url: 'https://ferry.example/blog/' }, false],
  ])('%s', (_, change, expected) => {
    expect(isArticle({ ...ARTICLE, ...change })).toBe(expected);
  });
});
