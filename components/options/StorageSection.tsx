import { useCallback } from 'preact/hooks';
import { say, wordsLanguage } from '../../lib/platform/words';
import { useAnswer } from '../hooks/use-answer';
import { LibraryLink } from '../panel/LibraryLink';
import type { Kept, OptionsPort } from './port';
import { Section } from './Section';

const BYTES_PER_MB = 1_000_000;

/** What is kept, by kind, how much room it takes, and whether the browser promised not to throw it away. */
export function StorageSection({ port }: { readonly port: OptionsPort }) {
  const [kept] = useAnswer(useCallback(() => port.kept(), [port]));
  return (
    <Section title={say('options.storage')}>
      {kept && (
        <>
          <ul class="rows">
            {linesOf(kept).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {kept.bytes !== null && <p>{roomWords(kept.bytes, kept.quota)}</p>}
          <p>{say(kept.persisted ? 'options.persisted' : 'options.notPersisted')}</p>
        </>
      )}
      <p class="small">
        {say('options.storageNote')} <LibraryLink />
      </p>
    </Section>
  );
}

function linesOf({ clippings, notes, trashed, toRead, codes }: Kept): readonly string[] {
  return [
    say('options.clippings', clippings),
    say('options.notes', notes),
    ...(codes > 0 ? [say('options.codes', codes)] : []),
    ...(toRead > 0 ? [say('options.toRead', toRead)] : []),
    ...(trashed > 0 ? [say('options.trashed', trashed)] : []),
  ];
}

function roomWords(bytes: number, quota: number | null): string {
  const number = new Intl.NumberFormat(wordsLanguage(), { maximumFractionDigits: 1 });
  const size = number.format(bytes / BYTES_PER_MB);
  if (quota === null) return say('options.megabytes', { size });
  return say('options.room', { size, all: number.format(Math.round(quota / BYTES_PER_MB)) });
}
