import { isSameSpan, type Span } from '../../model/span';
import type { CodedArticle, CodedFile, Coding } from './coded-file';
import { f1, matchSpans } from './match-spans';
import { cohenKappa, krippendorffAlpha, percentage, type Pair } from './nominal';
import { flattenUnits, unitizingAlphas, type Continuum } from './unitizing';

/** coded: passages that at least one coder coded. claims: all claims, too, for leaving one uncoded is a judgement. */
export type UnitChoice = 'coded' | 'claims';

/** One passage as both coders left it. */
export interface Judged {
  readonly article: CodedArticle;
  /** As the first coder cut it, where there is such a coding. */
  readonly passage: Span;
  readonly words: string;
  /** Null where a coder coded nothing there. */
  readonly a: Coding | null;
  readonly b: Coding | null;
}

/** How well two coders agree: on one code, or on all codes of each passage together. */
export interface Agreement {
  /** Null for all codes together. */
  readonly code: string | null;
  /** How often each coder gave it. */
  readonly ofA: number;
  readonly ofB: number;
  readonly percentage: number | null;
  readonly kappa: number | null;
  readonly alpha: number | null;
  readonly alphaU: number | null;
  /** For all codes together only: of one code there is one value. */
  readonly alphaCu: number | null;
  /** Of the same passage, to the character, with the same code. */
  readonly f1: number | null;
  /** The same where passages that overlap by half count as the same. */
  readonly f1Overlap: number | null;
}

/** The comparison of two files. */
export interface Comparison {
  /** Articles in both files with the same text. */
  readonly articles: number;
  /** Articles that only one file has, or that say something else in each. */
  readonly apart: number;
  /** In reading order, article by article. */
  readonly units: readonly Judged[];
  readonly all: Agreement;
  /** By code, in alphabetical order. */
  readonly codes: readonly Agreement[];
}

/** Whether both coders gave the same codes. */
export function agrees({ a, b }: Judged): boolean {
  return valueOf(a) === valueOf(b);
}

/** Compares what two coders did to the same articles. */
export function compareFiles(fileA: CodedFile, fileB: CodedFile, choice: UnitChoice): Comparison {
  const pairs = fileA.articles.flatMap((a): [CodedArticle, CodedArticle][] => {
    const b = fileB.articles.find((other) => isSameArticle(a, other));
    return b ? [[a, b]] : [];
  });
  const units = pairs.flatMap(([a, b]) => judged(a, b, choice));
  const codes = [...new Set(pairs.flat().flatMap(({ codings }) => codings.flatMap((coding) => coding.codes)))];
  return {
    articles: pairs.length,
    apart: fileA.articles.length + fileB.articles.length - 2 * pairs.length,
    units,
    all: agreement(null, units, pairs),
    codes: codes.toSorted(byName).map((code) => agreement(code, units, pairs)),
  };
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Positions can be compared in the same text only; a file without texts is taken at its word. */
function isSameArticle(a: CodedArticle, b: CodedArticle): boolean {
  if (a.text !== '' && b.text !== '') return a.text === b.text;
  return a.urls.some((url) => b.urls.includes(url));
}

function judged(a: CodedArticle, b: CodedArticle, choice: UnitChoice): Judged[] {
  const pairs = matchSpans(a.codings, b.codings);
  const ofA = new Map(pairs);
  const paired = new Set(pairs.map(([, coding]) => coding));
  const article = a.text === '' ? b : a;
  const unit = (mine: Coding | null, theirs: Coding | null, passage: Span, words: string): Judged => ({
    article,
    passage: { start: passage.start, end: passage.end },
    words,
    a: mine,
    b: theirs,
  });
  const coded = [
    ...a.codings.map((coding) => unit(coding, ofA.get(coding) ?? null, coding, coding.words)),
    ...b.codings.filter((coding) => !paired.has(coding)).map((coding) => unit(null, coding, coding, coding.words)),
  ];
  const isCoded = (claim: Span) =>
    coded.some(({ a: mine, b: theirs }) => [mine, theirs].some((coding) => coding && isSameSpan(coding, claim)));
  const claims = choice === 'claims' ? article.claims.filter((claim) => !isCoded(claim)) : [];
  const bare = claims.map((claim) => unit(null, null, claim, article.text.slice(claim.start, claim.end)));
  return [...coded, ...bare].toSorted((x, y) => x.passage.start - y.passage.start || x.passage.end - y.passage.end);
}

/** All codes of a passage as one value, whatever their order. */
function valueOf(coding: Coding | null): string {
  return (coding?.codes ?? []).toSorted(byName).join('\n');
}

function agreement(
  code: string | null,
  units: readonly Judged[],
  pairs: readonly (readonly [CodedArticle, CodedArticle])[],
): Agreement {
  const has = (coding: Coding | null) => coding !== null && (code === null || coding.codes.includes(code));
  const value = (coding: Coding | null) => (code === null ? valueOf(coding) : has(coding) ? 'yes' : 'no');
  const values = units.map(({ a, b }): Pair => [value(a), value(b)]);
  const alphas = unitizingAlphas(pairs.map((pair) => continuumOf(pair, code)));

  // Single codes of single passages: a passage with two codes counts twice.
  const counts = { ofA: 0, ofB: 0, exact: 0, overlap: 0 };
  for (const { a, b } of units) {
    const mine = (a?.codes ?? []).filter((each) => code === null || each === code);
    const theirs = (b?.codes ?? []).filter((each) => code === null || each === code);
    const same = mine.filter((each) => theirs.includes(each)).length;
    counts.ofA += mine.length;
    counts.ofB += theirs.length;
    counts.overlap += same;
    if (a && b && isSameSpan(a, b)) counts.exact += same;
  }
  return {
    code,
    ofA: counts.ofA,
    ofB: counts.ofB,
    percentage: percentage(values),
    kappa: cohenKappa(values),
    alpha: krippendorffAlpha(values),
    alphaU: alphas.u,
    alphaCu: code === null ? alphas.cu : null,
    f1: f1(counts.exact, counts.ofA, counts.ofB),
    f1Overlap: f1(counts.overlap, counts.ofA, counts.ofB),
  };
}

function continuumOf(pair: readonly [CodedArticle, CodedArticle], code: string | null): Continuum {
  const ends = pair.flatMap(({ text, codings }) => [text.length, ...codings.map(({ end }) => end)]);
  return {
    length: Math.max(...ends),
    coders: pair.map(({ codings }) =>
      flattenUnits(
        codings.flatMap(({ start, end, codes }) =>
          codes.filter((each) => code === null || each === code).map((value) => ({ start, end, value })),
        ),
      ),
    ),
  };
}
