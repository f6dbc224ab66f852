import type { ClippingId } from '../../lib/model/ids';
import { type DecisionChange, joinActors, keepApart, splitActor, undoOf } from '../../lib/search/actors/decide';
import { pointOf } from '../../lib/search/actors/name-key';
import type { Proposal } from '../../lib/search/actors/propose';
import type { KnownActor } from '../../lib/search/actors/roster';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { type Archive, namingOf, namingsOf } from './archive';
import type { KnownActorsPort } from './port';

/** What the reader can decide about actors; each can be taken back. */
export interface Decisions {
  /** The first keeps its place; all others join it. */
  readonly join: (actors: readonly KnownActor[]) => Promise<void>;
  readonly accept: (proposal: Proposal) => Promise<void>;
  readonly refuse: (proposal: Proposal) => Promise<void>;
  /** Takes a name out of an actor, in all articles or in these alone. */
  readonly split: (root: string, point: string, articles: readonly ClippingId[] | null) => Promise<void>;
}

/** The decisions, with words said about each and a way back. */
export function useDecisions(port: KnownActorsPort, archive: Archive): Decisions {
  const announce = useAnnounce();
  const { decisions, byRoot } = archive;

  const store = async (change: DecisionChange, said: string) => {
    const done = await port.change(change);
    if (!done.ok) return announce.warn(writeFailureWords(done.reason));
    const undo = async () => {
      const back = await port.change(undoOf(done.value));
      if (back.ok) announce.say(say('known.undone'));
      else announce.warn(writeFailureWords(back.reason));
    };
    announce.offerUndo({ said, undo });
  };
  const namesOf = (a: string, b: string) => ({
    a: isolate(byRoot.get(a)?.name ?? ''),
    b: isolate(byRoot.get(b)?.name ?? ''),
  });

  return {
    join: async (actors) => {
      const [first, second] = actors;
      if (!first || !second) return;
      let now = decisions;
      let all: DecisionChange = { put: [], removed: [] };
      let mine = namingsOf(archive, first.root);
      for (const other of actors.slice(1)) {
        const theirs = namingsOf(archive, other.root);
        const step = joinActors(mine, theirs, now, Date.now());
        all = { put: [...all.put, ...step.put], removed: [...all.removed, ...step.removed] };
        now = now.filter((one) => !step.removed.includes(one));
        mine = [...mine, ...theirs];
      }
      await store(all, say('known.joined', namesOf(first.root, second.root)));
    },
    accept: async ({ a, b, articles }) => {
      const mine = namingsOf(archive, a);
      const theirs = articles?.map((clippingId) => [{ ...namingOf(b), clippingId }]) ?? [namingsOf(archive, b)];
      const steps = theirs.map((namings) => joinActors(mine, namings, decisions, Date.now()));
      await store(
        { put: steps.flatMap(({ put }) => put), removed: steps.flatMap(({ removed }) => removed) },
        say('known.joined', namesOf(a, b)),
      );
    },
    refuse: async ({ a, b }) =>
      store(keepApart(namingOf(a), namingOf(b), decisions, Date.now()), say('known.apart', namesOf(a, b))),
    split: async (root, point, articles) => {
      const parts =
        articles === null ? [namingOf(point)] : articles.map((clippingId) => ({ ...namingOf(point), clippingId }));
      const taken = new Set(parts.map(pointOf));
      const rest = namingsOf(archive, root).filter((naming) => !taken.has(pointOf(naming)));
      const name = isolate(byRoot.get(root)?.name ?? '');
      await store(splitActor(parts, rest, decisions, Date.now()), say('known.splitOff', { name }));
    },
  };
}
