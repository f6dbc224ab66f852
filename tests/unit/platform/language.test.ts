import '../english';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenLanguage, chooseLanguage, inChosenLanguage, renewTexts } from '../../../lib/platform/language';
import { say, setCatalogue } from '../../../lib/platform/words';

type Listener = (changes: Record<string, { readonly newValue?: unknown }>, area: string) => void;

const fake = vi.hoisted(() => ({ stored: new Map<string, unknown>(), listeners: new Set<Listener>() }));

vi.mock('wxt/browser', () => {
  const set = async (key: string, newValue: unknown) => {
    if (newValue === undefined) fake.stored.delete(key);
    else fake.stored.set(key, newValue);
    for (const listener of fake.listeners) listener({ [key]: newValue === undefined ? {} : { newValue } }, 'local');
  };
  return {
    browser: {
      runtime: { getURL: (path: string) => `https://extension.example${path}` },
      storage: {
        local: {
          get: async (key: string) => ({ [key]: fake.stored.get(key) }),
          set: async (values: object) => {
            for (const [key, value] of Object.entries(values)) await set(key, value);
          },
          remove: (key: string) => set(key, undefined),
        },
        onChanged: {
          addListener: (listener: Listener) => fake.listeners.add(listener),
          removeListener: (listener: Listener) => fake.listeners.delete(listener),
        },
      },
    },
  };
});

const files: Record<string, object> = {
  de: { language: { message: 'de' }, panel_save: { message: 'Speichern' } },
  fr: { language: { message: 'fr' }, panel_save: { message: 'Enregistrer' } },
};

beforeEach(() => {
  fake.stored.clear();
  fake.listeners.clear();
  setCatalogue(null);
  vi.stubGlobal('fetch', async (url: URL) => Response.json(files[url.pathname.split('/')[2] ?? '']));
});

describe('the language of the interface', () => {
  it("is the browser's until one is chosen, then that, then the browser's again", async () => {
    const shown: string[] = [];
    const stop = inChosenLanguage(() => shown.push(say('language')));
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(await chosenLanguage()).toBeNull();
    await chooseLanguage('de');
    await vi.waitFor(() => expect(shown.at(-1)).toBe('de'));
    expect(say('panel.save')).toBe('Speichern');
    expect(await chosenLanguage()).toBe('de');
    await chooseLanguage(null);
    await vi.waitFor(() => expect(shown.at(-1)).not.toBe('de'));
    expect(await chosenLanguage()).toBeNull();
    stop();
    await chooseLanguage('fr');
    expect(shown.at(-1)).not.toBe('fr');
  });

  it('is there at once where it was chosen before', async () => {
    await chooseLanguage('fr');
    setCatalogue(null);
    const shown: string[] = [];
    inChosenLanguage(() => shown.push(say('panel.save')));
    await vi.waitFor(() => expect(shown).toEqual(['Enregistrer']));
  });

  it('has the new texts after an update', async () => {
    await chooseLanguage('de');
    files['de'] = { language: { message: 'de' }, panel_save: { message: 'Sichern' } };
    await renewTexts();
    expect(say('panel.save')).toBe('Sichern');
  });

  it.each([{ language: 'xx', texts: {} }, { language: 'de' }, 7, { language: 'de', texts: { a: 1 } }])(
    "is the browser's where %j is stored",
    async (language) => {
      fake.stored.set('language', language);
      expect(await chosenLanguage()).toBeNull();
      const shown = vi.fn();
      inChosenLanguage(shown);
      await vi.waitFor(() => expect(shown).toHaveBeenCalled());
    },
  );
});
