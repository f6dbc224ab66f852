import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
const PRODUCT = ['lib', 'components', 'entrypoints'];

/** A regular expression of the product, and the file it stands in. */
export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Files of the product, from the root of the project. */
export function productFiles(): string[] {
  return PRODUCT.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
}

/** All regular expression literals of the product, each once. */
export function literals(): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const file of productFiles()) {
    for (const { pattern, flags } of literalsOf(file, readFileSync(join(ROOT, file), 'utf8')))
      found.set(`/${pattern}/${flags}`, { file, source: pattern, flags });
  }
  return [...found.values()];
}

function literalsOf(file: string, code: string): { pattern: string; flags: string }[] {
  const found: { pattern: string; flags: string }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    if ('regex' in node && node.regex) found.push(node.regex as { pattern: string; flags: string });
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, code).program);
  return found;
}

/** Patterns that the product builds from strings: those made while the files that build some are loaded. */
export async function builtPatterns(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Original = RegExp;
  let file = '';
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: [string | RegExp, string?]) {
      const made = new target(...args);
      if (typeof args[0] === 'string') found.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (file of productFiles()) {
      if (readFileSync(join(ROOT, file), 'utf8').includes('new RegExp('))
        await import(/* @vite-ignore */ join(ROOT, file));
    }
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}
