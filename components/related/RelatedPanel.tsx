import type { ClippingId } from '../../lib/model/ids';
import type { PageView } from '../../lib/model/page-view';
import { say } from '../../lib/platform/words';
import { useQuoted } from '../hooks/use-quoted';
import type { RelatedState } from '../hooks/use-related';
import { Busy, Notice } from '../panel/Notice';
import { QuotedElsewhereList } from './QuotedElsewhere';
import { RelatedList } from './RelatedList';

/** The Related tab: the same quotations elsewhere, and related articles, or one sentence for why there are none. */
export function RelatedPanel(props: {
  readonly view: Extract<PageView, { state: 'read' }>;
  readonly found: RelatedState;
  readonly onOpen?: ((id: ClippingId) => void) | undefined;
}) {
  const { found, onOpen } = props;
  const quoted = useQuoted(props.view);
  if (found === 'busy') return <Busy sentence={say('related.busy')} />;
  if (found === 'failed') return <Notice sentence={say('related.failed')} />;
  return (
    <>
      {found.length > 0 && <RelatedList related={found} onOpen={onOpen} />}
      <QuotedElsewhereList quoted={quoted} onOpen={onOpen} />
      {found.length + quoted.length === 0 && <Notice sentence={say('related.none')} />}
    </>
  );
}
