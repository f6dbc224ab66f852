/** A browser whose extension holds a library of invented articles, started anew as often as a benchmark likes. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleForPage } from '../../predict/bundle';
import { findChromium } from '../../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../../start/hearsay-browser';
import type { BenchOptions } from '../report';
import type { Bench } from './in-page';

const ROOT = join(import.meta.dirname, '../../..');

/** A file in a profile whose library is whole; the extension's id is in it. */
const FILLED = 'hearsay-filled';

/** A page of the extension that runs what the benchmarks need. */
export interface BenchPage {
  readonly page: Page;
  readonly extensionId: string;
  /** Calls one of the functions of `in-page.ts`. */
  call<Name extends keyof Bench>(name: Name, ...args: Parameters<Bench[Name]>): ReturnType<Bench[Name]>;
  stopWorker(): Promise<void>;
}

/** Such a browser; `use` starts it on the same library each time. */
export interface LibraryBrowser {
  use<Value>(work: (page: BenchPage) => Promise<Value>): Promise<Value>;
  remove(): void;
}

let code: string | null = null;

/**
 * Builds the extension and fills its store with articles, in segments as merging leaves them (or as told). In a folder
 * for `profiles` it is filled once, and copied for every run.
 */
export async function libraryBrowser(
  count: number,
  { profiles }: BenchOptions,
  segments = segmentsOf(count),
): Promise<LibraryBrowser> {
  if (code === null) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: ROOT, stdio: 'pipe' });
    code = await bundleForPage(join(import.meta.dirname, 'in-page.ts'));
  }
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const kept = profiles ? join(profiles, `${count}-in-${segments.length}`) : profile;
  const library: LibraryBrowser = {
    use: (work) => inBrowser(profile, work),
    remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  if (!existsSync(join(kept, FILLED))) {
    const id = await inBrowser(kept, async (page) => {
      await page.call('fill', count, segments);
      return page.extensionId;
    });
    writeFileSync(join(kept, FILLED), id);
  }
  if (kept !== profile) cpSync(kept, profile, { recursive: true });
  return library;
}

async function inBrowser<Value>(profile: string, work: (page: BenchPage) => Promise<Value>): Promise<Value> {
  const browser = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: join(ROOT, '.output/chrome-mv3'),
    headless: true,
    profile,
    keepWelcome: true,
    ...(existsSync(join(profile, FILLED)) ? { extensionId: readFileSync(join(profile, FILLED), 'utf8') } : {}),
  });
  try {
    return await work(await openPage(browser, code ?? ''));
  } finally {
    await browser.close();
  }
}

/** Sizes of the segments that many articles have after all merging, biggest first; the rest is in the log. */
export function segmentsOf(count: number): number[] {
  const sizes: number[] = [];
  let rest = count;
  for (const size of [32_768, 8192, 2048, 512, 128, 32]) for (; rest >= size; rest -= size) sizes.push(size);
  return sizes;
}

async function openPage({ context, extensionId }: HearsayBrowser, script: string): Promise<BenchPage> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.evaluate(script);
  return {
    page,
    extensionId,
    call: ((name: keyof Bench, ...args: unknown[]) =>
      page.evaluate(([n, a]) => (globalThis.libraryBench[n] as (...all: unknown[]) => unknown)(...a), [
        name,
        args,
      ] as const)) as BenchPage['call'],
    stopWorker: async () => {
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
  };
}
