/**
 * Builds Firefox's package once more from the archive of sources that its store is given, in an empty folder, and compares
 * every file with the package here: `npm run zip`, then `npm run check-sources`. Ends with 1 where a byte differs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { differing, hashes } from './package/hashes';

const output = resolve('.output');
const archive = readdirSync(output).find((file) => file.endsWith('-sources.zip'));
if (archive === undefined) throw new Error('No archive of sources: run npm run zip first');

const folder = mkdtempSync(join(tmpdir(), 'hearsay-sources-'));
const at = { cwd: folder, stdio: 'inherit' } as const;
try {
  execFileSync('unzip', ['-q', join(output, archive), '-d', folder], at);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], at);
  execFileSync('npm', ['run', 'build'], at);
  const other = differing(hashes(join(output, 'firefox-mv3')), hashes(join(folder, '.output', 'firefox-mv3')));
  console.log(other.length ? `Differs in ${other.join(', ')}` : `${archive} builds the same package`);
  process.exitCode = other.length ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
