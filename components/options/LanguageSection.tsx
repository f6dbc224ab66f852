import { useCallback, useState } from 'preact/hooks';
import { type Language, LANGUAGES } from '../../lib/platform/language';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useAnswer } from '../hooks/use-answer';
import type { OptionsPort } from './port';
import { Section } from './Section';

const CODES = ['en', 'de', 'es', 'fr'] as const satisfies readonly Language[];

/** The language of the interface: the browser's, or one of those there are, each named in itself. */
export function LanguageSection({ port }: { readonly port: OptionsPort['language'] }) {
  const announce = useAnnounce();
  const [first] = useAnswer(useCallback(async () => ({ language: await port.chosen() }), [port]));
  const [changed, setChanged] = useState<{ readonly language: Language | null } | null>(null);
  const now = changed ?? first;
  const choose = async (code: string) => {
    const language = CODES.find((each) => each === code) ?? null;
    await port.choose(language);
    setChanged({ language });
    announce.say(say('options.languageChanged'));
  };
  return (
    <Section title={say('options.language')}>
      {now && (
        <label class="pick">
          <span>{say('options.languagePick')}</span>{' '}
          <select value={now.language ?? ''} onChange={(event) => void choose(event.currentTarget.value)}>
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
