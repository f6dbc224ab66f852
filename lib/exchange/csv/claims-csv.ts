import type { Kept } from '../../model/kept';
import { cover } from '../../model/span';
import { linkToPassage } from '../citation/text-fragment';
import { keptClaims } from '../../model/kept-claims';
import { toCsv } from './table';

const HEADER = [
  'speaker',
  'kind',
  'claim',
  'cue',
  'stance',
  'certainty',
  'checked',
  'outlet',
  'title',
  'published',
  'link',
];

/** One row a claim, in the order of the articles and of their text. */
export function claimsToCsv(kept: readonly Kept[]): string {
  return toCsv([HEADER, ...kept.flatMap(rowsOf)]);
}

function rowsOf(kept: Kept): string[][] {
  const { meta } = kept.clipping;
  const { text } = kept.text;
  return keptClaims(kept).map(({ claim, speaker, words, verdict }) => [
    speaker,
    claim.kind,
    words,
    claim.cue.map((s) => text.slice(s.start, s.end)).join(' '),
    claim.stance,
    claim.certainty.toFixed(2),
    verdict?.kind ?? '',
    meta.outlet,
    meta.title,
    meta.published ?? '',
    linkToPassage(meta.canonicalUrl, text, cover(claim.content)),
  ]);
}
