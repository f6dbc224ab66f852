import type { ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import type { RelatedState } from '../hooks/use-related';
import { Busy, Notice } from '../panel/Notice';
import { RelatedList } from './RelatedList';

/** The Related tab: the list, or one sentence for why there is none. */
export function RelatedPanel(props: {
  readonly found: RelatedState;
  readonly onOpen?: ((id: ClippingId) => void) | undefined;
}) {
  const { found, onOpen } = props;
  if (found === 'busy') return <Busy sentence={say('related.busy')} />;
  if (found === 'failed') return <Notice sentence={say('related.failed')} />;
  return found.length === 0 ? (
    <Notice sentence={say('related.none')} />
  ) : (
    <RelatedList related={found} onOpen={onOpen} />
  );
}
