import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { VersionText } from '../../lib/model/version';
import { say } from '../../lib/platform/words';
import { useAnswer } from '../hooks/use-answer';
import { useReadingPort } from '../hooks/use-port';
import { Busy, Notice } from '../panel/Notice';
import { Passage } from '../text/words';

export interface VersionReaderProps {
  readonly clipping: ClippingId;
  readonly textHash: string;
  /** What this version is called: how it stood, and when. */
  readonly name: string;
  readonly onBack: () => void;
}

/** The whole text of one version, for reading; Escape and a button lead back. */
export function VersionReader({ clipping, textHash, name, onBack }: VersionReaderProps) {
  const port = useReadingPort();
  const [found] = useAnswer(useCallback(() => port.readVersion(clipping, textHash), [port, clipping, textHash]));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article
      class="edition"
      aria-labelledby="version-name"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <button type="button" class="link" onClick={onBack}>
        {say('changes.back')}
      </button>
      <h2 class="small" id="version-name" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {found === null && <Busy sentence={say('changes.busy')} />}
      {found?.ok === false && <Notice sentence={say('changes.notReadable')} />}
      {found?.ok && <Text {...found.value} />}
    </article>
  );
}

function Text({ title, text, blocks }: VersionText) {
  return (
    <>
      <h3 class="edition-title" dir="auto">
        {title}
      </h3>
      {blocks.map(({ start, end, kind }) =>
        kind === 'heading' ? (
          <h4 key={start} class="edition-heading" dir="auto">
            {text.slice(start, end)}
          </h4>
        ) : (
          <Passage key={start} text={text.slice(start, end)} />
        ),
      )}
    </>
  );
}
