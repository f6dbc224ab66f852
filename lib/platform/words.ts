import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';

const i18n = createI18n<GeneratedI18nStructure>();

/**
 * The interface text for a key of `locales/`, in the browser's language. Keys, numbers and named places ("{name}")
 * are checked by the compiler against `locales/en.yml`.
 */
export const say = i18n.t;

/**
 * A string of the page or of the reader, ready to stand inside a sentence of ours: set apart by Unicode isolates
 * (FSI, PDI), so that its writing direction cannot disturb the rest.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** BCP 47 tag of the language the interface is shown in, for dates and numbers. */
export function wordsLanguage(): string {
  return say('language');
}
