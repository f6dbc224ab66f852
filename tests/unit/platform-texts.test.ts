import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, it } from 'vitest';

it('gives every text a key that browsers accept', async () => {
  const messages = generateChromeMessages(await parseMessagesFile(`${import.meta.dirname}/../../locales/en.yml`));
  expect(Object.keys(messages).filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
});
