// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followArticle } from '../../../lib/foreground/follow-article';

let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  document.body.innerHTML = '<main><p id="p">Text</p></main>';
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Follows the page; each look takes `lookMs`. */
function follow(lookMs: number) {
  const looks = { begun: 0, atOnce: 0, mostAtOnce: 0 };
  const look = async () => {
    looks.begun++;
    looks.atOnce++;
    looks.mostAtOnce = Math.max(looks.mostAtOnce, looks.atOnce);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    looks.atOnce--;
  };
  const root = () => document.querySelector('main');
  followArticle(document, { root, look, now: () => Date.now() }, end.signal);
  return looks;
}

async function change(text: string) {
  const paragraph = document.querySelector('#p');
  if (paragraph) paragraph.textContent = text;
  await vi.advanceTimersByTimeAsync(0);
}

it('looks again at what changed while it looked, and never twice at once', async () => {
  const looks = follow(200);
  await change('one');
  await vi.advanceTimersByTimeAsync(100);
  await change('two');
  await vi.advanceTimersByTimeAsync(50);
  expect(looks).toEqual({ begun: 1, atOnce: 1, mostAtOnce: 1 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(looks).toEqual({ begun: 2, atOnce: 0, mostAtOnce: 1 });
});

it('does not look after its end, not even for a change it had missed', async () => {
  const looks = follow(200);
  await change('one');
  await vi.advanceTimersByTimeAsync(100);
  await change('two');
  end.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks.begun).toBe(1);
});

it('costs a page that never rests less than a timer for each of its changes, and looks at it all the same', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const looks = follow(1);
  const before = timers.mock.calls.length;
  for (let i = 0; i < 400; i++) {
    await change(`change ${i}`);
    await vi.advanceTimersByTimeAsync(4);
  }
  expect(looks.begun).toBeGreaterThan(0);
  expect(timers.mock.calls.length - before).toBeLessThan(100);
});
