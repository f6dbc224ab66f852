import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { claimsToCsv } from '../../../lib/exchange/csv/claims-csv';
import { notesToCsv } from '../../../lib/exchange/csv/notes-csv';
import {
  FILE_FORMATS,
  type FileFormat,
  type FilePart,
  type FileWriter,
  type FormatName,
} from '../../../lib/exchange/file-formats';
import { clippingToMarkdown, digestToMarkdown } from '../../../lib/exchange/markdown/clipping-markdown';
import { toHtmlReport } from '../../../lib/exchange/report/html-report';
import { toAnnotationCollection } from '../../../lib/exchange/web-annotation/to-annotations';
import { type Code, undefinedCode } from '../../../lib/model/code';
import type { ClippingId } from '../../../lib/model/ids';
import { asId } from '../../../lib/model/ids';
import { keptFixture, projectFiles, WORDS } from './kept-fixture';

const CODES: readonly Code[] = [{ ...undefinedCode('strike'), definition: 'A stop of work.', key: 's' }];
const FILE_WORDS = { ...WORDS, title: 'My <clippings>', language: 'en', coder: 'Reader', codes: CODES };
const AT = Date.UTC(2026, 10, 24);
const kept = ['One', 'one', 'Two'].map((title, i) => {
  const one = keptFixture({ meta: { title } });
  return { ...one, clipping: { ...one.clipping, id: asId<ClippingId>(`k${i}`) } };
});

/** The file when its clippings come one by one. */
function written(name: FormatName, all = kept): readonly FilePart[] {
  const format: FileFormat = FILE_FORMATS[name];
  if (format.needs === 'kept') return fed(format.write(FILE_WORDS, AT), all);
  return fed(
    format.write(FILE_WORDS, AT),
    all.map(({ clipping }) => clipping),
  );
}
function fed<One>(writer: FileWriter<One>, all: readonly One[]): readonly FilePart[] {
  for (const one of all) writer.add([one]);
  return writer.end();
}
const text = (name: FormatName, all = kept) => written(name, all).join('');
const unzipped = (name: FormatName) => {
  const parts = written(name).map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  return unzipSync(new Uint8Array(parts.flatMap((part) => [...part])));
};

describe('files written in batches', () => {
  it('are the same as files written at once', () => {
    expect(text('claims')).toBe(claimsToCsv(kept));
    expect(text('notes')).toBe(notesToCsv(kept));
    expect(text('digest')).toBe(digestToMarkdown(FILE_WORDS.title, kept, WORDS));
    expect(text('report')).toBe(toHtmlReport(FILE_WORDS.title, kept, WORDS, 'en'));
    expect(JSON.parse(text('annotations'))).toEqual(toAnnotationCollection(FILE_WORDS.title, kept));
  });

  it('hold one Markdown file a clipping, numbered where names differ in case only', () => {
    const files = unzipped('markdown');
    expect(Object.keys(files)).toEqual(['2026-03-09 One.md', '2026-03-09 one 2.md', '2026-03-09 Two.md']);
    expect(strFromU8(files['2026-03-09 Two.md'] ?? new Uint8Array())).toBe(
      clippingToMarkdown(kept[2] ?? keptFixture(), WORDS),
    );
  });

  it('hold the codings of every clipping in a project', () => {
    const files = unzipped('qdpx');
    const atOnce = projectFiles(kept, CODES, 'Reader', AT);
    expect(files).toEqual(atOnce);
    expect(strFromU8(files['project.qde'] ?? new Uint8Array())).toContain('name="strike"');
    expect(Object.keys(files)).toHaveLength(1 + kept.length);
  });

  it('hold one reference a clipping', () => {
    expect(text('ris').match(/^TY {2}- NEWS/gm)).toHaveLength(3);
    expect(text('biblatex').match(/^@article/gm)).toHaveLength(3);
    expect(JSON.parse(text('csl'))).toHaveLength(3);
  });

  it('are whole files also without any clipping', () => {
    expect(text('claims', [])).toBe(claimsToCsv([]));
    expect(text('report', [])).toBe(toHtmlReport(FILE_WORDS.title, [], WORDS, 'en'));
    expect(JSON.parse(text('csl', []))).toEqual([]);
    expect(JSON.parse(text('annotations', []))).toEqual(toAnnotationCollection(FILE_WORDS.title, []));
  });
});
