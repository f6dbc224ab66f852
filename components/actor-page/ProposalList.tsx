import { useState } from 'preact/hooks';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import type { Proposal } from '../../lib/search/actors/propose';
import type { KnownActor } from '../../lib/search/actors/roster';
import { hashOf } from '../library/address';
import { PageText } from '../text/words';
import type { Archive } from './archive';
import type { Decisions } from './use-decisions';

/** Proposals shown before more are asked for, and how many more come each time. */
const FEW = 5;
const MORE = 20;

/** Which actors may be one, why, and the question whether they are. */
export function ProposalList(props: {
  readonly archive: Archive;
  readonly proposals: readonly Proposal[];
  readonly decisions: Decisions;
}) {
  const { archive, proposals, decisions } = props;
  const [limit, setLimit] = useState(FEW);
  return (
    <section class="proposals" aria-label={say('known.perhaps')}>
      <h3>{say('known.perhaps')}</h3>
      <ul class="rows">
        {proposals.slice(0, limit).map((proposal) => {
          const [a, b] = [archive.byRoot.get(proposal.a), archive.byRoot.get(proposal.b)];
          if (!a || !b) return null;
          const names = { a: isolate(a.name), b: isolate(b.name) };
          return (
            <li key={proposal.a + proposal.b} class="proposal">
              <p class="proposal-names">
                <ActorLink actor={b} />
                <span aria-hidden="true"> = </span>
                <span class="visually-hidden">, </span>
                <ActorLink actor={a} />
              </p>
              <p class="small">{reasonsOf(proposal).join(' · ')}</p>
              <div class="actions">
                <button
                  type="button"
                  class="button"
                  aria-label={say('known.joinBoth', names)}
                  onClick={() => void decisions.accept(proposal)}
                >
                  {say('known.same')}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={say('known.keepApart', names)}
                  onClick={() => void decisions.refuse(proposal)}
                >
                  {say('known.notSame')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {proposals.length > limit && (
        <button type="button" class="link" onClick={() => setLimit(limit + MORE)}>
          {say('library.moreValues')}
        </button>
      )}
    </section>
  );
}

function ActorLink({ actor }: { readonly actor: KnownActor }) {
  return (
    <>
      <a href={hashOf({ place: 'actors', item: actor.root })}>
        <PageText>{actor.name}</PageText>
      </a>{' '}
      <span class="small">({say('codes.articles', actor.articles)})</span>
    </>
  );
}

function reasonsOf({ how, articles, roles, outlets, company }: Proposal): string[] {
  const list = (words: readonly string[]) =>
    new Intl.ListFormat(wordsLanguage(), { type: 'unit' }).format(words.slice(0, 3).map(isolate));
  return [
    say(`known.how.${how}`),
    ...(articles ? [say('codes.articles', articles.length)] : []),
    ...(roles.length > 0 ? [say('known.bothRole', { words: list(roles) })] : []),
    ...(company.length > 0 ? [say('known.bothWith', { words: list(company) })] : []),
    ...(outlets.length > 0 ? [say('known.bothIn', { words: list(outlets) })] : []),
  ];
}
