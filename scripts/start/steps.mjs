/** Steps shared by `npm start` and `npm test`. They run before anything is installed: nothing but Node is imported. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

const isWindows = process.platform === 'win32';

/** Ends the program with one clear sentence. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** The environment for commands of the project: its own programs, the newer Node among them, come first. */
export function environment() {
  const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path };
}

/** Runs a command in the project; gives its exit status and, when `quiet`, what it printed. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...environment(), ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: isWindows,
  });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}` };
}

/** Ends the program where Node is older than 20. */
export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) giveUp(`Hearsay needs Node 20 or newer; this is ${process.version}. See https://nodejs.org`);
}

/** Whether what is installed is what the lock file says; packages for other systems may be absent. */
export function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const here = read(installed);
  return Object.entries(read(join(ROOT, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || here[path]?.version === wanted.version,
  );
}

/** Installs the packages of the lock file where they are missing or outdated. No package runs a script of its own. */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci), once');
  const { ok, output } = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { quiet: true });
  if (!ok) giveUp(`npm ci failed:\n${output.slice(-4000)}`);
}

/** Whether Debian packages can be installed here without asking anyone. */
export function canInstallDebianPackages() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs Debian packages; gives whether that worked. */
export function installDebianPackages(names) {
  console.log(`Installing ${names.join(' ')} (apt-get), once`);
  const apt = (...args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  const { ok, output } = apt('install', '-y', '--no-install-recommends', ...names);
  if (!ok) console.error(output.slice(-2000));
  return ok;
}
