import { type RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { Result } from '../../lib/model/result';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import type { WriteFailure } from '../../lib/messages/protocol';
import { useLatest } from '../hooks/use-latest';
import { Busy, Notice } from '../panel/Notice';
import type { LibraryPort, OpenView, StorePort } from './port';
import { ReadingView } from './ReadingView';

export interface OpenClippingProps {
  readonly port: LibraryPort;
  readonly id: ClippingId;
  /** The list beside it; where that is not shown, the focus comes here. */
  readonly list: RefObject<HTMLElement | null>;
  readonly inTrash: boolean;
  /** The claim to show at first. */
  readonly claim: string | undefined;
  readonly onClose: () => void;
  readonly onTrash: () => void;
  readonly onExport: () => void;
  readonly onOpen: (id: ClippingId) => void;
}

/** The reading view of one clipping, followed in the store. */
export function OpenClipping(props: OpenClippingProps) {
  const { port, id, list } = props;
  const [found, setFound] = useState<Result<OpenView | null, WriteFailure> | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => port.followOne(id, setFound), [port, id]);
  useEffect(() => {
    if (list.current && list.current.offsetParent === null) root.current?.focus();
  }, [list, id]);

  const view = found?.ok ? found.value : null;
  const latest = useLatest(view);
  const isThere = view !== null;
  // One port for as long as the clipping is open: what it does is always done to the clipping as it is now.
  const store = useMemo<StorePort | null>(
    () => (isThere ? port.reading(() => latest.current) : null),
    [port, isThere, latest],
  );
  const back = { label: say('library.backToList'), onPress: props.onClose };
  return (
    <div class="library-reading" ref={root} tabIndex={-1}>
      {found === null && <Busy sentence={say('library.opening')} />}
      {found?.ok === false && <Notice sentence={writeFailureWords(found.reason)} action={back} />}
      {found?.ok && view === null && <Notice sentence={say('library.gone')} action={back} />}
      {view && store && <ReadingView {...props} view={view} store={store} />}
    </div>
  );
}
