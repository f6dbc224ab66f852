import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAndRead, type TabToRead } from '../../../lib/background/start-reading';

describe('a click on a page that turns the script away', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const NO_ACCESS = 'Cannot access contents of the page. Extension manifest must request permission to access it.';

  /** A tab that refuses with these words in turn, then lets the script in. */
  function tabRefusing(refusals: readonly string[], change: Partial<TabToRead> = {}) {
    const left = [...refusals];
    let running = false;
    const injected: string[] = [];
    const tab: TabToRead = {
      openPanel: async () => {},
      inject: async () => {
        const refusal = left.shift();
        injected.push(refusal ?? 'in');
        if (refusal !== undefined) throw new Error(refusal);
        running = true;
      },
      isRunning: async () => running,
      address: async () => null,
      ...change,
    };
    return { tab, injected, isRunning: () => running };
  }

  async function click(tab: TabToRead) {
    const done = openAndRead(1, tab);
    await vi.runAllTimersAsync();
    await done;
  }

  it.each([
    ['its process has not heard of the grant yet', [NO_ACCESS]],
    ['its document is being replaced', ['Frame with ID 0 was removed.', NO_ACCESS, NO_ACCESS]],
  ])('is read all the same when %s', async (_, refusals) => {
    const { tab, isRunning } = tabRefusing(refusals);
    await click(tab);
    expect(isRunning()).toBe(true);
  });

  it('starts panel and script before anything is waited for', () => {
    const started: string[] = [];
    const note = (what: string) => async () => void started.push(what);
    void openAndRead(1, tabRefusing([], { openPanel: note('panel'), inject: note('script') }).tab);
    expect(started).toEqual(['panel', 'script']);
  });

  it('is left in peace once the script runs there by another way', async () => {
    const { tab, injected } = tabRefusing([NO_ACCESS], { isRunning: async () => true });
    await click(tab);
    expect(injected).toEqual([NO_ACCESS]);
  });

  it.each([
    ['Cannot access a chrome:// URL', null],
    [NO_ACCESS, 'https://a.example/report.pdf'],
  ])('is not tried again where it never helps: %s at %s', async (refusal, address) => {
    const { tab, injected } = tabRefusing([refusal, refusal], { address: async () => address });
    await click(tab);
    expect(injected).toHaveLength(1);
  });

  it('is given up after a few seconds', async () => {
    const { tab, injected } = tabRefusing(Array<string>(50).fill(NO_ACCESS));
    await click(tab);
    expect(injected).toHaveLength(7);
  });
});
