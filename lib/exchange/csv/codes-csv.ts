import type { CodeUse } from '../../model/code';
import { toCsv } from './table';

const HEADER = ['code', 'definition', 'example', 'below', 'colour', 'key', 'notes', 'articles'];

/** The codebook, one row a code, with how often each is used. */
export function codesToCsv(codes: readonly CodeUse[]): string {
  const rows = codes.map(({ code, notes, articles }) => [
    code.name,
    code.definition,
    code.example,
    code.parent ?? '',
    code.colour,
    code.key,
    String(notes),
    String(articles),
  ]);
  return toCsv([HEADER, ...rows]);
}
