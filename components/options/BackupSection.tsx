import { useState } from 'preact/hooks';
import { INTERVALS, KEEPS, type RollingSettings } from '../../lib/platform/rolling-settings';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { momentWords } from '../text/dates';
import type { RollingBackupPort } from './port';
import { Section } from './Section';

/** Backups that are written by themselves: whether, how many stay, how the last one went, and the way back. */
export function BackupSection(props: {
  readonly port: RollingBackupPort;
  readonly settings: RollingSettings;
  readonly onSettings: (settings: RollingSettings) => void;
}) {
  const { port, settings, onSettings } = props;
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const choose = async (every: RollingSettings['every']) => {
    const now = await port.setEvery(every);
    onSettings(now);
    if (now.every !== every) announce.warn(say('header.alwaysRefused'));
  };
  const backUp = async () => {
    setBusy(true);
    const now = await port.backUpNow();
    setBusy(false);
    onSettings(now);
    if (now.failure === null) announce.say(say('options.backup.done'));
  };
  const isOn = settings.every !== 'off';
  return (
    <Section title={say('options.backup.title')}>
      <p class="small">{say('options.backup.how')}</p>
      <div class="chips filter-row" role="group" aria-label={say('options.backup.title')}>
        {INTERVALS.map((every) => (
          <button
            key={every}
            type="button"
            class="chip"
            aria-pressed={every === settings.every}
            onClick={() => void choose(every)}
          >
            {say(`options.backup.${every}`)}
          </button>
        ))}
      </div>
      {isOn && (
        <label class="pick">
          <span>{say('options.backup.keep')}</span>{' '}
          <select
            value={settings.keep}
            onChange={(event) => void port.setKeep(Number(event.currentTarget.value)).then(onSettings)}
          >
            {KEEPS.map((keep) => (
              <option key={keep} value={keep}>
                {keep}
              </option>
            ))}
          </select>
        </label>
      )}
      {settings.failure !== null && (
        <p class="import-failure" role="alert">
          {failureWords(settings.failure)}
        </p>
      )}
      {isOn && (
        <p>
          {settings.lastAt === 0
            ? say('options.backup.none')
            : say('options.backup.last', { moment: momentWords(settings.lastAt) })}
        </p>
      )}
      <div class="actions">
        {isOn && (
          <button type="button" class="button" disabled={busy} onClick={() => void backUp()}>
            {say('options.backup.now')}
          </button>
        )}
        <a href="/library.html#import" target="_blank" rel="noopener">
          {say('options.backup.restore')}
        </a>
      </div>
    </Section>
  );
}

const FAILURE_KEYS = {
  'not-allowed': 'options.backup.notAllowed',
  interrupted: 'options.backup.interrupted',
} as const;

const isKnown = (failure: string): failure is keyof typeof FAILURE_KEYS => failure in FAILURE_KEYS;

function failureWords(failure: string): string {
  return say(isKnown(failure) ? FAILURE_KEYS[failure] : 'options.backup.failed');
}
