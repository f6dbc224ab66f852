import { useEffect, useState } from 'preact/hooks';
import { certaintyWord } from '../../lib/platform/claim-words';
import { say } from '../../lib/platform/words';
import type { ActorClaim } from '../../lib/search/actors/actor-page';
import { addressOfClaim } from '../library/address';
import { Day } from '../text/dates';
import { PageText, Passage } from '../text/words';

/** Claims shown before more are asked for, and how many more come each time. */
const FEW = 30;
const MORE = 100;

/** What an actor said, newest first, each with the way to where it stands. */
export function ActorClaims({ claims, known }: { readonly claims: readonly ActorClaim[]; readonly known: boolean }) {
  const [limit, setLimit] = useState(FEW);
  useEffect(() => setLimit(FEW), [claims]);
  if (claims.length === 0) return known ? <p class="small">{say('known.saidNothing')}</p> : null;
  return (
    <>
      <ul class="rows">
        {claims.slice(0, limit).map((claim) => (
          <li key={claim.clippingId + claim.id} class={`claim actor-claim ${claim.kind}`}>
            <p class="small outlet">
              <PageText>{claim.outlet}</PageText> <Day when={claim.published ?? claim.at} />
              <span aria-hidden="true"> · </span>
              <span class="visually-hidden">, </span>
              {say(`kind.${claim.kind}`)}
              {certaintyWord(claim.certainty) === 'unsure' && `, ${say('sure.unsure')}`}
            </p>
            <Passage text={claim.words} clamped />
            <p class="small">
              <a href={addressOfClaim(claim.clippingId, claim.id)}>
                <PageText>{claim.title}</PageText>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {claims.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + MORE)}>
          {say('library.moreValues')}
        </button>
      )}
    </>
  );
}
