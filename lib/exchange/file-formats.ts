import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Kept } from '../model/kept';
import { toCslItem } from './citation/csl-item';
import type { CslItem } from './citation/csl-item';
import { claimsToCsv } from './csv/claims-csv';
import { notesToCsv } from './csv/notes-csv';
import { clippingToMarkdown, digestToMarkdown, markdownFileName } from './markdown/clipping-markdown';
import type { MarkdownWords } from './markdown/clipping-markdown';
import { toBibtex } from './reference/bibtex';
import { toRis } from './reference/ris';
import { toQdpx } from './refi-qda/project';
import { toHtmlReport } from './report/html-report';
import type { Annotation } from './web-annotation/annotation';
import { collectionOf, keptToAnnotations } from './web-annotation/to-annotations';

/** What stands in the file beside the clippings. */
export interface FileWords extends MarkdownWords {
  readonly title: string;
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** Who coded, in a REFI-QDA project. */
  readonly coder: string;
}

/**
 * Makes one file out of clippings that come in batches, so that a large library is never in memory as a whole where the
 * format allows it.
 */
export interface FileWriter {
  readonly add: (batch: readonly Kept[]) => void;
  /** The file, in pieces to be put together; called once, after the last batch. */
  readonly end: () => readonly FilePart[];
}

export type FilePart = string | Uint8Array<ArrayBuffer>;

export interface FileFormat {
  /** With its dot. */
  readonly extension: string;
  readonly type: string;
  /** `at` is epoch milliseconds. */
  readonly write: (words: FileWords, at: number) => FileWriter;
}

export const FILE_FORMATS = {
  markdown: { extension: '.zip', type: 'application/zip', write: markdownZip },
  digest: { extension: '.md', type: 'text/markdown', write: (words) => digest(words) },
  claims: { extension: '.csv', type: 'text/csv', write: () => csv(claimsToCsv) },
  notes: { extension: '.csv', type: 'text/csv', write: () => csv(notesToCsv) },
  annotations: { extension: '.jsonld', type: 'application/ld+json', write: ({ title }) => annotations(title) },
  ris: { extension: '.ris', type: 'application/x-research-info-systems', write: () => references(toRis) },
  biblatex: { extension: '.bib', type: 'application/x-bibtex', write: () => references(toBibtex) },
  csl: {
    extension: '.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: () => references((items) => `${JSON.stringify(items, null, 2)}\n`),
  },
  qdpx: { extension: '.qdpx', type: 'application/zip', write: ({ coder }, at) => qdpx(coder, at) },
  report: { extension: '.html', type: 'text/html', write: (words) => report(words) },
} satisfies Record<string, FileFormat>;

export type FormatName = keyof typeof FILE_FORMATS;

/** One Markdown file a clipping, in a zip; files of the same name are numbered. */
function markdownZip(words: FileWords, at: number): FileWriter {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Uint8Array(chunk));
  });
  const used = new Map<string, number>();
  const add = (kept: Kept) => {
    const file = new ZipDeflate(numbered(markdownFileName(kept), used), { level: 6 });
    file.mtime = at;
    zip.add(file);
    file.push(strToU8(clippingToMarkdown(kept, words).toWellFormed()), true);
  };
  return {
    add: (batch) => batch.forEach(add),
    end: () => {
      zip.end();
      return parts;
    },
  };
}

/** "a.md", then "a 2.md": file systems take names that differ in case only as one. */
function numbered(name: string, used: Map<string, number>): string {
  const count = (used.get(name.toLowerCase()) ?? 0) + 1;
  used.set(name.toLowerCase(), count);
  return count === 1 ? name : name.replace(/(\.\w+)$/, ` ${count}$1`);
}

function digest(words: FileWords): FileWriter {
  const head = digestToMarkdown(words.title, [], words);
  const parts = [head];
  return {
    add: (batch) => batch.length > 0 && parts.push(digestToMarkdown(words.title, batch, words).slice(head.length)),
    end: () => parts,
  };
}

/** Each batch is a table of its own; of all but the first the line of headings is left out. */
function csv(table: (kept: readonly Kept[]) => string): FileWriter {
  const head = table([]);
  const parts = [head];
  return { add: (batch) => parts.push(table(batch).slice(head.length)), end: () => parts };
}

function annotations(title: string): FileWriter {
  const items: Annotation[] = [];
  return {
    add: (batch) => items.push(...batch.flatMap(keptToAnnotations)),
    end: () => [`${JSON.stringify(collectionOf(title, items), null, 2)}\n`],
  };
}

function references(format: (items: readonly CslItem[]) => string): FileWriter {
  const items: CslItem[] = [];
  return {
    add: (batch) => items.push(...batch.map(({ clipping }) => toCslItem(clipping.meta, clipping.savedAt))),
    end: () => [format(items)],
  };
}

function qdpx(coder: string, at: number): FileWriter {
  const all: Kept[] = [];
  // A project holds texts and codings; what the engine found is not part of it and need not wait in memory.
  const withoutAnalysis = (kept: Kept): Kept => ({
    ...kept,
    text: { ...kept.text, analysis: { engine: '', sentences: [], actors: [], claims: [] } },
  });
  return {
    add: (batch) => all.push(...batch.map(withoutAnalysis)),
    end: () => [new Uint8Array(toQdpx(all, [], coder, at))],
  };
}

const REPORT_END = '</body></html>\n';

function report({ title, language, ...words }: FileWords): FileWriter {
  const file = (kept: readonly Kept[]) => toHtmlReport(title, kept, words, language).slice(0, -REPORT_END.length);
  const head = file([]);
  const parts = [head];
  return {
    add: (batch) => parts.push(file(batch).slice(head.length)),
    end: () => [...parts, REPORT_END],
  };
}
