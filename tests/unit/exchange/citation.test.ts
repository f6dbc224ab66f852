import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import CSL from 'citeproc';
import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../lib/exchange/citation/byline';
import { citeClaim } from '../../../lib/exchange/citation/cite';
import { toCslItem } from '../../../lib/exchange/citation/csl-item';
import type { CslItem } from '../../../lib/exchange/citation/csl-item';
import { formatInText, formatReference } from '../../../lib/exchange/citation/styles';
import type { CitationStyle } from '../../../lib/exchange/citation/styles';
import { linkToPassage } from '../../../lib/exchange/citation/text-fragment';
import type { ArticleMeta } from '../../../lib/model/article';

const require = createRequire(import.meta.url);
const pluginFile = (name: string) =>
  readFileSync(require.resolve('@citation-js/plugin-csl').replace(/lib.*$/, `lib/${name}`), 'utf8');

const LOCALE: string = JSON.parse(pluginFile('locales.json'))['en-US'];
const ORACLE: Record<CitationStyle, unknown> = {
  apa: JSON.parse(pluginFile('styles.json')).apa,
  chicago: require('style-chicago'),
  mla: readFileSync(new URL('../../fixtures/citation/mla-9.csl', import.meta.url), 'utf8'),
};

const READ_AT = Date.UTC(2026, 10, 24, 20);

const META: ArticleMeta = {
  url: 'https://ledger.example/news/harbour?from=home',
  canonicalUrl: 'https://ledger.example/news/harbour',
  title: 'Harbour strike enters third week as talks stall',
  byline: 'By Marta Elena Ortiz',
  outlet: 'The Northgate Ledger',
  published: '2026-03-09T06:30:00+02:00',
  modified: null,
  language: 'en',
};

/** Articles that differ in what the page says about them. */
const ARTICLES: Record<string, Partial<ArticleMeta>> = {
  'one author': {},
  'two authors': { byline: 'Marta Ortiz and Jan van der Berg' },
  'three authors': { byline: 'Marta Ortiz, B. J. Holt and Wei Li' },
  'four authors': { byline: 'Marta Ortiz, B. J. Holt, Wei Li & Omar al Sayed' },
  'an agency': { byline: 'NPA' },
  'no author': { byline: '' },
  'no date': { published: null },
  'neither author nor date': { byline: '', published: null },
  'only a year': { published: '2026' },
  'only a month': { published: '2026-05', byline: 'Jean-Luc Ortiz-Lund' },
  'a question': { title: 'Is the bridge safe?' },
  'a question without author': { title: 'Is the bridge safe?', byline: '' },
  'a quotation in the title': { title: '“We will not pay”: port chief to the union' },
  'a quotation in the title, no author': { title: 'Port chief: "we will not pay"', byline: '' },
  'a colon and small words': { title: 'Fog over the bay: what a pilot can and cannot do with it' },
  'no outlet': { outlet: '' },
  'a suffix': { byline: 'Martin Holt Jr.' },
  'a name with capitals inside': { title: 'How McAllister and the IPC lost to eBay sellers' },
  september: { published: '2025-09-01' },
};

/** citeproc with one style; gives what it makes of an item: [reference, in the text]. */
function citeprocOf(style: CitationStyle): (item: CslItem) => [string, string] {
  let current: CslItem | undefined;
  const engine = new CSL.Engine({ retrieveLocale: () => LOCALE, retrieveItem: () => current }, ORACLE[style], 'en-US');
  engine.setOutputFormat('text');
  return (item) => {
    current = item;
    // The engine keeps items by id: an empty list makes it forget the one before.
    engine.updateItems([]);
    engine.updateItems([item.id]);
    const cluster = { citationItems: [{ id: item.id }], properties: { noteIndex: 0 } };
    return [engine.makeBibliography()[1].join('').trim(), engine.previewCitationCluster(cluster, [], [], 'text')];
  };
}

describe.each(['apa', 'mla', 'chicago'] as const)('%s equals citeproc', (style) => {
  const byCiteproc = citeprocOf(style);
  it.each(Object.entries(ARTICLES))('for %s', (name, change) => {
    const item = { ...toCslItem({ ...META, ...change }, READ_AT), id: name };
    expect([formatReference(item, style), formatInText(item, style)]).toEqual(byCiteproc(item));
  });
});

describe('parseByline', () => {
  const ortiz = { family: 'Ortiz', given: 'Marta' };
  it.each([
    ['By Marta Ortiz', [ortiz]],
    ['by Marta Ortiz, Northgate correspondent', [ortiz]],
    ['Marta Ortiz in Northgate and Wei Li', [ortiz]],
    ['Marta Ortiz | The Northgate Ledger', [ortiz]],
    ['Marta Ortiz; Omar al Sayed', [ortiz, { family: 'al Sayed', given: 'Omar' }]],
    ['Martin Holt, Jr.', [{ family: 'Holt', given: 'Martin', suffix: 'Jr.' }]],
    ['NPA', [{ literal: 'NPA' }]],
    ['Staff reporter', [{ literal: 'Staff reporter' }]],
    ['The Northgate Ledger', [{ literal: 'The Northgate Ledger' }]],
    ['', []],
    ['   ', []],
  ])('%j', (byline, names) => {
    expect(parseByline(byline, 'The Northgate Ledger')).toEqual(names);
  });
});

describe('linkToPassage', () => {
  const text =
    'The port is closed. “We, the crews, will not pay & not sail,” she said. The port is closed.\n\nNobody came.';
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  it.each([
    [
      'encodes what has a meaning in a directive',
      at('We, the crews, will not pay & not'),
      '#:~:text=We%2C%20the%20crews%2C%20will%20not%20pay%20%26%20not',
    ],
    [
      'names the words before a repeated passage',
      at('The port is closed', 30),
      '#:~:text=sail%2C%E2%80%9D%20she%20said.-,The%20port%20is%20closed',
    ],
    ['joins short passages over blocks', at('closed.\n\nNobody'), '#:~:text=closed.%20Nobody'],
    [
      'gives a long passage by its edges',
      { start: 0, end: text.length },
      '#:~:text=The%20port%20is%20closed.%20%E2%80%9CWe%2C,port%20is%20closed.%20Nobody%20came.',
    ],
  ])('%s', (_name, span, fragment) => {
    expect(linkToPassage('https://ledger.example/a#top', text, span)).toBe(`https://ledger.example/a${fragment}`);
  });
});

describe('citeClaim', () => {
  it('names the speaker, quotes the pieces and links to them', () => {
    const text = '“The crews,” Ana Ruiz said, “will not sail.”';
    const content = [
      { start: 0, end: 12 },
      { start: 28, end: 44 },
    ];
    expect(citeClaim({ meta: META, text }, { speaker: 'Ana Ruiz', content }, 'apa', READ_AT)).toBe(
      'Ana Ruiz: “The crews,” … “will not sail.” (Ortiz, 2026).\n\n' +
        'Ortiz, M. E. (2026, March 9). Harbour strike enters third week as talks stall. The Northgate Ledger. ' +
        'https://ledger.example/news/harbour#:~:text=%E2%80%9CThe%20crews%2C%E2%80%9D%20Ana%20Ruiz%20said%2C%20%E2%80%9Cwill%20not%20sail.%E2%80%9D',
    );
  });
});
