import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clipping } from '../../lib/model/clipping';
import type { ArticleChange, VersionMark } from '../../lib/model/version';
import { say } from '../../lib/platform/words';
import { dayWords, momentWords } from '../text/dates';
import { ChangeList } from './ChangeList';
import { changedSentence } from './sentence';
import { VersionReader } from './VersionReader';

export interface ChangesNoticeProps {
  readonly clipping: Clipping;
  readonly changes: readonly ArticleChange[];
  readonly versions: readonly VersionMark[];
}

/**
 * One quiet line when a kept article has changed; it opens what changed, old beside new, and the versions for reading.
 * Nothing while the article always said the same.
 */
export function ChangesNotice({ clipping, changes, versions }: ChangesNoticeProps) {
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<string | null>(null);

  // Back from a version the focus is on the button that opened it.
  useEffect(() => {
    if (read !== null || left.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-version="${left.current}"]`)?.focus();
    left.current = null;
  }, [read]);

  if (changes.length === 0 && versions.length === 0) return null;
  const texts = [
    { textHash: clipping.textHash, name: say('changes.asKept', { moment: momentWords(clipping.savedAt) }) },
    ...versions.map(({ textHash, foundAt }) => ({
      textHash,
      name: say('changes.asFound', { moment: momentWords(foundAt) }),
    })),
  ];
  const shown = texts.find(({ textHash }) => textHash === read);
  const back = () => {
    left.current = read;
    setRead(null);
  };
  return (
    <section class="changes" aria-label={say('changes.label')}>
      <button
        type="button"
        class="changes-line"
        aria-expanded={open}
        {...(open ? { 'aria-controls': 'changes' } : {})}
        onClick={() => setOpen(!open)}
      >
        {changedSentence(changes, clipping.savedAt) || say('changes.asBefore', { day: dayWords(clipping.savedAt) })}
      </button>
      {open && (
        <div id="changes" class="changes-body">
          {shown ? (
            <VersionReader clipping={clipping.id} textHash={shown.textHash} name={shown.name} onBack={back} />
          ) : (
            <>
              {changes.length > 0 && <ChangeList changes={changes} keptAt={clipping.savedAt} />}
              <h2 class="changes-heading" id="changes-versions">
                {say('changes.versions')}
              </h2>
              <ul class="rows" ref={list} aria-labelledby="changes-versions">
                {texts.map(({ textHash, name }) => (
                  <li key={textHash}>
                    <button type="button" class="link" data-version={textHash} onClick={() => setRead(textHash)}>
                      {name}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
