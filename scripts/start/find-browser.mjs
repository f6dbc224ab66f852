/** Finds a browser that loads unpacked extensions from the command line. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './steps.mjs';

/** Chrome took `--load-extension` out of its branded builds with this version; Chromium has kept it. */
const BRANDED_WITHOUT_LOADING = 137;

const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const CHROMES = [
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Playwright keeps its browsers, and where they lie in there. */
const PLAYWRIGHT_FOLDERS = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
];
const PLAYWRIGHT_PROGRAMS = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** The path of a fitting browser, or null; `say` is told what was passed over and why. */
export function findChromium(say = () => {}) {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    say(`CHROME_PATH names ${CHROME_PATH}, which is not there.`);
  }
  const chromium = CHROMIUMS.find((path) => existsSync(path));
  if (chromium) return chromium;
  for (const path of CHROMES.filter((each) => existsSync(each))) {
    const version = majorVersion(path);
    if (version !== null && version < BRANDED_WITHOUT_LOADING) return path;
    say(`${path} (version ${version ?? 'unknown'}) is passed over: Chrome no longer loads unpacked extensions.`);
  }
  return playwrightChromium();
}

/** As `findChromium`; installs Debian's Chromium where there is none and that is possible. Null, else. */
export function findOrInstallChromium(say) {
  const found = findChromium(say);
  if (found || !canInstallDebianPackages()) return found;
  return installDebianPackages(['chromium']) ? findChromium(say) : null;
}

/** The path of Firefox, or null. Debian's package is installed where there is none and that is possible. */
export function findOrInstallFirefox() {
  const find = () =>
    [
      process.env.FIREFOX_PATH,
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ].find((path) => path && existsSync(path)) ?? null;
  const found = find();
  if (found || !canInstallDebianPackages()) return found;
  return installDebianPackages(['firefox-esr']) ? find() : null;
}

function playwrightChromium() {
  for (const folder of PLAYWRIGHT_FOLDERS.filter((each) => each && existsSync(each))) {
    const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
    const programs = versions.flatMap((version) =>
      PLAYWRIGHT_PROGRAMS.map((program) => join(folder, version, program)),
    );
    const found = programs.find((path) => existsSync(path));
    if (found) return found;
  }
  return null;
}

function majorVersion(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const found = /(\d+)\.\d+\.\d+/.exec(stdout ?? '');
  return found ? Number(found[1]) : null;
}
