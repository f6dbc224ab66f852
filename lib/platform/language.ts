/**
 * The language of the interface, chosen by hand. The browser only speaks its own, so the texts of the chosen language are
 * fetched from the package once and kept in the settings: pages and content scripts read them there with one call.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Catalogue } from './phrase';
import { setCatalogue } from './words';

/** The languages there are, and what each calls itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'language';
const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

const StoredSchema = v.object({
  language: v.pipe(v.string(), v.check(isLanguage), v.transform(toLanguage)),
  texts: v.record(v.string(), v.string()),
});

/** What the build writes for the browser. */
const FileSchema = v.record(v.string(), v.object({ message: v.string() }));

/** The language that was chosen; null while the browser's is followed. */
export async function chosenLanguage(): Promise<Language | null> {
  return toStored((await browser.storage.local.get(KEY))[KEY])?.language ?? null;
}

/** Shows everything in this language, here and in every other page; null: in the browser's. */
export async function chooseLanguage(language: Language | null): Promise<void> {
  if (language === null) return browser.storage.local.remove(KEY);
  const texts = await fetchTexts(language);
  await browser.storage.local.set({ [KEY]: { language, texts } });
  setCatalogue(texts);
}

/** Fetches the texts of the chosen language again: after an update of the extension there may be others. */
export async function renewTexts(): Promise<void> {
  const language = await chosenLanguage();
  if (language !== null) await chooseLanguage(language);
}

/** Calls `show` once the texts are there, and again whenever another language was chosen. Gives the end of it. */
export function inChosenLanguage(show: () => void): () => void {
  let ended = false;
  const first = (stored: unknown) => {
    if (ended) return;
    setCatalogue(toStored(stored)?.texts ?? null);
    show();
  };
  const stop = onLanguageChanged(show);
  browser.storage.local.get(KEY).then(
    (all) => first(all[KEY]),
    // Settings that cannot be read must not keep the page empty.
    () => first(undefined),
  );
  return () => {
    ended = true;
    stop();
  };
}

/** Calls back whenever another language was chosen, with its texts in place. Gives the end of it. */
export function onLanguageChanged(listener: () => void): () => void {
  const onChanged = (changes: Record<string, { readonly newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (!change) return;
    setCatalogue(toStored(change.newValue)?.texts ?? null);
    listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function toStored(stored: unknown): { readonly language: Language; readonly texts: Catalogue } | null {
  const parsed = v.safeParse(StoredSchema, stored);
  return parsed.success ? parsed.output : null;
}

function toLanguage(code: string): Language {
  return isLanguage(code) ? code : 'en';
}

async function fetchTexts(language: Language): Promise<Catalogue> {
  const file = await fetch(new URL(`/_locales/${language}/messages.json`, browser.runtime.getURL('/')));
  const texts = v.parse(FileSchema, await file.json());
  return Object.fromEntries(Object.entries(texts).map(([key, { message }]) => [key, message]));
}
