import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Who may import whom; `lib/README.md` tells what each folder is for. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  language: ['model'],
  anchoring: ['model'],
  search: ['model'],
  exchange: ['model'],
  page: ['model'],
  highlight: ['model', 'page'],
  store: ['model', 'search', 'anchoring', 'page'],
  messages: ['model'],
  platform: ['model'],
  foreground: ['model', 'page', 'anchoring', 'highlight', 'exchange', 'messages', 'platform'],
  background: ['model', 'page', 'language', 'anchoring', 'search', 'exchange', 'store', 'messages', 'platform'],
  components: ['model', 'messages', 'store', 'search', 'exchange', 'platform'],
};

/** Packages that only these folders may use. */
const ONLY_IN: Record<string, readonly string[]> = {
  dexie: ['store', 'components'],
  'wxt/browser': ['messages', 'platform', 'components', 'entrypoints'],
  preact: ['components', 'entrypoints', 'foreground'],
  '@mozilla/readability': ['page'],
};

function sources(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, folder, file));
}

function folderOf(file: string): string {
  const [top, second] = relative(ROOT, file).split('/');
  return top === 'lib' ? (second ?? '') : (top ?? '');
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [
    ...code.matchAll(
      /^\s*(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
}

/** "lib/model/x.ts imports language": one line a forbidden import. */
function violations(): string[] {
  return ['lib', 'components'].flatMap(sources).flatMap((file) => {
    const from = folderOf(file);
    return importsOf(file).flatMap((target) => {
      const wrong = (what: string) => [`${relative(ROOT, file)} imports ${what}`];
      if (target.startsWith('.')) {
        const to = folderOf(resolve(dirname(file), target));
        return to === from || MAY_IMPORT[from]?.includes(to) ? [] : wrong(to);
      }
      const owner = Object.keys(ONLY_IN).find((name) => target === name || target.startsWith(`${name}/`));
      return owner && !ONLY_IN[owner]?.includes(from) ? wrong(target) : [];
    });
  });
}

describe('architecture', () => {
  it('lets each folder import only what the table allows', () => {
    expect(violations()).toEqual([]);
  });
});
