import type { ClaimKind } from '../../lib/model/analysis';
import type { ClaimOrder } from '../panel-state';
import type { ClaimItem } from './claim-item';

/** Claims under one heading; the heading is null where the list is in reading order. */
export interface ClaimGroup {
  readonly speaker: string | null;
  readonly role: string;
  readonly claims: readonly ClaimItem[];
}

/** A speaker to choose, with the number of claims. */
export interface SpeakerCount {
  readonly speaker: string;
  readonly count: number;
}

/** The claims that fit: one of `kinds` (all when empty), by `speaker` (anyone when empty). */
export function filterClaims(claims: readonly ClaimItem[], kinds: readonly ClaimKind[], speaker: string) {
  return claims.filter(
    (claim) => (kinds.length === 0 || kinds.includes(claim.kind)) && (speaker === '' || claim.speaker === speaker),
  );
}

/** Speakers by number of claims, those with as many in reading order. */
export function countSpeakers(claims: readonly ClaimItem[]): SpeakerCount[] {
  const counts = new Map<string, number>();
  for (const { speaker } of claims) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].map(([speaker, count]) => ({ speaker, count })).toSorted((a, b) => b.count - a.count);
}

/** The claims as one group in reading order, or one group a speaker, who says most first. */
export function groupClaims(claims: readonly ClaimItem[], order: ClaimOrder): ClaimGroup[] {
  if (order === 'reading') return claims.length === 0 ? [] : [{ speaker: null, role: '', claims }];
  return countSpeakers(claims).map(({ speaker }) => {
    const own = claims.filter((claim) => claim.speaker === speaker);
    return { speaker, role: own.find((claim) => claim.role !== '')?.role ?? '', claims: own };
  });
}
