/** The card beside a claim: who said it, how it is known, and what the reader can do with it. */
import { useState } from 'preact/hooks';
import type { Actor, Claim, Reason } from '../../model/analysis';
import type { Verdict } from '../../model/note';
import { certaintyWord, percent, reasonSentence, speakerWord } from '../../platform/claim-words';
import { isolate, say } from '../../platform/words';
import { trusted } from '../trusted';

/** What the reader can do on a card. */
export type CardAction =
  | { readonly kind: 'note' }
  | { readonly kind: 'tag' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'name-speaker' }
  | { readonly kind: 'said-before' }
  | { readonly kind: 'judge'; readonly verdict: Verdict | null };

export interface CardProps {
  readonly claim: Claim;
  /** The words that tie speaker and content, as they stand in the article; empty for none. */
  readonly cue: string;
  /** What the article calls the speaker, empty for nothing. */
  readonly speakerRole: string;
  /** Whom the reader can choose as the one who said it. */
  readonly actors: readonly Actor[];
  readonly verdict: Verdict | null;
  /** One sentence on what just happened; empty for nothing. */
  readonly status: string;
  readonly act: (action: CardAction) => void;
}

export function Card(props: CardProps) {
  const { claim, speakerRole, status } = props;
  return (
    <dialog open class="card" aria-label={say('card.label', { speaker: isolate(speakerWord(claim)) })}>
      <p class="speaker" dir="auto">
        {speakerWord(claim)}
      </p>
      {speakerRole && (
        <p class="role" dir="auto">
          {speakerRole}
        </p>
      )}
      <Facts {...props} />
      <ul class="why">
        {claim.why.filter(saysMore).map((reason) => (
          <li key={reason.code}>{reasonSentence(reason)}</li>
        ))}
      </ul>
      <Uses {...props} />
      <Judge {...props} />
      <output class="status">{status}</output>
    </dialog>
  );
}

/** The line of facts already says that words are quoted or reported, and with which cue. */
function saysMore({ code }: Reason): boolean {
  return code !== 'quotation-with-cue' && code !== 'reported-with-cue';
}

function Facts({ claim, cue }: CardProps) {
  const [inNumbers, setInNumbers] = useState(false);
  return (
    <>
      <p class="facts">
        <span class="kind" data-kind={claim.kind}>
          {say(`kind.${claim.kind}`)}
        </span>
        {cue && ` ${say('card.with', { cue: isolate(cue) })}`}
        {' · '}
        <button
          class="plain"
          aria-expanded={inNumbers}
          title={say('sure.question')}
          onClick={trusted(() => setInNumbers(!inNumbers))}
        >
          {say(`sure.${certaintyWord(claim.certainty)}`)}
        </button>
      </p>
      {inNumbers && <p class="facts">{say('sure.number', { percent: percent(claim.certainty) })}</p>}
    </>
  );
}

function Uses({ claim, act }: CardProps) {
  return (
    <div class="row">
      <button onClick={trusted(() => act({ kind: 'note' }))}>{say('card.note')}</button>
      <button onClick={trusted(() => act({ kind: 'tag' }))}>{say('card.tag')}</button>
      <button onClick={trusted(() => act({ kind: 'copy' }))}>{say('card.copy')}</button>
      {claim.speaker !== '' && (
        <button onClick={trusted(() => act({ kind: 'said-before' }))}>{say('saidBefore.title')}</button>
      )}
    </div>
  );
}

/** Pressing what is pressed takes the verdict back. */
function Judge({ verdict, actors, claim, act }: CardProps) {
  const [choosing, setChoosing] = useState(false);
  const judge = (next: Verdict) =>
    act({ kind: 'judge', verdict: verdict && verdict.kind === next.kind && next.kind !== 'speaker' ? null : next });
  return (
    <>
      <fieldset class="row judge" aria-label={say('verdict.question')}>
        <button aria-pressed={verdict?.kind === 'right'} onClick={trusted(() => judge({ kind: 'right' }))}>
          {say('verdict.right')}
        </button>
        <button aria-pressed={verdict?.kind === 'wrong'} onClick={trusted(() => judge({ kind: 'wrong' }))}>
          {say('verdict.wrong')}
        </button>
        <button
          aria-pressed={verdict?.kind === 'speaker'}
          aria-expanded={choosing}
          onClick={trusted(() => setChoosing(!choosing))}
        >
          {say('verdict.someoneElse')}
        </button>
      </fieldset>
      {choosing && (
        <div class="names">
          {verdict?.kind === 'speaker' && (
            <button onClick={trusted(() => act({ kind: 'judge', verdict: null }))}>{say('card.takeBack')}</button>
          )}
          {actors
            .filter(({ type, name }) => type !== 'place' && name !== claim.speaker)
            .map(({ id, name }) => (
              <button key={id} dir="auto" onClick={trusted(() => judge({ kind: 'speaker', name }))}>
                {name}
              </button>
            ))}
          <button onClick={trusted(() => act({ kind: 'name-speaker' }))}>{say('card.anotherName')}…</button>
        </div>
      )}
    </>
  );
}
