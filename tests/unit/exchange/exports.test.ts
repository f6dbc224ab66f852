import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddresses } from '../../../lib/exchange/addresses/read-addresses';
import { toCslItem } from '../../../lib/exchange/citation/csl-item';
import { claimsToCsv } from '../../../lib/exchange/csv/claims-csv';
import { notesToCsv } from '../../../lib/exchange/csv/notes-csv';
import { fromCsv, toCsv } from '../../../lib/exchange/csv/table';
import { keptClaims } from '../../../lib/model/kept-claims';
import {
  clippingToMarkdown,
  digestToMarkdown,
  markdownFileName,
} from '../../../lib/exchange/markdown/clipping-markdown';
import { toBibtex } from '../../../lib/exchange/reference/bibtex';
import { toRis } from '../../../lib/exchange/reference/ris';
import { toHtmlReport } from '../../../lib/exchange/report/html-report';
import { readAnnotations } from '../../../lib/exchange/web-annotation/from-annotations';
import { keptToAnnotations } from '../../../lib/exchange/web-annotation/to-annotations';
import type { Verdict } from '../../../lib/model/note';
import { asId } from '../../../lib/model/ids';
import { SHARED, WORDS, keptFixture } from './kept-fixture';

const sharedJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, SHARED), 'utf8'));
const EMPTY = { engine: '', sentences: [], actors: [], claims: [] };
const hasShared = existsSync(new URL('attacks/', SHARED));

/** A strict RFC 4180 reader, so that the writer is not checked by its own library. */
function strictRows(csv: string): string[][] {
  const rows: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let row: string[] = [];
  while (cell.lastIndex < csv.length) {
    const m = cell.exec(csv);
    if (!m) throw new Error('not RFC 4180');
    row.push((m[1] ?? '').replaceAll('""', '"'));
    if (m[2] !== ',') rows.push(row.splice(0));
  }
  return rows;
}

function correction(content: { start: number; end: number }, verdict: Verdict) {
  const selectors = { exact: '', prefix: '', suffix: '', ...content };
  return { id: asId<never>('x'), clippingId: keptFixture().clipping.id, content: selectors, verdict, createdAt: 0 };
}

describe('keptClaims', () => {
  const [first] = keptFixture().text.analysis.claims;
  const span = first?.content[0] ?? { start: 0, end: 0 };
  it.each([
    ['keeps what the engine found', [], ['Ana Ruiz', 'the ministry']],
    ['leaves out what the reader called wrong', [correction(span, { kind: 'wrong' })], ['the ministry']],
    [
      'names the speaker the reader named',
      [correction(span, { kind: 'speaker', name: 'Li Wei' })],
      ['Li Wei', 'the ministry'],
    ],
    [
      'lets the last verdict win',
      [correction(span, { kind: 'wrong' }), correction(span, { kind: 'right' })],
      ['Ana Ruiz', 'the ministry'],
    ],
  ])('%s', (_name, corrections, speakers) => {
    expect(keptClaims(keptFixture({ corrections })).map((c) => c.speaker)).toEqual(speakers);
  });
});

describe('a note on an actor', () => {
  const kept = keptFixture({
    notes: [{ selectors: null, about: { kind: 'actor', name: 'Ana *Ruiz*' }, body: 'Call her.' }],
  });

  it('names the actor in every export, and is no text when it is read back', () => {
    expect(notesToCsv([kept])).toContain('"Ana *Ruiz*","","Call her."');
    expect(clippingToMarkdown(kept, WORDS)).toContain('**Ana \\*Ruiz\\***');
    const annotations = keptToAnnotations(kept);
    expect(annotations[0]?.body).toContainEqual(
      expect.objectContaining({ purpose: 'identifying', value: 'Ana *Ruiz*' }),
    );
    expect(readAnnotations(JSON.stringify(annotations)).notes[0]?.body).toBe('Call her.');
  });
});

