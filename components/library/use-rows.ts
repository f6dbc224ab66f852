import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Clipping } from '../../lib/model/clipping';
import type { Note } from '../../lib/model/note';
import type { WriteFailure } from '../../lib/messages/protocol';
import { type ActorsByClipping, entriesOf, type Entry } from './entries';
import type { LibraryPort } from './port';

/** The names of actors come after the list itself, so many clippings at a time. */
const ACTORS_BATCH = 500;

export type Rows =
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly reason: WriteFailure }
  | { readonly state: 'found'; readonly kept: readonly Entry[]; readonly trashed: readonly Entry[] };

/** All clippings as entries of the list, those in the trash apart, kept up to date. */
export function useRows(port: LibraryPort): Rows {
  const [clippings, setClippings] = useState<readonly Clipping[] | null>(null);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [reason, setReason] = useState<WriteFailure | null>(null);
  const actors = useActors(port, clippings);

  useEffect(() => {
    const stopClippings = port.followClippings((found) => {
      if (found.ok) setClippings(found.value);
      setReason(found.ok ? null : found.reason);
    });
    const stopNotes = port.followNotes((found) => found.ok && setNotes(found.value));
    return () => {
      stopClippings();
      stopNotes();
    };
  }, [port]);

  const entries = useMemo(() => entriesOf(clippings ?? [], notes, actors), [clippings, notes, actors]);
  return useMemo(() => {
    if (reason !== null) return { state: 'failed', reason };
    if (clippings === null) return { state: 'busy' };
    return {
      state: 'found',
      kept: entries.filter(({ clipping }) => !clipping.trashedAt),
      trashed: entries.filter(({ clipping }) => clipping.trashedAt),
    };
  }, [reason, clippings, entries]);
}

function useActors(port: LibraryPort, clippings: readonly Clipping[] | null): ActorsByClipping {
  const [actors, setActors] = useState<ActorsByClipping>(new Map());
  useEffect(() => {
    let current = true;
    const missing = (clippings ?? []).filter(({ id }) => !actors.has(id)).map(({ id }) => id);
    const load = async () => {
      const found = new Map(actors);
      for (let from = 0; from < missing.length; from += ACTORS_BATCH) {
        const ids = missing.slice(from, from + ACTORS_BATCH);
        const batch = await port.actorNames(ids);
        if (!current) return;
        // A clipping without a description has no actors, and is not asked for again.
        for (const id of ids) found.set(id, (batch.ok ? batch.value.get(id) : undefined) ?? []);
      }
      setActors(found);
    };
    if (missing.length > 0) void load();
    return () => {
      current = false;
    };
  }, [port, clippings, actors]);
  return actors;
}
