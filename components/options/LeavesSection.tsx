import { useCallback } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { useAnswer } from '../hooks/use-answer';
import type { OptionsPort } from './port';
import { Section } from './Section';

/** What leaves this browser: what is promised, what was counted, and how to see it for oneself. */
export function LeavesSection({ port }: { readonly port: OptionsPort }) {
  const [requests, again] = useAnswer(useCallback(() => port.requests(), [port]));
  return (
    <Section title={say('options.leaves')}>
      <p>{say('options.leavesNothing')}</p>
      {requests !== null && (
        <p>
          {say('options.requests', requests)}{' '}
          <button type="button" class="link" onClick={again}>
            {say('options.countAgain')}
          </button>
        </p>
      )}
      <p>{say('options.leavesCheck')}</p>
      <p>{say('options.leavesLinks')}</p>
    </Section>
  );
}
