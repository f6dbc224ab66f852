import { useCallback, useState } from 'preact/hooks';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { isolate, say } from '../../lib/platform/words';
import type { LibraryCheck } from '../../lib/store/check/check-library';
import { type Fault, FAULT_KINDS, isMendable } from '../../lib/store/check/fault';
import { useAnnounce } from '../hooks/use-announce';
import { useAnswer } from '../hooks/use-answer';
import { BackupOffer } from '../trouble/BackupOffer';
import type { LibraryCheckPort } from './port';
import { Section } from './Section';

/** Titles of articles named for one kind of fault; more are only counted. */
const MAX_TITLES = 5;

/** Counts the whole library anew when it is asked to, tells what is wrong, and mends what can be. */
export function CheckSection({ port }: { readonly port: LibraryCheckPort }) {
  const { found, progress, check, mend, stop } = useCheck(port);
  return (
    <Section title={say('check.title')}>
      <p class="small">{say('check.how')}</p>
      {progress && <ProgressBar progress={progress} onStop={stop} />}
      {found && !progress && <Found found={found} port={port} onMend={mend} />}
      <div class="actions">
        <button type="button" class="button" disabled={progress !== null} onClick={check}>
          {say('check.start')}
        </button>
      </div>
    </Section>
  );
}

interface Progress {
  readonly done: number;
  readonly all: number | null;
}

function useCheck(port: LibraryCheckPort) {
  const announce = useAnnounce();
  const [found, setFound] = useState<LibraryCheck | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [stopper, setStopper] = useState<AbortController | null>(null);
  const run = async (before: () => Promise<unknown>) => {
    const aborter = new AbortController();
    setStopper(aborter);
    setProgress({ done: 0, all: null });
    try {
      await before();
      const { signal } = aborter;
      const checked = await port.check({ signal, onProgress: (done, all) => setProgress({ done, all }) });
      if (!checked.ok) announce.warn(writeFailureWords(checked.reason));
      else {
        setFound(checked.value);
        announce.say(checked.value.faults.length === 0 ? say('check.sound') : say('check.faults'));
      }
    } catch (error) {
      if (!aborter.signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  };
  return {
    found,
    progress,
    stop: () => stopper?.abort(),
    check: () => void run(async () => {}),
    mend: () => void run(() => port.mend(found?.faults ?? [])),
  };
}

function ProgressBar({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { done, all } = progress;
  return (
    <div class="import-progress" aria-busy="true">
      <progress class="progress" aria-label={say('check.title')} {...(all ? { max: all, value: done } : {})} />
      {all ? <p class="count">{say('check.progress', { done, all })}</p> : null}
      <button type="button" class="button" onClick={onStop}>
        {say('panel.stop')}
      </button>
    </div>
  );
}

function Found(props: { readonly found: LibraryCheck; readonly port: LibraryCheckPort; readonly onMend: () => void }) {
  const { found, port, onMend } = props;
  const lasting = found.faults.some((fault) => !isMendable(fault));
  return (
    <>
      <p>
        {say('check.counted', {
          articles: found.articles,
          claims: found.claims,
          notes: found.notes,
          postings: found.postings,
        })}
      </p>
      {found.faults.length === 0 && <p>{say('check.sound')}</p>}
      {found.faults.length > 0 && <FaultList faults={found.faults} />}
      {found.faults.some(isMendable) && (
        <div class="actions">
          <button type="button" class="button primary" onClick={onMend}>
            {say('check.mend')}
          </button>
        </div>
      )}
      {lasting && <Lasting port={port} />}
    </>
  );
}

/** Each kind once, with how many there are and which articles they are about. */
function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const byKind = Map.groupBy(faults, ({ kind }) => kind);
  return (
    <ul class="rows">
      {FAULT_KINDS.filter((kind) => byKind.has(kind)).map((kind) => {
        const all = byKind.get(kind) ?? [];
        const titles = [...new Set(all.map(({ title }) => title).filter(Boolean))].slice(0, MAX_TITLES);
        return (
          <li key={kind}>
            {say(`check.kind.${KEYS[kind]}`, all.length)}
            {titles.length > 0 && <span class="small">{`: ${titles.map(isolate).join('; ')}`}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Keys of texts are letters alone. */
const KEYS = {
  index: 'index',
  actors: 'actors',
  miscounted: 'miscounted',
  'text-missing': 'textMissing',
  'article-missing': 'articleMissing',
  unreadable: 'unreadable',
} as const;

function Lasting({ port }: { readonly port: LibraryCheckPort }) {
  const [newest] = useAnswer(useCallback(async () => ({ name: await port.newestBackup() }), [port]));
  return (
    <>
      <p>{say('check.lasting')}</p>
      {newest && <BackupOffer name={newest.name} />}
    </>
  );
}
