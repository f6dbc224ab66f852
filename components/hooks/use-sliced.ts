import { useEffect, useState } from 'preact/hooks';
import type { InSteps } from '../../lib/model/in-steps';

/** How long work may hold up the page at a time, in milliseconds: less than a frame. */
const SLICE_MS = 10;

/** When the work goes on after a slice: at once, unless something else waits, or when the page has nothing to do. */
export type Pause = 'short' | 'idle';

/**
 * What this work gives, which is done a slice at a time, so that the page may paint and answer meanwhile; begun anew for
 * other work, whereas the result before stays. Null before the first.
 */
export function useSliced<Value>(work: (() => InSteps<Value>) | null, pause: Pause): Value | null {
  const [result, setResult] = useState<Value | null>(null);
  useEffect(() => {
    if (!work) return undefined;
    const ended = new AbortController();
    void inSlices(work(), PAUSES[pause], ended.signal).then((done) => {
      if (done && !ended.signal.aborted) setResult(() => done.value);
    });
    return () => ended.abort();
  }, [work, pause]);
  return result;
}

async function inSlices<Value>(work: InSteps<Value>, wait: () => Promise<void>, signal: AbortSignal) {
  while (!signal.aborted) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return { value: step.value };
    } while (performance.now() < end);
    await wait();
  }
  return null;
}

/** At the latest after so long, in milliseconds, when the page is never idle. */
const MAX_IDLE_MS = 200;

const PAUSES = {
  // A timer would wait for milliseconds each time once it was set a few times.
  short: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    }),
  idle: () => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: MAX_IDLE_MS })),
} satisfies Record<Pause, () => Promise<void>>;
