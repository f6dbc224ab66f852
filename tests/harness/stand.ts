/**
 * A stand for the page side: opens a page in Chromium, puts the bundled page side into it and plays the worker with the
 * real engine and a store in memory.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { build } from 'vite';
import { loadShippedEngine } from '../../scripts/predict/claims';
import type { Memory, TabCalls } from '../../lib/messages/protocol';
import type { ClippingDraft } from '../../lib/model/clipping';
import { asId } from '../../lib/model/ids';
import type { Note, NoteDraft, Verdict } from '../../lib/model/note';
import { fail, ok } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';

const ROOT = resolve(import.meta.dirname, '../..');

/** Chromium as it is found on this machine; undefined leaves the choice to Playwright. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** The page side as one script. */
export async function bundlePageSide(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: {
      alias: {
        'wxt/browser': resolve(import.meta.dirname, 'browser.ts'),
        '@wxt-dev/browser': resolve(import.meta.dirname, 'browser.ts'),
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'page-entry.ts'), formats: ['iife'], name: 'hearsay' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/** Interface texts as `browser.i18n` has them: "card.note" is "card_note". */
async function messages(): Promise<Record<string, string>> {
  const parsed = generateChromeMessages(await parseMessagesFile(resolve(ROOT, 'locales/en.yml')));
  return Object.fromEntries(Object.entries(parsed).map(([key, { message }]) => [key, message]));
}

/** A worker in memory, with the engine that ships. */
export async function createWorker() {
  const engine = await loadShippedEngine();
  let memory: Memory | null = null;
  let count = 0;
  const keep = ({ article, analysis }: ClippingDraft): Memory => {
    memory ??= {
      clipping: {
        id: asId('clip'),
        meta: article.meta,
        urls: [article.meta.canonicalUrl],
        textHash: '',
        savedAt: 1,
        updatedAt: 1,
        words: 1,
        claims: analysis.claims.length,
        actors: analysis.actors.length,
        trashedAt: 0,
      },
      text: { clippingId: asId('clip'), text: article.text, blocks: article.blocks, analysis },
      notes: [],
      corrections: [],
      changes: [],
      versions: [],
    };
    return memory;
  };
  const calls: Record<string, (...args: never[]) => unknown> = {
    prepare: () => null,
    analyse: (text: string) => ok(engine.analyse(text)),
    remember: () => ok(memory),
    keep: (draft: ClippingDraft) => ok(keep(draft).clipping),
    addNote: (draft: ClippingDraft, note: NoteDraft) => {
      const made: Note = {
        ...note,
        id: asId(`n${++count}`),
        clippingId: asId('clip'),
        createdAt: 1,
        updatedAt: 1,
        revision: 1,
      };
      const kept = keep(draft);
      memory = { ...kept, notes: [...kept.notes, made] };
      return ok(made);
    },
    editNote: (id: string, revision: number, note: NoteDraft) => {
      const old = memory?.notes.find((each) => each.id === id);
      if (!memory || !old) return fail('not-found');
      const next = { ...old, ...note, revision: revision + 1 };
      memory = { ...memory, notes: memory.notes.map((each) => (each.id === id ? next : each)) };
      return ok(next);
    },
    deleteNote: (id: string) => {
      if (memory) memory = { ...memory, notes: memory.notes.filter((each) => each.id !== id) };
      return ok(null);
    },
    correct: (draft: ClippingDraft, content: Selectors, verdict: Verdict | null) => {
      const kept = keep(draft);
      const others = kept.corrections.filter((each) => each.content.start !== content.start);
      const made = verdict && {
        id: asId<never>(`x${++count}`),
        clippingId: asId<never>('clip'),
        content,
        verdict,
        createdAt: count,
      };
      memory = { ...kept, corrections: made ? [...others, made] : others };
      return ok(null);
    },
    openPanel: () => fail('failed'),
    completeTag: () => ok([]),
  };
  const asked: string[] = [];
  return {
    asked,
    answer: (name: string, args: readonly never[]): unknown => {
      asked.push(name);
      return calls[name]?.(...args);
    },
  };
}

/** What a test can ask of a page on the stand. */
export interface Stand {
  /** Calls the page side as the panel would. */
  call<Name extends keyof TabCalls>(
    name: Name,
    ...args: Parameters<TabCalls[Name]>
  ): Promise<ReturnType<TabCalls[Name]>>;
  /** Names of the calls that the worker got, oldest first. */
  readonly asked: readonly string[];
  /** What the page side told the panel, oldest first. */
  told(): Promise<string[]>;
  /** Ranges now registered, by name, as the page itself can see them. */
  painted(): Promise<Record<string, string[]>>;
}

/** Starts the page side in an open page and waits until it has read it. */
export async function startOn(page: Page, script: string): Promise<Stand> {
  const worker = await createWorker();
  await page.exposeFunction('hearsayWorker', worker.answer);
  await page.evaluate((texts) => Object.assign(globalThis, { hearsayTexts: texts }), await messages());
  const session = await page.context().newCDPSession(page);
  const css = readFileSync(resolve(ROOT, 'lib/highlight/highlights.css'), 'utf8');
  await addSheet(session, css);
  await page.evaluate(script);
  const stand: Stand = {
    asked: worker.asked,
    call: (name, ...args) =>
      page.evaluate(
        ([call, given]) =>
          (globalThis as unknown as { hearsayStand: Record<string, (...a: unknown[]) => never> }).hearsayStand[call]?.(
            ...given,
          ) as never,
        [name, args as unknown[]] as const,
      ),
    told: () => page.evaluate(() => (globalThis as unknown as { hearsayStand: { told: string[] } }).hearsayStand.told),
    painted: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...(CSS.highlights as unknown as Map<string, Set<Range>>)].map(([name, ranges]) => [
            name,
            [...ranges].map(String),
          ]),
        ),
      ),
  };
  await page.waitForFunction(() => {
    const { hearsayStand } = globalThis as unknown as { hearsayStand: { view(): Promise<{ state: string }> } };
    return hearsayStand.view().then(({ state }) => state !== 'reading');
  });
  return stand;
}

/** Adds the sheet as a browser does for an extension: the DOM of the page stays as it is. */
async function addSheet(session: CDPSession, css: string): Promise<void> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  await session.send('CSS.setStyleSheetText', { styleSheetId, text: css });
}
