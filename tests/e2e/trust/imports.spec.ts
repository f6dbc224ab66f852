/** Files made to do harm, each through the real import place: refused in words or shown and taken, and nothing else changes. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { FORMAT } from '../../../lib/exchange/backup/format';
import { inventedLibrary, putRows, rowsOf } from '../../library/invented';
import { expect, test } from '../fixtures';

const FILE = resolve('../shared/attacks/imports.json');

interface Attack {
  readonly name: string;
  readonly raw: string;
  readonly expect: string;
}

const KEPT = 3;

/** What could be harmed: everything kept in the database, and the objects of the page. */
async function stateOf(page: Page) {
  return page.evaluate(async () => {
    const opened = indexedDB.open('hearsay');
    await new Promise((done) => opened.addEventListener('success', done));
    // The index is merged when it is idle, and writes are counted.
    const names = [...opened.result.objectStoreNames].filter((name) => !/^(?:about|index|segment)/.test(name));
    const transaction = opened.result.transaction(names);
    const rows = await Promise.all(
      names.map(async (name) => {
        const asked = transaction.objectStore(name).getAll();
        await new Promise((done) => asked.addEventListener('success', done));
        return asked.result as unknown[];
      }),
    );
    opened.result.close();
    return { rows: JSON.stringify(rows), foreign: Object.keys(Object.prototype), polluted: 'polluted' in {} };
  });
}

test('hostile files', async ({ hearsay }) => {
  test.skip(!existsSync(FILE), 'the attack files are not here');
  const attacks = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Attack[];
  expect(attacks.length).toBeGreaterThan(20);
  const page = await hearsay.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const address = `chrome-extension://${hearsay.extensionId}/library.html#import`;
  await page.goto(address);
  await page.evaluate(putRows, { ...rowsOf(inventedLibrary(KEPT)) });
  await page.reload();
  const before = await stateOf(page);
  expect(before.rows).toContain('"textHash"');

  for (const { name, raw, expect: wanted } of attacks) {
    await test.step(name, async () => {
      await page.getByLabel('File to import').setInputFiles({
        name: 'backup.json',
        mimeType: 'application/json',
        buffer: Buffer.from(raw.replaceAll('FORMAT', FORMAT)),
      });
      const refusal = page.getByRole('alert');
      const take = page.getByRole('main').getByRole('button', { name: 'Import', exact: true });
      await expect(refusal.or(take).first()).toBeVisible();
      if (wanted.startsWith('refused')) await expect(refusal).toContainText(/\w{3,} \w+/);
      if (await take.isVisible()) {
        await take.click();
        await page.getByRole('button', { name: 'Import another file' }).click();
      }
      await expect(page.getByLabel('File to import')).toBeVisible();
      // The shape of these records is not ours: none of them is taken, and none half.
      expect(await stateOf(page), name).toEqual(before);
    });
  }
  expect(faults).toEqual([]);
  await page.goto(address.replace('#import', '#articles'));
  await expect(page.locator('[data-row]')).toHaveCount(KEPT);
});
