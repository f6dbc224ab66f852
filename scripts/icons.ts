/**
 * Renders the mark to the sizes that browsers ask for: npx tsx scripts/icons.ts
 * Up to 16 pixels the simplified drawing is used; the pictures are kept in the repository.
 */
import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../public/icons');
const SIZES = [16, 32, 48, 96, 128];
const SMALL_UP_TO = 16;

const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(resolve(FOLDER, size <= SMALL_UP_TO ? 'mark-small.svg' : 'mark.svg'), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(resolve(FOLDER, `${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
