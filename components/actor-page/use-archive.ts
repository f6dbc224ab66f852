import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import { wordsLanguage } from '../../lib/platform/words';
import type { ArticleHead } from '../../lib/search/actors/actor-page';
import type { Proposal } from '../../lib/search/actors/propose';
import type { StoredActors } from '../../lib/store/actors/follow-actors';
import { useSliced } from '../hooks/use-sliced';
import type { Entry } from '../library/entries';
import { type Archive, buildArchive, headsOf, proposalsIn } from './archive';
import type { KnownActorsPort } from './port';

export type ArchiveState =
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly reason: WriteFailure }
  | { readonly state: 'found'; readonly archive: Archive; readonly proposals: readonly Proposal[] };

/**
 * All actors, followed in the store; begins as soon as they are wanted. Which of them may be one is found after what the
 * reader asked for is on show, and empty until then.
 */
export function useArchive(port: KnownActorsPort, kept: readonly Entry[], isWanted: boolean): ArchiveState {
  const [stored, setStored] = useState<Result<StoredActors, WriteFailure> | null>(null);
  useEffect(() => (isWanted ? port.follow(setStored) : undefined), [port, isWanted]);
  const articles = useSameClippings(kept);
  const heads = useMemo(() => (isWanted ? headsOf(articles) : NO_HEADS), [articles, isWanted]);
  const archive = useSliced(
    useMemo(() => (stored?.ok ? () => buildArchive(stored.value, heads, wordsLanguage()) : null), [stored, heads]),
    'short',
  );
  const found = useSliced(
    useMemo(() => archive && (() => proposalsIn(archive)), [archive]),
    'idle',
  );
  // What was found before may name actors that are one by now.
  const proposals = useMemo(
    () => (archive && found ? found.filter(({ a, b }) => archive.byRoot.has(a) && archive.byRoot.has(b)) : []),
    [found, archive],
  );
  return useMemo(() => {
    if (stored && !stored.ok) return { state: 'failed', reason: stored.reason };
    return archive ? { state: 'found', archive, proposals } : { state: 'busy' };
  }, [stored, archive, proposals]);
}

const NO_HEADS: ReadonlyMap<ClippingId, ArticleHead> = new Map();

/** The entries as they were, as long as only what is not of the clippings themselves has changed: notes, names of actors. */
function useSameClippings(kept: readonly Entry[]): readonly Entry[] {
  const before = useRef(kept);
  const isSame =
    before.current.length === kept.length &&
    before.current.every(({ clipping }, at) => clipping === kept[at]?.clipping);
  if (!isSame) before.current = kept;
  return before.current;
}
