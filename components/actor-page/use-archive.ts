import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { Proposal } from '../../lib/search/actors/propose';
import type { StoredActors } from '../../lib/store/actors/follow-actors';
import type { Entry } from '../library/entries';
import { type Archive, buildArchive, headsOf, proposalsIn } from './archive';
import type { KnownActorsPort } from './port';

export type ArchiveState =
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly reason: WriteFailure }
  | { readonly state: 'found'; readonly archive: Archive };

/** All actors, followed in the store. */
export function useArchive(port: KnownActorsPort, kept: readonly Entry[]): ArchiveState {
  const [stored, setStored] = useState<Result<StoredActors, WriteFailure> | null>(null);
  useEffect(() => port.follow(setStored), [port]);
  const articles = useSameClippings(kept);
  const heads = useMemo(() => headsOf(articles), [articles]);
  return useMemo(() => {
    if (!stored) return { state: 'busy' };
    if (!stored.ok) return { state: 'failed', reason: stored.reason };
    return { state: 'found', archive: buildArchive(stored.value, heads) };
  }, [stored, heads]);
}

/** The entries as they were, as long as only what is not of the clippings themselves has changed: notes, names of actors. */
function useSameClippings(kept: readonly Entry[]): readonly Entry[] {
  const before = useRef(kept);
  const isSame =
    before.current.length === kept.length &&
    before.current.every(({ clipping }, at) => clipping === kept[at]?.clipping);
  if (!isSame) before.current = kept;
  return before.current;
}

/** Which actors may be one; found after what the reader asked for is on show, empty until then. */
export function useProposals(archive: Archive): readonly Proposal[] {
  const [found, setFound] = useState<readonly Proposal[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setFound(proposalsIn(archive)), 50);
    return () => clearTimeout(timer);
  }, [archive]);
  // What was found before may name actors that are one by now.
  return useMemo(() => found.filter(({ a, b }) => archive.byRoot.has(a) && archive.byRoot.has(b)), [found, archive]);
}
