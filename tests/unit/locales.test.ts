import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../locales');
const files = readdirSync(FOLDER);

const read = async (file: string) =>
  new Map(
    (await parseMessagesFile(resolve(FOLDER, file))).map((message) => [
      message.key.join('.'),
      {
        named: message.namedSubstitutions.toSorted(),
        numbered: message.substitutions,
        plurals: message.type === 'plural' ? Object.keys(message.plurals).length : 0,
      },
    ]),
  );
const english = await read('en.yml');

describe.each(files)('interface texts in %s', (file) => {
  it('have the keys, places and plurals of the English ones', async () => {
    expect(Object.fromEntries(await read(file))).toEqual(Object.fromEntries(english));
  });

  it('are texts that a browser takes: keys of letters, digits and "_", none of them empty', async () => {
    const messages = generateChromeMessages(await parseMessagesFile(resolve(FOLDER, file)));
    expect(Object.keys(messages).filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
    expect(Object.values(messages).filter(({ message }) => message.trim() === '')).toEqual([]);
  });
});
