import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Clipping } from '../model/clipping';
import type { Code } from '../model/code';
import type { Kept } from '../model/kept';
import { toCslItem } from './citation/csl-item';
import type { CslItem } from './citation/csl-item';
import { claimsToCsv } from './csv/claims-csv';
import { notesToCsv } from './csv/notes-csv';
import { clippingToMarkdown, digestToMarkdown, markdownFileName } from './markdown/clipping-markdown';
import type { MarkdownWords } from './markdown/clipping-markdown';
import { toBibtex } from './reference/bibtex';
import { toRis } from './reference/ris';
import { ProjectWriter, sourcePath } from './refi-qda/project';
import { toHtmlReport } from './report/html-report';
import { CollectionWriter, keptToAnnotations } from './web-annotation/to-annotations';

/** What stands in the file beside the clippings. */
export interface FileWords extends MarkdownWords {
  readonly title: string;
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** Who coded, in a REFI-QDA project. */
  readonly coder: string;
  /** The codebook, in a REFI-QDA project. */
  readonly codes: readonly Code[];
}

/**
 * Makes one file out of clippings that come in batches, so that a large library is never in memory as a whole where the
 * format allows it.
 */
export interface FileWriter<One> {
  readonly add: (batch: readonly One[]) => void;
  /** The file, in pieces to be put together; called once, after the last batch. */
  readonly end: () => readonly FilePart[];
}

export type FilePart = string | Uint8Array<ArrayBuffer>;

interface Format<Needs extends string, One> {
  /** Everything kept about an article, or what lists show of it, which is quicker to read. */
  readonly needs: Needs;
  /** With its dot. */
  readonly extension: string;
  readonly type: string;
  /** `at` is epoch milliseconds. */
  readonly write: (words: FileWords, at: number) => FileWriter<One>;
}

export type FileFormat = Format<'kept', Kept> | Format<'clipping', Clipping>;

export const FILE_FORMATS = {
  markdown: { needs: 'kept', extension: '.zip', type: 'application/zip', write: markdownZip },
  digest: { needs: 'kept', extension: '.md', type: 'text/markdown', write: (words) => digest(words) },
  claims: { needs: 'kept', extension: '.csv', type: 'text/csv', write: () => csv(claimsToCsv) },
  notes: { needs: 'kept', extension: '.csv', type: 'text/csv', write: () => csv(notesToCsv) },
  annotations: {
    needs: 'kept',
    extension: '.jsonld',
    type: 'application/ld+json',
    write: ({ title }) => annotations(title),
  },
  ris: {
    needs: 'clipping',
    extension: '.ris',
    type: 'application/x-research-info-systems',
    write: () => references(toRis),
  },
  biblatex: { needs: 'clipping', extension: '.bib', type: 'application/x-bibtex', write: () => references(toBibtex) },
  csl: {
    needs: 'clipping',
    extension: '.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: () => references((items) => `${JSON.stringify(items, null, 2)}\n`),
  },
  qdpx: { needs: 'kept', extension: '.qdpx', type: 'application/zip', write: (words, at) => qdpx(words, at) },
  report: { needs: 'kept', extension: '.html', type: 'text/html', write: (words) => report(words) },
} satisfies Record<string, FileFormat>;

export type FormatName = keyof typeof FILE_FORMATS;

/** A zip whose files come one by one, each packed as it comes. */
function openZip(at: number) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Uint8Array(chunk));
  });
  return {
    add: (name: string, pieces: readonly string[]) => {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = at;
      zip.add(file);
      for (const piece of pieces) file.push(strToU8(piece.toWellFormed()));
      file.push(new Uint8Array(0), true);
    },
    end: (): readonly FilePart[] => {
      zip.end();
      return parts;
    },
  };
}

/** One Markdown file a clipping, in a zip; files of the same name are numbered. */
function markdownZip(words: FileWords, at: number): FileWriter<Kept> {
  const zip = openZip(at);
  const used = new Map<string, number>();
  return {
    add: (batch) => {
      for (const kept of batch) zip.add(numbered(markdownFileName(kept), used), [clippingToMarkdown(kept, words)]);
    },
    end: zip.end,
  };
}

/** "a.md", then "a 2.md": file systems take names that differ in case only as one. */
function numbered(name: string, used: Map<string, number>): string {
  const count = (used.get(name.toLowerCase()) ?? 0) + 1;
  used.set(name.toLowerCase(), count);
  return count === 1 ? name : name.replace(/(\.\w+)$/, ` ${count}$1`);
}

function digest(words: FileWords): FileWriter<Kept> {
  const head = digestToMarkdown(words.title, [], words);
  const parts = [head];
  return {
    add: (batch) => batch.length > 0 && parts.push(digestToMarkdown(words.title, batch, words).slice(head.length)),
    end: () => parts,
  };
}

/** Each batch is a table of its own; of all but the first the line of headings is left out. */
function csv(table: (kept: readonly Kept[]) => string): FileWriter<Kept> {
  const head = table([]);
  const parts = [head];
  return { add: (batch) => parts.push(table(batch).slice(head.length)), end: () => parts };
}

function annotations(title: string): FileWriter<Kept> {
  const collection = new CollectionWriter(title);
  return {
    add: (batch) => collection.add(batch.flatMap(keptToAnnotations)),
    end: () => collection.end(),
  };
}

function references(format: (items: readonly CslItem[]) => string): FileWriter<Clipping> {
  const items: CslItem[] = [];
  return {
    add: (batch) => items.push(...batch.map(({ meta, savedAt }) => toCslItem(meta, savedAt))),
    end: () => [format(items)],
  };
}

function qdpx({ coder, codes }: FileWords, at: number): FileWriter<Kept> {
  const zip = openZip(at);
  const project = new ProjectWriter(codes, coder, at);
  return {
    add: (batch) => {
      for (const kept of batch) {
        project.add(kept);
        zip.add(sourcePath(kept), [kept.text.text]);
      }
    },
    end: () => {
      zip.add('project.qde', project.end());
      return zip.end();
    },
  };
}

const REPORT_END = '</body></html>\n';

function report({ title, language, ...words }: FileWords): FileWriter<Kept> {
  const file = (kept: readonly Kept[]) => toHtmlReport(title, kept, words, language).slice(0, -REPORT_END.length);
  const head = file([]);
  const parts = [head];
  return {
    add: (batch) => parts.push(file(batch).slice(head.length)),
    end: () => [...parts, REPORT_END],
  };
}