describe('CSV', () => {
  it('writes a row a claim and a row a note', () => {
    const kept = keptFixture();
    const claims = strictRows(claimsToCsv([kept]).replace('\uFEFF', ''));
    expect(claims[1]?.slice(0, 4)).toEqual(['Ana Ruiz', 'direct', '“The crews will not sail,”', 'said']);
    expect(claims).toHaveLength(3);
    const notes = strictRows(notesToCsv([kept]).replace('\uFEFF', ''));
    expect(notes[1]?.slice(0, 4)).toEqual(['passage', 'The crews will not sail', 'Check *this*.', 'strike; pay talks']);
  });

  it('reads back every cell it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const row = ['x', ...cells];
        expect(fromCsv(toCsv([row]))).toEqual([row]);
      }),
    );
  });

  it.runIf(hasShared)('leaves no cell that a spreadsheet could run', () => {
    const cells = sharedJson('attacks/csv-formula-cells.json') as string[];
    const rows = strictRows(toCsv(cells.map((cell) => ['ok', cell])).replace('\uFEFF', ''));
    expect(rows.map((row) => row.length)).toEqual(cells.map(() => 2));
    expect(rows.filter(([, cell = '']) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell.trimStart()))).toEqual([]);
    expect(fromCsv(toCsv(cells.map((cell) => ['ok', cell]))).map((row) => row[1])).toEqual(cells);
  });
});

