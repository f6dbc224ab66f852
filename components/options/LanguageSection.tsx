import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Language, LANGUAGES } from '../../lib/platform/language';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useAnswer } from '../hooks/use-answer';
import type { OptionsPort } from './port';
import { Section } from './Section';

const CODES = ['en', 'de', 'es', 'fr'] as const satisfies readonly Language[];

/** Another language makes the whole page anew: what comes then takes the keyboard again and says what was done. */
let wasJustChosen = false;

/** The language of the interface: the browser's, or one of those there are, each named in itself. */
export function LanguageSection({ port }: { readonly port: OptionsPort['language'] }) {
  const announce = useAnnounce();
  const [first] = useAnswer(useCallback(async () => ({ language: await port.chosen() }), [port]));
  const [changed, setChanged] = useState<{ readonly language: Language | null } | null>(null);
  const now = changed ?? first;
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (!now || !wasJustChosen) return;
    wasJustChosen = false;
    select.current?.focus();
    announce.say(say('options.languageChanged'));
  }, [now, announce]);
  const choose = async (code: string) => {
    const language = CODES.find((each) => each === code) ?? null;
    wasJustChosen = true;
    await port.choose(language);
    setChanged({ language });
  };
  return (
    <Section title={say('options.language')}>
      {now && (
        <label class="pick">
          <span>{say('options.languagePick')}</span>{' '}
          <select ref={select} value={now.language ?? ''} onChange={(event) => void choose(event.currentTarget.value)}>
            <option value="">{say('options.languageAuto')}</option>
            {CODES.map((code) => (
              <option key={code} value={code} lang={code}>
                {LANGUAGES[code]}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="small">{say('options.languageNote')}</p>
    </Section>
  );
}
