import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { codebookToQdc, qdcToCodes } from '../../../lib/exchange/refi-qda/codebook';
import { readAnnotations } from '../../../lib/exchange/web-annotation/from-annotations';
import {
  claimsToAnnotations,
  noteToAnnotation,
  toAnnotationCollection,
} from '../../../lib/exchange/web-annotation/to-annotations';
import type { Code } from '../../../lib/model/code';
import { SHARED, keptFixture, projectFiles } from './kept-fixture';

const STANDARDS = new URL('standards/', SHARED);
const hasStandards = existsSync(STANDARDS);

interface Assertion {
  readonly id: string;
  readonly assertionType: 'must' | 'should' | 'may';
  readonly expectedResult: 'valid' | 'invalid';
  readonly title: string;
}

/** The W3C's own assertions of one folder, as validators. */
function assertions(folder: string) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const read = (of: string) => {
    const root = new URL(`web-annotation/${of}/`, STANDARDS);
    const files = readdirSync(root).filter((file) => file.endsWith('.json'));
    return files.map((file) => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as Assertion);
  };
  for (const definition of read('definitions')) ajv.addSchema(definition, definition.id);
  return read(folder).map((schema) => ({
    schema,
    holds: (value: unknown) => ajv.validate(schema, value) === (schema.expectedResult === 'valid'),
  }));
}

/** Titles of the must assertions that do not hold. */
function broken(folder: string, value: unknown): string[] {
  return assertions(folder)
    .filter(({ schema, holds }) => schema.assertionType === 'must' && !holds(value))
    .map(({ schema }) => schema.id);
}

const CODES: readonly Code[] = [
  {
    name: 'blame',
    definition: 'Someone is made responsible & named.',
    example: '“They <failed>.”',
    parent: null,
    colour: '#aa3300',
    key: 'b',
  },
  { name: 'pay talks', definition: '', example: '', parent: null, colour: '#003377', key: '' },
  { name: 'blame of officials', definition: '', example: '', parent: 'blame', colour: '#aa3300', key: '' },
];

describe.runIf(hasStandards)('W3C Web Annotation', () => {
  const kept = keptFixture({ notes: [{}, { body: '', tags: [] }, { selectors: null }] });
  it.each([
    ['a note on a passage', noteToAnnotation(kept, kept.notes[0]!)],
    ['a bare highlight', noteToAnnotation(kept, kept.notes[1]!)],
    ['a note on the article', noteToAnnotation(kept, kept.notes[2]!)],
    ['a claim', claimsToAnnotations(kept)[0]!],
  ])('every must holds for %s', (_name, annotation) => {
    for (const folder of ['annotations', 'annotations/bodiesTargets', 'annotations/specificResource']) {
      expect(broken(folder, annotation)).toEqual([]);
    }
  });

  it('every must holds for a collection', () => {
    expect(broken('collections', toAnnotationCollection('All', [kept]))).toEqual([]);
  });

  it('the check can fail', () => {
    expect(broken('annotations', { ...noteToAnnotation(kept, kept.notes[0]!), target: undefined })).not.toEqual([]);
  });
});

