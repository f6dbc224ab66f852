import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ClaimId } from '../../lib/model/ids';
import { certaintyWord } from '../../lib/platform/claim-words';
import { say } from '../../lib/platform/words';
import { PageText, Passage } from '../text/words';
import type { ClaimItem } from './claim-item';

export interface ClaimRowProps {
  readonly claim: ClaimItem;
  /** Under the pointer in the page. */
  readonly marked: boolean;
  readonly open: boolean;
  /** Left out where the heading above already names the speaker. */
  readonly withSpeaker: boolean;
  readonly onPress: (id: ClaimId) => void;
  /** The pointer or the keyboard is on this claim, or (null) left it. */
  readonly onPoint: (id: ClaimId | null) => void;
  /** Shown below while open. */
  readonly children?: ComponentChildren;
}

const VERDICT_WORDS = {
  right: 'verdict.markedRight',
  wrong: 'verdict.markedWrong',
  speaker: 'verdict.markedSpeaker',
} as const;

/**
 * One claim: speaker and role, what they said, kind and certainty; a button that opens the detail below it. A row
 * whose props are the same is not rendered again: the pointer moves through hundreds of them.
 */
export function ClaimRow(props: ClaimRowProps) {
  const { claim, marked, open, withSpeaker, onPress, onPoint, children } = props;
  return useMemo(
    () => <Row {...{ claim, marked, open, withSpeaker, onPress, onPoint, children }} />,
    [claim, marked, open, withSpeaker, onPress, onPoint, children],
  );
}

function Row(props: ClaimRowProps) {
  const { claim, marked, open } = props;
  const detail = `detail-${claim.id}`;
  return (
    <li
      class={`claim ${claim.kind}${marked ? ' marked' : ''}${claim.verdict === 'wrong' ? ' wrong' : ''}`}
      data-claim={claim.id}
      onPointerEnter={() => props.onPoint(claim.id)}
      onPointerLeave={() => props.onPoint(null)}
    >
      <button
        type="button"
        class="claim-head"
        data-rove
        tabIndex={-1}
        aria-expanded={open}
        {...(open ? { 'aria-controls': detail } : {})}
        {...(marked ? { 'aria-current': 'true' } : {})}
        onClick={() => props.onPress(claim.id)}
        onFocus={() => props.onPoint(claim.id)}
        onBlur={() => props.onPoint(null)}
      >
        {props.withSpeaker && (
          <span class={claim.named ? 'speaker' : 'speaker unnamed'}>
            {claim.named ? <PageText>{claim.speaker}</PageText> : claim.speaker}
            {claim.role !== '' && (
              <span class="role">
                {' '}
                <PageText>{claim.role}</PageText>
              </span>
            )}
          </span>
        )}
        <Passage text={claim.content} clamped={!open} inButton />
        <span class="small">
          {say(`kind.${claim.kind}`)}
          <span aria-hidden="true"> · </span>
          <span class="visually-hidden">, </span>
          {/* Most claims assert something; only the others need a word. */}
          {claim.stance !== 'asserts' && (
            <>
              {say(`stance.${claim.stance}`)}
              <span aria-hidden="true"> · </span>
              <span class="visually-hidden">, </span>
            </>
          )}
          {say(`sure.${certaintyWord(claim.certainty)}`)}
          {claim.verdict && (
            <>
              <span aria-hidden="true"> · </span>
              <span class="visually-hidden">, </span>
              {say(VERDICT_WORDS[claim.verdict])}
            </>
          )}
        </span>
      </button>
      {open && (
        <div class="claim-detail" id={detail}>
          {props.children}
        </div>
      )}
    </li>
  );
}
