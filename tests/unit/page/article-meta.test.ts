// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readDeclared, readMeta } from '../../../lib/page/article-meta';

const URL_OF_PAGE = 'https://ferry.example/news/bridge';

interface Case {
  readonly name: string;
  readonly head?: string;
  readonly body?: string;
  readonly expected: Partial<ReturnType<typeof readMeta>>;
}

const JSON_LD =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2024-03-12T09:00:00Z","author":{"name":"Ana Ortiz"},"publisher":{"name":"The Ferry"}}</script>';

const CASES: readonly Case[] = [
  {
    name: 'JSON-LD wins over meta elements',
    head: `${JSON_LD}<meta name="author" content="Somebody Else"><meta property="article:published_time" content="2020-01-01">`,
    expected: { title: 'Bridge closed', byline: 'Ana Ortiz', published: '2024-03-12T09:00:00Z', outlet: 'The Ferry' },
  },
  {
    name: 'meta elements, where there is no JSON-LD',
    head: '<meta property="og:title" content="Bridge closed"><meta name="author" content="By Ana Ortiz"><meta property="article:published_time" content="2024-03-12"><meta property="og:site_name" content="The Ferry">',
    expected: { title: 'Bridge closed', byline: 'Ana Ortiz', published: '2024-03-12', outlet: 'The Ferry' },
  },
  {
    name: 'the DOM, where nothing is declared',
    body: '<h1>Bridge closed</h1><span class="byline">By Ana Ortiz</span><time datetime="2024-03-12T10:00:00+01:00">today</time>',
    expected: {
      title: 'Bridge closed',
      byline: 'Ana Ortiz',
      published: '2024-03-12T10:00:00+01:00',
      outlet: 'ferry.example',
    },
  },
  {
    name: 'a writer in the DOM rather than a site that names itself as author',
    head: '<meta name="author" content="The Ferry"><meta property="og:site_name" content="The Ferry">',
    body: '<a rel="author">Ana Ortiz</a>',
    expected: { byline: 'Ana Ortiz' },
  },
  {
    name: 'the headline that readers see, when it agrees with another source',
    head: '<title>Bridge closed for a month | The Ferry</title><meta property="og:site_name" content="The Ferry">',
    body: '<h1>The Ferry</h1><h1>Bridge closed for a month</h1>',
    expected: { title: 'Bridge closed for a month' },
  },
  {
    name: 'nothing, where the page says nothing',
    expected: { title: '', byline: '', published: null, modified: null },
  },
];

describe('readMeta', () => {
  it.each(CASES)('takes $name', ({ head = '', body = '', expected }) => {
    document.head.innerHTML = head;
    document.body.innerHTML = body;
    const meta = readMeta(document, URL_OF_PAGE, readDeclared(document), { title: '', byline: '' });
    expect(meta).toMatchObject(expected);
  });
});
