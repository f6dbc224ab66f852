import type { KnownActorsPort } from '../../components/actor-page/port';
import type { Kept } from '../../lib/model/kept';
import type { SameActor } from '../../lib/model/known-actor';
import { ok } from '../../lib/model/result';
import { describeActors } from '../../lib/search/actors/appearances';
import { applyChange } from '../../lib/search/actors/decide';

/** The actors of kept clippings in memory; `follow` calls back at once and when a clipping changes. */
export function fakeActors(all: () => readonly Kept[], follow: (tell: () => void) => () => void): KnownActorsPort {
  let decisions: readonly SameActor[] = [];
  const listeners = new Set<() => void>();
  return {
    follow: (onFound) => {
      const tell = () => onFound(ok({ rows: all().map((kept) => describeActors(kept).appearances), decisions }));
      listeners.add(tell);
      const stop = follow(tell);
      return () => {
        listeners.delete(tell);
        stop();
      };
    },
    spoken: async (ids) =>
      ok(all().flatMap((kept) => (ids.includes(kept.clipping.id) ? [describeActors(kept).spoken] : []))),
    change: async (change) => {
      const pairs = new Set([...change.put, ...change.removed].map(({ pair }) => pair));
      const removed = decisions.filter(({ pair }) => pairs.has(pair));
      decisions = applyChange(decisions, change);
      for (const listener of listeners) listener();
      return ok({ put: change.put, removed });
    },
  };
}
