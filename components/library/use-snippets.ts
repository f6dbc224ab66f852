import { useEffect, useState } from 'preact/hooks';
import { asId, type ClippingId } from '../../lib/model/ids';
import type { SnippetPiece } from '../../lib/search/snippet';
import type { LibraryPort } from './port';

/** By clipping the passage that shows why it was found; null where the text has none. */
export type Snippets = ReadonlyMap<ClippingId, readonly SnippetPiece[] | null>;

const NONE: Snippets = new Map();

/** Passages for the rows in sight, read as they come into sight; none while nothing is searched for. */
export function useSnippets(port: LibraryPort, query: string, inSight: readonly ClippingId[]): Snippets {
  const [read, setRead] = useState({ query: '', found: NONE });
  const known = read.query === query ? read.found : NONE;
  const isAsked = query.trim() !== '';
  // As one text: a list would be another with every render.
  const wanted = isAsked ? inSight.filter((id) => !known.has(id)).join('\n') : '';
  useEffect(() => {
    let current = true;
    const load = async () => {
      const missing = wanted.split('\n').map((id) => asId<ClippingId>(id));
      const answer = await port.snippets(query, missing);
      if (!current) return;
      setRead((before) => {
        const found = new Map(before.query === query ? before.found : NONE);
        for (const id of missing) found.set(id, (answer.ok ? answer.value.get(id) : undefined) ?? null);
        return { query, found };
      });
    };
    if (wanted !== '') void load();
    return () => {
      current = false;
    };
  }, [port, query, wanted]);
  return isAsked ? known : NONE;
}
