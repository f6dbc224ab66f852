/**
 * Gives `lib/platform/words` the English texts of `locales/en.yml`. Import it first: the browser object is looked
 * up once, when the words are loaded.
 */
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { resolve } from 'node:path';

const messages = generateChromeMessages(await parseMessagesFile(resolve(import.meta.dirname, '../../locales/en.yml')));

function getMessage(key: string, substitutions: readonly string[] = []): string {
  return (messages[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}

Object.assign(globalThis, { chrome: { ...Reflect.get(globalThis, 'chrome'), i18n: { getMessage } } });
