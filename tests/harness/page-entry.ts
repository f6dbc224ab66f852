/** The page side, bundled for a page without an extension: the worker is a function that the test exposes. */
import type { Ports } from '../../lib/foreground/ports';
import { startPage } from '../../lib/foreground/start-page';

declare global {
  // eslint-disable-next-line no-var -- a global can be declared in no other way
  var hearsayWorker: (name: string, args: readonly unknown[]) => Promise<never>;
  // eslint-disable-next-line no-var
  var hearsayStand: unknown;
}

const calls = [
  'prepare',
  'analyse',
  'remember',
  'keep',
  'addNote',
  'correct',
  'editNote',
  'deleteNote',
  'completeTag',
  'openPanel',
];
const worker = Object.fromEntries(
  calls.map((name) => [name, (...args: readonly unknown[]) => globalThis.hearsayWorker(name, args)]),
) as unknown as Ports['worker'];

const ending = new AbortController();
const told: string[] = [];
const tell: Ports['tell'] = {
  viewChanged: () => void told.push('viewChanged'),
  pointedAt: (claim) => void told.push(`pointedAt ${claim}`),
};
globalThis.hearsayStand = {
  ...startPage(document, window, { worker, tell }, ending.signal),
  leave: () => ending.abort(),
  told,
};