describe('Markdown', () => {
  it('writes properties, claims, notes and the article', () => {
    const file = clippingToMarkdown(keptFixture(), WORDS);
    expect(file).toContain('title: "Harbour strike enters third week"');
    expect(file).toContain('tags: ["pay-talks", "strike"]');
    expect(file).toContain('**Ana Ruiz** · Quoted');
    expect(file).toContain('> “The crews will not sail,”');
    expect(file).toContain('Check *this*.\n\n#strike #pay-talks');
  });

  it('lets no text of a page become markup', () => {
    const title = '# [x](javascript:alert(1)) <img src=x onerror=1> `a` **b** [[c]] #d';
    const file = clippingToMarkdown(keptFixture({ meta: { title } }), WORDS);
    expect(file).toContain(
      '# \\# \\[x\\](javascript:alert(1)) \\<img src\\=x onerror\\=1\\> \\`a\\` \\*\\*b\\*\\* \\[\\[c\\]\\] \\#d',
    );
  });

  it('joins several articles below one title', () => {
    const digest = digestToMarkdown('March', [keptFixture(), keptFixture()], WORDS);
    expect(digest.match(/^## Harbour/gm)).toHaveLength(2);
  });

  it.each([
    ['Harbour strike: “we/they” will*?', '2026-03-09 Harbour strike “we they” will.md'],
    ['', '2026-03-09.md'],
    ['x'.repeat(300), `2026-03-09 ${'x'.repeat(89)}.md`],
    ['の'.repeat(300), `2026-03-09 ${'の'.repeat(63)}.md`],
  ])('names the file for %j', (title, name) => {
    expect(markdownFileName(keptFixture({ meta: { title } }))).toBe(name);
  });

  it('gives no file the name of a device', () => {
    expect(markdownFileName(keptFixture({ meta: { title: 'Con', published: null } }))).toBe('Con article.md');
  });

  it.each([
    ['pay talks', 'pay-talks'],
    ['R&D, 2nd: a/b', 'R-D-2nd-a/b'],
    ['2024', '_2024'],
    ['!!!', ''],
    ['قضية الميناء', 'قضية-الميناء'],
    ['–– dashes ––', 'dashes'],
  ])('makes of the tag %j one that Obsidian takes', (tag, wanted) => {
    const file = clippingToMarkdown(keptFixture({ notes: [{ tags: [tag] }] }), WORDS);
    expect(file).toContain(wanted === '' ? '\ntags: []\n' : `\ntags: ["${wanted}"]\n`);
    if (wanted !== '') expect(file).toContain(`\n#${wanted}\n`);
  });

  it('makes no heading of dashes below a line, nor of a title on two lines', () => {
    const one = keptFixture({ meta: { title: 'One\n# two' } });
    const text = 'A line\n---\n- - -';
    const file = clippingToMarkdown(
      {
        ...one,
        notes: [],
        text: { ...one.text, text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], analysis: EMPTY },
      },
      WORDS,
    );
    expect(file).toContain('\n# One \\# two\n');
    expect(file).toContain('A line\n\\---\n\\- - -');
  });

  it('writes properties that YAML can read, whatever characters are in them', () => {
    const file = clippingToMarkdown(keptFixture({ meta: { title: 'a: "b" #c\u007f\u0091\u2028\ufffe' } }), WORDS);
    expect(file).toContain('title: "a: \\"b\\" #c\\u007f\\u0091\\u2028\\ufffe"');
  });
});

describe('reference managers', () => {
  it('writes BibLaTeX whose braces match, whatever is in a title', () => {
    const odd = toCslItem(
      keptFixture({ meta: { title: 'One { of a } pair }', byline: '{', outlet: '}' } }).clipping.meta,
      0,
    );
    const file = toBibtex([odd]);
    expect(file.match(/\{/g)?.length).toBe(file.match(/\}/g)?.length);
  });

  const item = toCslItem(
    keptFixture({ meta: { title: 'Prices {up} 5% & more_' } }).clipping.meta,
    Date.UTC(2026, 10, 24),
  );
  it('writes RIS', () => {
    expect(toRis([item]).split('\r\n')).toEqual([
      'TY  - NEWS',
      'AU  - Ortiz, Marta',
      'TI  - Prices {up} 5% & more_',
      'T2  - The Northgate Ledger',
      'PY  - 2026',
      'DA  - 2026/03/09/',
      'UR  - https://ledger.example/news/harbour',
      'Y2  - 2026/11/24/',
      'LA  - en',
      'ER  - ',
      '',
    ]);
  });

  it('writes BibLaTeX with unique keys and escaped characters', () => {
    const file = toBibtex([item, item]);
    expect(file).toContain(
      '@article{ortiz2026prices,\n  author = {Ortiz, Marta},\n  title = {{Prices \\textbraceleft{}up\\textbraceright{} 5\\% \\& more\\_}},',
    );
    expect(file).toContain('@article{ortiz2026prices-2,');
    expect(file).toContain('date = {2026-03-09},');
  });
});

describe('HTML report', () => {
  it('shows notes as they are meant, without pictures and HTML of their own', () => {
    const body =
      '**Ask** <img src=x> ![p](https://a.example/p.png)\n\n- [web](https://a.example) [no](javascript:alert(1))';
    const report = toHtmlReport('Report', [keptFixture({ notes: [{ body }] })], WORDS, 'en');
    expect(report).toContain('<strong>Ask</strong> &lt;img src=x&gt; !<a href="https://a.example/p.png">p</a>');
    expect(report).toContain('<li><a href="https://a.example">web</a> <a href="">no</a></li>');
  });

  it('lets every text have a direction of its own', () => {
    const report = toHtmlReport('Report', [keptFixture({ meta: { title: 'الجسر', language: 'ar' } })], WORDS, 'en');
    expect(report).toContain('<h2 dir="auto" lang="ar"><a ');
    expect(report).toMatch(/<blockquote dir="auto">[^<]/);
  });

  it.runIf(hasShared)('shows hostile text as text', () => {
    const payloads = (sharedJson('attacks/xss-payloads.json') as { payload: string }[]).map((p) => p.payload);
    const report = toHtmlReport(
      'Report',
      [...payloads, 'https://ledger.example/x'].map((p) =>
        keptFixture({ meta: { title: p, byline: p, canonicalUrl: p } }),
      ),
      WORDS,
      'en',
    );
    const tags = new Set([...report.matchAll(/<\/?([^\s>/]+)/g)].map((m) => m[1] ?? ''));
    expect([...tags].toSorted()).toEqual(
      '!doctype a article bdi blockquote body div em h1 h2 h3 head html meta p span strong style title'.split(' '),
    );
    expect([...report.matchAll(/href="([^"]*)"/g)].filter((m) => !/^https?:/i.test(m[1] ?? ''))).toEqual([]);
  });
});

describe('readAddresses', () => {
  it('names the entries that are no web addresses, but for headings', () => {
    expect(readAddresses('title,address\nOne,https://a.example/1\nTwo,ftp://b.example\nThree').refused).toEqual([
      { record: 3, why: 'Two' },
      { record: 4, why: 'Three' },
    ]);
    expect(readAddresses('<A HREF="https://a.example">a</A><A HREF="place:folder">b</A>').refused).toEqual([
      { record: 2, why: 'place:folder' },
    ]);
  });

  it.each([
    [
      'a bookmarks file',
      '<DL><DT><A HREF="https://a.example/1?x=1&amp;y=2" ADD_DATE="1">One &amp; two</A><DT><A HREF="javascript:alert(1)">no</A></DL>',
      [{ url: 'https://a.example/1?x=1&y=2', title: 'One & two' }],
    ],
    [
      'CSV with a header',
      'title;address\nOne;https://a.example/1\n;\nTwo;ftp://b.example',
      [{ url: 'https://a.example/1', title: 'One' }],
    ],
    [
      'one address a line, one twice',
      'https://a.example/1\nhttps://a.example/1\nhttp://b.example',
      [
        { url: 'https://a.example/1', title: '' },
        { url: 'http://b.example', title: '' },
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_name, file, addresses) => {
    expect(readAddresses(file).addresses).toEqual(addresses);
  });
});
