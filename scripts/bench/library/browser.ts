/** A browser whose extension holds a library of invented articles, started anew as often as a benchmark likes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleForPage } from '../../predict/bundle';
import { findChromium } from '../../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../../start/hearsay-browser';
import type { Bench } from './in-page';

const ROOT = join(import.meta.dirname, '../../..');

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

/** Builds the extension and fills its store with articles, in segments as merging leaves them (or as told). */
export async function libraryBrowser(count: number, segments = segmentsOf(count)): Promise<LibraryBrowser> {
  if (code === null) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: ROOT, stdio: 'pipe' });
    code = await bundleForPage(join(import.meta.dirname, 'in-page.ts'));
  }
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const library: LibraryBrowser = {
    use: async (work) => {
      const browser = await launchHearsay({
        executablePath: findChromium() ?? '/usr/bin/chromium',
        extension: join(ROOT, '.output/chrome-mv3'),
        headless: true,
        profile,
      });
      try {
        return await work(await openPage(browser, code ?? ''));
      } finally {
        await browser.close();
      }
    },
    remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  await library.use((page) => page.call('fill', count, segments));
  return library;
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
