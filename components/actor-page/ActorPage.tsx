import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { ALL, articlesOf, claimsOf, narrow, outletsIn } from '../../lib/search/actors/actor-page';
import type { SpokenClaims } from '../../lib/search/actors/appearances';
import type { Proposal } from '../../lib/search/actors/propose';
import type { KnownActor } from '../../lib/search/actors/roster';
import type { LibraryPort } from '../library/port';
import { useKeys } from '../library/use-keys';
import { Notice } from '../panel/Notice';
import { ActorClaims } from './ActorClaims';
import { ActorFacts } from './ActorFacts';
import { ActorNotes } from './ActorNotes';
import type { Archive } from './archive';
import { NarrowBar } from './NarrowBar';
import { ProposalList } from './ProposalList';
import { TimeLinePart } from './TimeLinePart';
import type { Decisions } from './use-decisions';

export interface ActorPageProps {
  readonly port: LibraryPort;
  readonly archive: Archive;
  readonly actor: KnownActor;
  readonly proposals: readonly Proposal[];
  readonly decisions: Decisions;
  readonly onClose: () => void;
}

/** One actor over all articles: time line, names, roles, outlets, company and claims, all of what was narrowed to. */
export function ActorPage({ port, archive, actor, proposals, decisions, onClose }: ActorPageProps) {
  const { root } = actor;
  const heading = useRef<HTMLHeadingElement>(null);
  const [narrowing, setNarrowing] = useState(ALL);
  const { rows, heads, groups } = archive;
  const articles = useMemo(() => articlesOf(root, rows, heads, groups), [root, rows, heads, groups]);
  const spoken = useSpoken(port, articles);
  const claims = useMemo(
    () => claimsOf(root, articles, spoken?.ok ? spoken.value : NONE, groups),
    [root, articles, spoken, groups],
  );
  const outlets = useMemo(() => outletsIn(articles, claims), [articles, claims]);
  const shown = useMemo(() => narrow(articles, claims, narrowing), [articles, claims, narrowing]);
  const own = useMemo(() => proposals.filter(({ a, b }) => a === root || b === root), [proposals, root]);

  useEffect(() => heading.current?.focus(), []);
  useKeys({ Escape: () => (narrowing === ALL ? onClose() : setNarrowing(ALL)) });

  return (
    <main class="known">
      <article class="actor-page" aria-label={actor.name}>
        <header class="actor-page-head">
          <button type="button" class="link" onClick={onClose}>
            {say('known.back')}
          </button>
          <h2 class="article-title" tabIndex={-1} ref={heading}>
            <bdi>{actor.name}</bdi>
          </h2>
          <p class="small">
            {say(`actorType.${actor.type}`)} · {say('library.claims', claims.length)} ·{' '}
            {say('codes.articles', articles.length)}
          </p>
          {actor.isOneName && <p class="small known-warning">{say('known.oneNameWhy')}</p>}
        </header>
        {own.length > 0 && <ProposalList archive={archive} proposals={own} decisions={decisions} />}
        {spoken?.ok === false && <Notice sentence={writeFailureWords(spoken.reason)} />}
        {claims.length > 0 && (
          <>
            <NarrowBar narrowing={narrowing} outlets={outlets} claims={claims} onNarrow={setNarrowing} />
            <TimeLinePart claims={shown.claims} onRange={(from, to) => setNarrowing({ ...narrowing, from, to })} />
          </>
        )}
        <div class="actor-page-body">
          <section class="actor-claims" aria-label={say('known.said')}>
            <h3>
              {say('known.said')} <span class="count">{shown.claims.length}</span>
            </h3>
            <ActorClaims claims={shown.claims} known={spoken !== null} />
          </section>
          <div class="actor-facts">
            <ActorNotes port={port} archive={archive} root={root} />
            <ActorFacts archive={archive} actor={actor} shown={shown} decisions={decisions} />
          </div>
        </div>
      </article>
    </main>
  );
}

const NONE: ReadonlyMap<ClippingId, SpokenClaims> = new Map();

/** Articles whose words are read first: more than are listed at first. */
const FIRST = 40;

/** What is said in these articles, the newest first, null until those were read; what was read before stays on show. */
function useSpoken(
  port: LibraryPort,
  articles: readonly { readonly clippingId: ClippingId; readonly claims: number }[],
) {
  const [spoken, setSpoken] = useState<Result<ReadonlyMap<ClippingId, SpokenClaims>, WriteFailure> | null>(null);
  useEffect(() => {
    let current = true;
    const ids = articles.filter(({ claims }) => claims > 0).map(({ clippingId }) => clippingId);
    const read = async () => {
      const all = new Map<ClippingId, SpokenClaims>();
      for (const part of [ids.slice(0, FIRST), ids.slice(FIRST)]) {
        const found = await port.knownActors.spoken(part);
        if (!current) return;
        if (!found.ok) return setSpoken(found);
        for (const one of found.value) all.set(one.clippingId, one);
        setSpoken({ ok: true, value: new Map(all) });
        if (ids.length <= FIRST) return;
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [port, articles]);
  return spoken;
}
