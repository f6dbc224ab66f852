/**
 * Checks the built packages: the manifest asks for what it should and for nothing else, every part keeps its budget, the
 * licences are in, a second build of the same sources is byte-identical, and the store's linter finds nothing new.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measure } from './package/budgets';
import { differing, digest, hashes } from './package/hashes';
import { lintForStore } from './package/store-lint';

const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
/** Asked for when the reader switches on what needs it: backups by themselves, a site that is always read. */
const OPTIONAL = ['downloads', 'http://*/*', 'https://*/*'];
const PACKAGES = [
  { folder: 'chrome-mv3', build: ['build'], permissions: [...PERMISSIONS, 'sidePanel'] },
  { folder: 'firefox-mv3', build: ['build', '-b', 'firefox', '--mv3'], permissions: PERMISSIONS },
] as const;
/** Keys with which a manifest would open doors that Hearsay keeps shut. */
const FORBIDDEN = [
  'web_accessible_resources',
  'externally_connectable',
  'host_permissions',
  'content_scripts',
  'sandbox',
  'update_url',
];
const POLICY = [
  "default-src 'none'",
  // The engine's net runs as WebAssembly out of the package's own files.
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify',
];

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly incognito?: string;
  readonly content_security_policy: { readonly extension_pages: string };
}

const problems: string[] = [];
const complain = (where: string, what: string) => void problems.push(`${where}: ${what}`);

for (const { folder, build, permissions } of PACKAGES) {
  const output = resolve('.output', folder);
  if (!existsSync(output)) execFileSync('wxt', build, { stdio: 'ignore' });
  checkManifest(folder, JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as Manifest, permissions);
  checkBudgets(folder, output);
  if (!existsSync(join(output, 'THIRD-PARTY-LICENCES.txt'))) complain(folder, 'no list of licences');
  const before = hashes(output);
  execFileSync('wxt', build, { stdio: 'ignore' });
  const after = hashes(output);
  const changed = differing(before, after);
  if (changed.length) complain(folder, `a second build differs in ${changed.join(', ')}`);
  console.log(`${folder}: ${after.size} files, sha256 ${digest([...after].flat().join('\n'))}`);
}

for (const finding of lintForStore(resolve('.output', 'firefox-mv3'))) complain('store', finding);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

function checkManifest(where: string, manifest: Manifest, permissions: readonly string[]): void {
  const asked = manifest.permissions.toSorted().join();
  if (asked !== permissions.toSorted().join()) complain(where, `asks for ${asked}`);
  const optional = [...(manifest.optional_permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
  if (optional.toSorted().join() !== OPTIONAL.join()) complain(where, `may ask for ${optional.join()}`);
  for (const key of FORBIDDEN) if (key in manifest) complain(where, `has ${key}`);
  const policy = manifest.content_security_policy.extension_pages.split(';').map((rule) => rule.trim());
  for (const rule of POLICY) if (!policy.includes(rule)) complain(where, `its policy lacks ${rule}`);
  const incognito = where.startsWith('firefox') ? 'not_allowed' : 'split';
  if (manifest.incognito !== incognito) complain(where, `private windows: ${manifest.incognito ?? 'not said'}`);
}

function checkBudgets(where: string, output: string): void {
  for (const { what, limit, bytes, files } of measure(output)) {
    console.log(`${where}: ${what}: ${bytes} of ${limit} bytes`);
    if (files === 0) complain(where, `no files for the budget "${what}"`);
    if (bytes > limit) complain(where, `${what} takes ${bytes} bytes, more than ${limit}`);
  }
}
