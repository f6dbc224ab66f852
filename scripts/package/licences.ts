/** Which packages went into a build, and what their licences say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** The package that a module of a bundle belongs to, as a path below `node_modules`; null for our own. */
export function packageOf(moduleId: string): string | null {
  const found = /.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/.exec(moduleId.replace(/^\0/, ''));
  return found?.[1]?.replaceAll('\\', '/') ?? null;
}

/** The file that names every package in the build with its licence, in order of name: the same for the same build. */
export function licenceFile(packages: Iterable<string>): string {
  const shipped = [...new Set(packages)].toSorted().map(readPackage);
  const head = `Hearsay is under the MIT licence. It contains ${shipped.length} packages of others:\n\n`;
  const list = shipped.map(({ name, version, licence }) => `- ${name} ${version}: ${licence}`).join('\n');
  const texts = shipped.map(({ name, version, text }) => `${'='.repeat(60)}\n${name} ${version}\n\n${text.trim()}\n`);
  return `${head}${list}\n\n${texts.join('\n')}`;
}

function readPackage(name: string): Shipped {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  if (!license) throw new Error(`${name} names no licence`);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(each));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : `(${license})`;
  return { name, version, licence: license, text };
}
