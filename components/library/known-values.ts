import type { KnownValues } from '../../lib/search/query/complete-query';
import type { Entry } from './entries';

/** Names, outlets and tags of these clippings, most frequent first; counted when they are first asked for. */
export function knownValues(entries: readonly Entry[]): () => KnownValues {
  let known: KnownValues | null = null;
  return () =>
    (known ??= {
      actors: byCount(entries.flatMap(({ actors }) => actors)),
      outlets: byCount(entries.map(({ clipping }) => clipping.meta.outlet).filter(Boolean)),
      tags: byCount(entries.flatMap(({ tags }) => tags)),
    });
}

function byCount(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b));
}
