import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the built extension in real browsers, on the sample site. `chromium` needs both builds of Chromium
 * (`wxt build`, `wxt build --mode e2e`), `firefox` that of Firefox; `npm test` makes them first.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  // A machine that is busy with other things is slow, not broken.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  projects: [
    { name: 'chromium', testIgnore: 'firefox/**' },
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
  ],
});
