import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import '../english';
import { phrase } from '../../../lib/platform/phrase';
import { say, setCatalogue } from '../../../lib/platform/words';

const read = async (language: string) => {
  const file = resolve(import.meta.dirname, `../../../locales/${language}.yml`);
  const messages = generateChromeMessages(await parseMessagesFile(file));
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
};

afterEach(() => setCatalogue(null));

describe('a text of the chosen language', () => {
  it.each([
    ['is that of its key', 'a.b', [], 'plain', 'plain'],
    ['has its places filled in', 'a.b', [{ name: 'Ana', n: 2 }], '{name} and {n} of {gone}', 'Ana and 2 of {gone}'],
    ['is in the singular for one', 'a.b', [1], '$1 note | $1 notes', '1 note'],
    ['is in the plural for others', 'a.b', [0], '$1 note | $1 notes', '0 notes'],
    ['has a form of its own for none', 'a.b', [0], 'none | $1 note | $1 notes', 'none'],
    ['of many, where none has a form of its own', 'a.b', [5], 'none | $1 note | $1 notes', '5 notes'],
    ['keeps a sign for money', 'a.b', [2], '$$1 and $1', '$1 and 2'],
    ['takes no places of what is filled in', 'a.b', [{ name: '{n} $1', n: 2 }], '{name}', '{n} $1'],
    ['takes nothing from what all objects have', 'a.b', [{}], '{toString}', '{toString}'],
    ['is empty where there is none', 'b.a', [], 'x', ''],
  ] as const)('%s', (_, key, args, message, wanted) => {
    expect(phrase({ a_b: message }, key, args)).toBe(wanted);
  });

  it('is, of the same language, the very one that the browser gives', async () => {
    const english = await read('en');
    const sayAny = say as (...args: readonly unknown[]) => string;
    for (const [key, message] of Object.entries(english)) {
      const named = Object.fromEntries([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, `<${name}>`]));
      for (const count of [[], [0], [1], [7]]) {
        if (message.includes('$1') && count.length === 0) continue;
        const args = [...count, ...(Object.keys(named).length > 0 ? [named] : [])];
        setCatalogue(null);
        const browsers = sayAny(key, ...args);
        setCatalogue(english);
        expect([key, sayAny(key, ...args)]).toEqual([key, browsers]);
      }
    }
  });

  it('is there for every key in every language', async () => {
    const keys = Object.keys(await read('en')).toSorted();
    for (const language of ['de', 'es', 'fr']) expect(Object.keys(await read(language)).toSorted()).toEqual(keys);
  });
});
