/**
 * Gives `lib/platform/words` the English texts of `locales/en.yml`, and the page what browsers have. Import it first: the
 * browser object is looked up once, when the words are loaded.
 */
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { resolve } from 'node:path';

const messages = generateChromeMessages(await parseMessagesFile(resolve(import.meta.dirname, '../../locales/en.yml')));

function getMessage(key: string, substitutions: readonly string[] = []): string {
  return (messages[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}

Object.assign(globalThis, { chrome: { ...Reflect.get(globalThis, 'chrome'), i18n: { getMessage } } });

// Chromium and Firefox have it; the DOM of the unit tests does not.
if (typeof requestIdleCallback === 'undefined')
  Object.assign(globalThis, {
    requestIdleCallback: (work: () => void) => setTimeout(work, 0),
    cancelIdleCallback: (asked: number) => clearTimeout(asked),
  });
