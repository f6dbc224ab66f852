/**
 * `npm test`: everything that is checked, from a fresh clone: format, lint, types, unit tests, builds for both browsers,
 * end-to-end tests in Chromium and Firefox. Installs what is missing. The last line is `N passed, N failed`; the exit
 * status is 0 only when nothing failed.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallChromium, findOrInstallFirefox } from './start/find-browser.mjs';
import { checkNode, giveUp, installPackages, ROOT, run } from './start/steps.mjs';

const RESULTS = join(ROOT, 'test-results');
const totals = { passed: 0, failed: 0 };

checkNode();
installPackages();
const chromium = findOrInstallChromium((sentence) => console.log(sentence));
if (!chromium) giveUp('No Chromium was found for the end-to-end tests. Run: npx playwright install chromium');
const firefox = findOrInstallFirefox();
if (!firefox) giveUp('No Firefox was found for the end-to-end tests: install Firefox or set FIREFOX_PATH.');
const browsers = { CHROME_PATH: chromium, FIREFOX_PATH: firefox };
rmSync(RESULTS, { recursive: true, force: true });

step('prepare', () => check('wxt', ['prepare']));
step('format', () => check('oxfmt', ['--check', '.']));
step('lint', () => check('oxlint', ['--type-aware']));
step('types', () => check('tsc', ['--noEmit']));
step('types of the pure folders', () => check('tsc', ['--noEmit', '-p', 'tsconfig.core.json']));
step('unit tests', unitTests);
step('build for Chromium', () => check('wxt', ['build']));
step('build for Firefox', () => check('wxt', ['build', '-b', 'firefox', '--mv3']));
step('packages: permissions, budgets, licences, the same bytes twice, the store’s linter', () =>
  check('tsx', ['scripts/check-package.ts']),
);
step('build for tests', () => check('wxt', ['build', '--mode', 'e2e']));
step('end-to-end tests in Chromium', () => endToEndTests('chromium'));
step('end-to-end tests in Firefox', () => endToEndTests('firefox'));

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

/** Runs one step and counts what it gives; says how long it took. */
function step(name, work) {
  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  const { passed, failed } = work();
  totals.passed += passed;
  totals.failed += failed;
  console.log(`== ${name}: ${failed ? 'FAILED' : 'ok'}, ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}

/** A command that passes or fails as a whole. */
function check(command, args) {
  const { ok, output } = run(command, args, { quiet: true });
  if (!ok) console.log(output);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function unitTests() {
  const report = join(RESULTS, 'unit.json');
  const { ok } = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]);
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  return atLeastOneFailure(ok, numPassedTests, numFailedTests);
}

function endToEndTests(project) {
  const report = join(RESULTS, `${project}.json`);
  const { ok } = run('playwright', ['test', `--project=${project}`, '--reporter=list,json'], {
    env: { ...browsers, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(report).stats ?? {};
  return atLeastOneFailure(ok, expected, unexpected + flaky);
}

/** A run that failed without naming a test (it did not even start, say) counts as one failure. */
function atLeastOneFailure(ok, passed, failed) {
  return { passed, failed: ok && passed > 0 ? failed : Math.max(1, failed) };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
