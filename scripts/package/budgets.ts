/** How large the parts of a package may be, in bytes. A budget is raised on purpose, with the reason in the commit. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1_000;

interface Budget {
  readonly what: string;
  readonly files: RegExp;
  readonly limit: number;
  readonly zipped: boolean;
}

const BUDGETS: readonly Budget[] = [
  { what: 'content script, zipped', files: /^content-scripts\/content\.js$/, limit: 80 * KB, zipped: true },
  { what: 'style sheet put into pages', files: /^content-scripts\/content\.css$/, limit: 35 * KB, zipped: false },
  {
    what: 'all that a click puts into a page',
    files: /^content-scripts\//,
    limit: 200 * KB,
    zipped: false,
  },
  { what: 'worker', files: /^background\.js$/, limit: 350 * KB, zipped: false },
  { what: 'code of our pages', files: /^chunks\/.*\.js$/, limit: 1_000 * KB, zipped: false },
  { what: 'style sheets of our pages', files: /^assets\/.*\.css$/, limit: 80 * KB, zipped: false },
  { what: 'model files', files: /^models\/.*\.(?:bin|wasm)$/, limit: 6_000 * KB, zipped: false },
];

/** Each budget with what the package in `folder` takes of it. */
export function measure(folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return BUDGETS.map(({ what, files: wanted, limit, zipped }) => {
    const sizes = files
      .filter((file) => wanted.test(file))
      .map((file) => {
        const bytes = readFileSync(join(folder, file));
        return zipped ? gzipSync(bytes, { level: 9 }).length : bytes.length;
      });
    return { what, limit, bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
  });
}
