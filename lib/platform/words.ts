import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';
import { type Catalogue, phrase } from './phrase';

const i18n = createI18n<GeneratedI18nStructure>();

/** The texts of the language that the reader chose by hand; null while the browser's is followed. */
let chosen: Catalogue | null = null;

/** From now on the texts are these; null: those of the browser's language. */
export function setCatalogue(catalogue: Catalogue | null): void {
  chosen = catalogue;
}

/**
 * The interface text for a key of `locales/`, in the chosen language or the browser's. Keys, numbers and named places
 * ("{name}") are checked by the compiler against `locales/en.yml`.
 */
export const say: typeof i18n.t = (key: string, ...args: readonly unknown[]) =>
  chosen ? phrase(chosen, key, args) : Reflect.apply(i18n.t, null, [key, ...args]);

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

/** Languages written from right to left, should one be added. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Tells the browser in which language a page of ours is, and which way that is written. */
export function nameLanguage({ documentElement }: Document): void {
  documentElement.lang = wordsLanguage();
  documentElement.dir = RIGHT_TO_LEFT.includes(wordsLanguage()) ? 'rtl' : 'ltr';
}
