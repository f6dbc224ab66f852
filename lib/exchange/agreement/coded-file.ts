import { readBackup } from '../backup/read-backup';
import { readAnnotations } from '../web-annotation/from-annotations';
import { keptClaims } from '../../model/kept-claims';
import type { KeptWhole } from '../../model/kept';
import type { Note } from '../../model/note';
import { cover, type Span } from '../../model/span';

/** A passage and the codes that one coder gave it. */
export interface Coding extends Span {
  readonly words: string;
  /** Each once, in the order given. */
  readonly codes: readonly string[];
}

/** An article as one coder left it. */
export interface CodedArticle {
  /** Every address it is known by. */
  readonly urls: readonly string[];
  readonly title: string;
  /** Empty where the file holds none. */
  readonly text: string;
  /** What the coder was shown to code; empty where the file does not say. */
  readonly claims: readonly Span[];
  /** In reading order; one a passage. */
  readonly codings: readonly Coding[];
}

/** What one coder's file holds. Notes on whole articles, or without a tag, are no codings of a passage. */
export interface CodedFile {
  readonly articles: readonly CodedArticle[];
  /** Records that could not be read. */
  readonly refused: number;
}

/**
 * The codings of a backup, or of W3C or Hypothesis annotations. Throws BackupRefused for a backup that is refused, and
 * a SyntaxError for what is neither.
 */
export async function readCodedFile(text: string): Promise<CodedFile> {
  return text.slice(0, 200).includes('"hearsay-backup"') ? fromBackup(text) : fromAnnotations(text);
}

async function fromBackup(text: string): Promise<CodedFile> {
  const articles: CodedArticle[] = [];
  let refused = 0;
  for await (const record of readBackup(once(text))) {
    if ('refused' in record) refused++;
    else if ('kept' in record && record.kept.clipping.trashedAt === 0) articles.push(articleOf(record.kept));
  }
  return { articles, refused };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function articleOf(kept: KeptWhole): CodedArticle {
  const isCoding = ({ selectors, about, tags }: Note) =>
    selectors !== null && about?.kind !== 'actor' && tags.length > 0;
  return {
    urls: kept.clipping.urls,
    title: kept.clipping.meta.title,
    text: kept.text.text,
    claims: keptClaims(kept).map(({ claim }) => cover(claim.content)),
    codings: joinCodings(
      kept.notes
        .filter(isCoding)
        .flatMap(({ selectors, tags }) =>
          selectors ? [{ start: selectors.start, end: selectors.end, words: selectors.exact, codes: tags }] : [],
        ),
    ),
  };
}

function fromAnnotations(text: string): CodedFile {
  const { notes, refused } = readAnnotations(text);
  const byUrl = Map.groupBy(
    notes.filter(({ selectors, tags }) => selectors !== null && tags.length > 0),
    ({ url }) => url,
  );
  const articles = [...byUrl].map(([url, here]) => ({
    urls: [url],
    title: here.find(({ title }) => title !== '')?.title ?? '',
    text: '',
    claims: [],
    codings: joinCodings(
      here.flatMap(({ selectors, tags }) =>
        selectors ? [{ start: selectors.start, end: selectors.end, words: selectors.exact, codes: tags }] : [],
      ),
    ),
  }));
  return { articles, refused: refused.length };
}

/** One coding a passage, with the codes of all notes on it. */
function joinCodings(codings: readonly Coding[]): Coding[] {
  const byPassage = Map.groupBy(codings, ({ start, end }) => `${start}-${end}`);
  return [...byPassage.values()]
    .flatMap((same) => {
      const [first] = same;
      return first ? [{ ...first, codes: [...new Set(same.flatMap(({ codes }) => codes))] }] : [];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