describe('annotations read back', () => {
  it('gives the notes that were written, and no claims', () => {
    const kept = keptFixture({ notes: [{}, { selectors: null, tags: [] }] });
    const { notes, refused } = readAnnotations(JSON.stringify(toAnnotationCollection('All', [kept])));
    expect(refused).toEqual([]);
    expect(notes).toEqual(
      kept.notes.map(({ selectors, body, tags, createdAt }) => ({
        url: kept.clipping.meta.canonicalUrl,
        title: '',
        selectors,
        body,
        tags,
        createdAt,
      })),
    );
  });

  it('reads a Hypothesis export', () => {
    const row = {
      uri: 'https://a.example/x',
      text: 'Look',
      tags: ['t', ' t '],
      created: '2026-01-02T03:04:05.000000+00:00',
      document: { title: ['A title'] },
      target: [
        {
          selector: [
            { type: 'RangeSelector' },
            { type: 'TextPositionSelector', start: 3, end: 7 },
            { type: 'TextQuoteSelector', exact: 'word', prefix: 'a ' },
          ],
        },
      ],
    };
    expect(readAnnotations(JSON.stringify({ total: 1, rows: [row] })).notes).toEqual([
      {
        url: row.uri,
        title: 'A title',
        body: 'Look',
        tags: ['t'],
        createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
        selectors: { exact: 'word', prefix: 'a ', suffix: '', start: 3, end: 7 },
      },
    ]);
  });

  it.each([
    ['a script address', { uri: 'javascript:alert(1)', text: 'x' }],
    ['a number', 7],
    ['null', null],
    ['a list', []],
    ['no target', { type: 'Annotation' }],
  ])('refuses and names %s', (_name, entry) => {
    const { notes, refused } = readAnnotations(JSON.stringify([entry, { uri: 'https://a.example', text: 'ok' }]));
    expect(notes).toHaveLength(1);
    expect(refused.map((r) => r.entry)).toEqual([1]);
  });

  it('throws on what is not JSON', () => {
    expect(() => readAnnotations('hello')).toThrow(SyntaxError);
  });

  it('leaves no trace of a prototype in the file', () => {
    readAnnotations('[{"__proto__":{"polluted":true},"uri":"https://a.example"}]');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe.runIf(hasStandards)('REFI-QDA', () => {
  const schema = (name: string) => ({
    fileName: name,
    contents: readFileSync(new URL(`refi-qda/${name}`, STANDARDS), 'utf8'),
  });
  const valid = async (xml: string, xsd: string) =>
    validateXML({ xml: [{ fileName: 'x.xml', contents: xml }], schema: [schema(xsd)] });

  it('writes a valid codebook', async () => {
    expect((await valid(codebookToQdc(CODES) ?? '', 'Codebook.xsd')).errors).toEqual([]);
  });

  it('writes a valid project with passages counted in code points', async () => {
    const kept = keptFixture({ notes: [{}, { selectors: null }] });
    const xml = strFromU8(projectFiles([kept], CODES)['project.qde']!);
    expect((await valid(xml, 'Project-mrt2019.xsd')).errors).toEqual([]);
    const [, start = '', end = ''] = /startPosition="(\d+)" endPosition="(\d+)"/.exec(xml) ?? [];
    expect(Array.from(kept.text.text).slice(+start, +end).join('')).toBe('The crews will not sail');
  });

  it('packs the texts beside the project', () => {
    const kept = keptFixture();
    const files = projectFiles([kept], CODES, 'Coder 1', Date.UTC(2026, 1, 1));
    const path = /plainTextPath="internal:\/\/([^"]+)"/.exec(strFromU8(files['project.qde']!))?.[1];
    expect(strFromU8(files[`sources/${path}`]!)).toBe(kept.text.text);
  });

  it('is refused by the schema when it is not valid', async () => {
    expect((await valid('<Project xmlns="urn:QDA-XML:project:1.0"/>', 'Project-mrt2019.xsd')).errors).not.toEqual([]);
  });
});

describe('codebook', () => {
  it('reads back what it wrote', () => {
    expect(qdcToCodes(codebookToQdc(CODES) ?? '')).toEqual(CODES.map((code) => ({ ...code, key: '' })));
  });

  it('has no file without codes', () => {
    expect(codebookToQdc([])).toBeNull();
  });

  it('keeps codes that are each other’s parents', () => {
    const loop = [
      { ...CODES[0]!, name: 'a', parent: 'b' },
      { ...CODES[0]!, name: 'b', parent: 'a' },
    ];
    expect(qdcToCodes(codebookToQdc(loop) ?? '')?.map((c) => c.name)).toEqual(['a', 'b']);
  });

  it.each([
    ['nothing', ''],
    ['no XML', '{"a":1}'],
    ['another XML', '<a/>'],
    ['a bomb', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><CodeBook>&y;</CodeBook>'],
    ['an open tag', '<CodeBook><Codes>'],
  ])('gives null for %s', (_name, file) => {
    expect(qdcToCodes(file)).toBeNull();
  });
});
