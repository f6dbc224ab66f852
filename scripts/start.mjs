/**
 * `npm start`: from a fresh clone to the extension at work on the sample news site.
 *
 *   npm start                               a browser window with the first article
 *   npm start -- --headless --shots DIR     the whole journey by itself, with pictures in DIR
 *
 * Without a display it takes the second way. Nothing but Node is needed before.
 */
import { join } from 'node:path';
import { findOrInstallChromium } from './start/find-browser.mjs';
import { checkNode, giveUp, installPackages, ROOT, run } from './start/steps.mjs';

const { wantsHeadless, shots } = readArguments(process.argv.slice(2));
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = wantsHeadless || !hasDisplay;

checkNode();
installPackages();

console.log('Building the extension');
const built = run('wxt', ['build'], { quiet: true });
if (!built.ok) giveUp(`The build failed:\n${built.output.slice(-4000)}`);

const browser = findOrInstallChromium((sentence) => console.log(sentence));
if (!browser) {
  giveUp(
    'No browser was found that loads unpacked extensions. Run this once, then npm start again:\n\n  npx playwright install chromium\n\nor set CHROME_PATH to a Chromium.',
  );
}

if (!hasDisplay && !wantsHeadless) console.log('No display here: the journey runs by itself.');
const script = headless ? 'scripts/start/journey.ts' : 'scripts/start/window.ts';
const { ok } = run('tsx', [script], { env: { CHROME_PATH: browser, HEARSAY_SHOTS: shots } });
process.exit(ok ? 0 : 1);

function readArguments(args) {
  const read = { wantsHeadless: false, shots: join(ROOT, 'shots') };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--headless') read.wantsHeadless = true;
    else if (args[at] === '--shots' && args[at + 1]) read.shots = args[(at += 1)];
    else giveUp('usage: npm start [-- --headless] [--shots DIR]');
  }
  return read;
}
