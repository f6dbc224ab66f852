import { useState } from 'preact/hooks';
import { certaintyWord, percent, reasonSentence } from '../../lib/platform/claim-words';
import { say } from '../../lib/platform/words';
import type { Verdict } from '../../lib/model/note';
import { PageText } from '../text/words';
import type { ClaimItem } from './claim-item';
import { SpeakerForm } from './SpeakerForm';

export interface ClaimDetailProps {
  readonly claim: ClaimItem;
  /** Names to offer for "someone else". */
  readonly names: readonly string[];
  /** Whether to begin with the question who said it. */
  readonly askSpeaker: boolean;
  readonly onVerdict: (verdict: Verdict | null) => void;
  readonly onNote: (focus: 'body' | 'tags') => void;
  readonly onCopy: () => void;
  readonly onReveal: () => void;
  /** Asks for what this speaker said before; not offered where nobody is named. */
  readonly onSaidBefore: () => void;
  readonly saidBeforeOpen: boolean;
}

/** What lies behind one claim: cue, certainty with its number on demand, reasons; what the reader can do with it. */
export function ClaimDetail(props: ClaimDetailProps) {
  const { claim } = props;
  const [inNumbers, setInNumbers] = useState(false);
  const [asking, setAsking] = useState(props.askSpeaker);
  const verdict = (kind: 'right' | 'wrong') => (claim.verdict === kind ? null : ({ kind } as const));
  return (
    <>
      <dl class="facts">
        {claim.cue !== '' && (
          <>
            <dt>{say('claims.saidWith')}</dt>
            <dd>
              «<PageText>{claim.cue}</PageText>»
            </dd>
          </>
        )}
        <dt>{say('sure.question')}</dt>
        <dd>
          {say(`sure.${certaintyWord(claim.certainty)}`)}{' '}
          <button type="button" class="link" aria-expanded={inNumbers} onClick={() => setInNumbers(!inNumbers)}>
            {say('sure.inNumbers')}
          </button>
          {inNumbers && <p class="small">{say('sure.number', { percent: percent(claim.certainty) })}</p>}
        </dd>
        {claim.why.length > 0 && (
          <>
            <dt>{say('reason.title')}</dt>
            <dd>
              {claim.why.map((reason) => (
                <p key={reason.code + reason.words}>{reasonSentence(reason)}</p>
              ))}
            </dd>
          </>
        )}
      </dl>
      <div class="actions" role="group" aria-label={say('verdict.question')}>
        <button
          type="button"
          class="chip"
          aria-pressed={claim.verdict === 'right'}
          onClick={() => props.onVerdict(verdict('right'))}
        >
          {say('verdict.right')}
        </button>
        <button
          type="button"
          class="chip"
          aria-pressed={claim.verdict === 'wrong'}
          onClick={() => props.onVerdict(verdict('wrong'))}
        >
          {say('verdict.wrong')}
        </button>
        <button type="button" class="chip" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {say('verdict.someoneElse')}
        </button>
      </div>
      {asking && (
        <SpeakerForm
          names={props.names}
          onCancel={() => setAsking(false)}
          onName={(name) => {
            setAsking(false);
            props.onVerdict({ kind: 'speaker', name });
          }}
        />
      )}
      <div class="actions">
        <button type="button" class="link" onClick={() => props.onNote('body')}>
          {say('claims.note')}
        </button>
        <button type="button" class="link" onClick={() => props.onNote('tags')}>
          {say('claims.tag')}
        </button>
        <button type="button" class="link" onClick={props.onCopy}>
          {say('claims.copy')}
        </button>
        <button type="button" class="link" onClick={props.onReveal}>
          {say('panel.showInPage')}
        </button>
        {claim.named && (
          <button type="button" class="link" aria-expanded={props.saidBeforeOpen} onClick={props.onSaidBefore}>
            {say('saidBefore.title')}
          </button>
        )}
      </div>
    </>
  );
}
