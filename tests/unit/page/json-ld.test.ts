import { describe, expect, it } from 'vitest';
import { findArticleJsonLd, parseJsonLd } from '../../../lib/page/json-ld';

describe('parseJsonLd', () => {
  it.each([
    ['a raw line break in a string', '{"a":"one\ntwo"}', { a: 'one two' }],
    ['a trailing comma', '{"a":[1,2,],}', { a: [1, 2] }],
    ['a comment wrapper', '<!-- {"a":1} -->', { a: 1 }],
    ['a CDATA wrapper', '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['a closing semicolon', '{"a":1};', { a: 1 }],
    ['what is beyond repair', '{"a":', null],
  ])('repairs %s', (_, source, expected) => {
    expect(parseJsonLd(source)).toEqual(expected);
  });
});

const article = (more: object) => JSON.stringify({ '@type': 'NewsArticle', headline: 'Bridge closed', ...more });

describe('findArticleJsonLd', () => {
  it('reads authors as strings, objects and lists', () => {
    for (const author of ['Ana Ortiz', { name: 'Ana Ortiz' }, [{ name: 'Ana Ortiz' }], { name: ['Ana Ortiz'] }]) {
      expect(findArticleJsonLd([article({ author })])?.authors).toEqual(['Ana Ortiz']);
    }
  });

  it('follows a reference within the graph', () => {
    const graph = [
      { '@type': 'Person', '@id': '#ana', name: 'Ana Ortiz' },
      { '@type': ['Article', 'Thing'], headline: 'Bridge closed', author: { '@id': '#ana' } },
    ];
    expect(findArticleJsonLd([JSON.stringify({ '@graph': graph })])?.authors).toEqual(['Ana Ortiz']);
  });

  it('prefers the article that has a date', () => {
    const dated = article({ headline: 'Bridge open', datePublished: '2024-03-12' });
    expect(findArticleJsonLd([article({}), dated])?.headline).toBe('Bridge open');
  });

  it('decodes what was escaped for HTML', () => {
    expect(findArticleJsonLd([article({ headline: 'Q&amp;A: the ferry&#8217;s future' })])?.headline).toBe(
      'Q&A: the ferry’s future',
    );
  });

  it.each([[[]], [['nonsense']], [['null']], [['[[[]]]']], [['{"@type":"WebSite"}']]])(
    'finds none in %j',
    (scripts) => {
      expect(findArticleJsonLd(scripts)).toBeNull();
    },
  );

  it('survives deep nesting', () => {
    expect(findArticleJsonLd(['['.repeat(5_000) + ']'.repeat(5_000)])).toBeNull();
  });
});
