/** What Mozilla's linter of extensions, the one behind `web-ext lint`, finds in a built package. */
import { spawnSync } from 'node:child_process';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

interface Report {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly notices: readonly Finding[];
}

/** Warnings that are understood, each at most so many times: one more is news. */
const UNDERSTOOD: Readonly<Record<string, number>> = {
  // Sinks for markup inside libraries, none of them reached with a page's words outside of an inert document: Readability
  // in the content script and on the first-run page (two each), Preact's `dangerouslySetInnerHTML` (two copies), which a
  // lint rule forbids to us, DOMPurify's own parser, and a call that the linter takes for `document.write`.
  UNSAFE_VAR_ASSIGNMENT: 8,
  // The package says that it collects nothing, with a key that Firefox for Android reads from 142 on; it is not offered there.
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: 1,
};

/** Each finding that is not understood, as a sentence; empty for a clean package in `folder`. */
export function lintForStore(folder: string): string[] {
  const { stdout } = spawnSync('addons-linter', [folder, '--output', 'json'], { encoding: 'utf8' });
  const { errors, warnings, notices } = JSON.parse(stdout) as Report;
  const counts = new Map<string, number>();
  const news = warnings.filter(({ code }) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return (counts.get(code) ?? 0) > (UNDERSTOOD[code] ?? 0);
  });
  return [...errors, ...notices, ...news].map(
    ({ code, message, file, line, column }) =>
      `${code}: ${message} (${file ?? 'package'}:${line ?? '?'}:${column ?? '?'})`,
  );
}
