import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageCalls } from '../../../lib/messages/protocol';
import { PAGE_ARGS } from '../../../lib/messages/schemas';
import { isOwnPage, isOwnSide, pageSender } from '../../../lib/messages/sender';
import { receiver } from '../../../lib/messages/serve';
import { rateLimit } from '../../../lib/messages/rate-limit';

const SELF = { id: 'us', origin: 'chrome-extension://us' };
const PAGE = { id: 'us', origin: 'https://news.example', url: 'https://news.example/a', frameId: 0, tab: { id: 7 } };
const PANEL = { id: 'us', origin: SELF.origin, url: `${SELF.origin}/sidepanel.html` };

describe('who sent it', () => {
  it.each([
    ['a content script in a top frame', PAGE, 7, false],
    ['our panel', PANEL, null, true],
    ['our panel in a tab', { ...PANEL, frameId: 0, tab: { id: 3 } }, null, true],
    ['our panel without an origin', { id: 'us', url: PANEL.url }, null, false],
    ['a content script without an origin', { ...PAGE, origin: undefined }, null, false],
    ['another extension', { ...PAGE, id: 'them' }, null, false],
    ['another extension with our address', { ...PANEL, id: 'them' }, null, false],
    ['nobody', {}, null, false],
    ['a frame', { ...PAGE, frameId: 2 }, null, false],
    ['no tab', { ...PAGE, tab: undefined }, null, false],
    ['a page whose address begins like ours', { ...PAGE, origin: 'chrome-extension://us.evil' }, 7, false],
    ['the same without an origin', { ...PAGE, origin: undefined, url: 'chrome-extension://us.evil/x' }, null, false],
  ])('%s', (_name, sender, tab, own) => {
    expect(pageSender(sender, SELF)).toBe(tab);
    expect(isOwnPage(sender, SELF)).toBe(own);
  });
});

describe('who may ask a content script', () => {
  it.each([
    ['the panel', PANEL, true],
    ['the panel in a tab', { ...PANEL, frameId: 0, tab: { id: 3 } }, true],
    ['the worker', { id: 'us' }, true],
    ['a content script', PAGE, false],
    ['a content script without an origin', { ...PAGE, origin: undefined }, false],
    ['another extension', { id: 'them' }, false],
    ['nobody', {}, false],
  ])('%s', (_name, sender, may) => {
    expect(isOwnSide(sender, SELF)).toBe(may);
  });
});

/** A gate that writes down what its handlers were called with. */
function gate() {
  const calls: unknown[][] = [];
  const note = (...args: unknown[]) => {
    calls.push(args);
    return { ok: true, value: null };
  };
  const names = Object.keys(PAGE_ARGS);
  const handlers = Object.fromEntries(names.map((name) => [name, note]));
  const receive = receiver<never, number>('page', PAGE_ARGS, handlers as never, (sender) => pageSender(sender, SELF));
  return { calls, receive };
}

const REFUSED = { answer: { ok: false, reason: 'failed' } };
const message = (name: string, ...args: unknown[]) => ({ channel: 'page', name, args });
const note = { selectors: null, colour: 'amber', body: '', tags: [] };

describe('a call', () => {
  it('reaches its handler with its tab and its arguments', async () => {
    const { calls, receive } = gate();
    expect(await receive(message('editNote', 'n', 1, note), PAGE)).toEqual({ answer: { ok: true, value: null } });
    expect(calls).toEqual([[7, 'n', 1, note]]);
  });

  it.each([
    ['of an unknown name', message('dropEverything')],
    ['named like a property of every object', message('toString')],
    ['named __proto__', message('__proto__')],
    ['on another channel', { ...message('analyse', 'x'), channel: 'panel' }],
    ['with a key too many', { ...message('analyse', 'x'), extra: 1 }],
    ['that is no object', 'analyse'],
    ['that is null', null],
    ['without arguments', { channel: 'page', name: 'analyse' }],
  ])('%s is not ours', (_name, raw) => {
    const { calls, receive } = gate();
    expect(receive(raw, PAGE)).toBeNull();
    expect(calls).toEqual([]);
  });

  it.each([
    ['an argument too few', message('analyse')],
    ['an argument too many', message('analyse', 'x', 'y')],
    ['a number for a text', message('analyse', 7)],
    ['a text over the limit', message('analyse', 'x'.repeat(2_000_001))],
    ['a foreign key in an argument', message('editNote', 'n', 1, { ...note, admin: true })],
    [
      'a prototype in an argument',
      message(
        'editNote',
        'n',
        1,
        JSON.parse('{"__proto__":{"a":1},"selectors":null,"colour":"amber","body":"","tags":[]}'),
      ),
    ],
    ['a colour we do not have', message('editNote', 'n', 1, { ...note, colour: 'url(x)' })],
    ['NaN for a number', message('editNote', 'n', Number.NaN, note)],
    [
      'a span that ends before it starts',
      message('addNote', {}, { ...note, selectors: { exact: '', prefix: '', suffix: '', start: 5, end: -1 } }),
    ],
  ])('with %s is refused', async (_name, raw) => {
    const { calls, receive } = gate();
    expect(await receive(raw, PAGE)).toEqual(REFUSED);
    expect(calls).toEqual([]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it.each([
    ['a frame', { ...PAGE, frameId: 1 }],
    ['another extension', { ...PAGE, id: 'them' }],
    ['nobody', {}],
    ['our panel, where a page must ask', PANEL],
  ])('from %s meets silence', (_name, sender) => {
    const { calls, receive } = gate();
    expect(receive(message('deleteNote', 'n'), sender)).toBeNull();
    expect(calls).toEqual([]);
  });

  it('that fails in its handler answers, and does not throw', async () => {
    const fails = receiver<Pick<PageCalls, 'openPanel'>, number>(
      'page',
      { openPanel: PAGE_ARGS.openPanel },
      {
        openPanel: () => {
          throw new Error('no');
        },
      },
      () => 1,
    );
    expect(await fails(message('openPanel'), PAGE)).toEqual(REFUSED);
  });

  it('survives a getter that throws and a cycle', () => {
    const { receive } = gate();
    const cycle: Record<string, unknown> = { channel: 'page', name: 'analyse' };
    cycle['args'] = [cycle];
    const trap = {
      channel: 'page',
      name: 'analyse',
      get args(): unknown {
        throw new Error('trap');
      },
    };
    expect(receive(trap, PAGE)).toBeNull();
    expect(() => receive(cycle, PAGE)).not.toThrow();
  });

  it('of ten million characters, or a hundred thousand levels deep, is refused at once', async () => {
    const { calls, receive } = gate();
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const huge = 'x'.repeat(10_000_000);
    const start = performance.now();
    expect(await receive(message('analyse', huge), PAGE)).toEqual(REFUSED);
    expect(await receive(message('analyse', deep), PAGE)).toEqual(REFUSED);
    expect(await receive(message('editNote', 'n', 1, { ...note, body: huge }), PAGE)).toEqual(REFUSED);
    expect(receive(message(huge), PAGE)).toBeNull();
    expect(performance.now() - start).toBeLessThan(5000);
    expect(calls).toEqual([]);
  });

  it('with a getter that throws in an argument is refused', async () => {
    const { calls, receive } = gate();
    const trap = {
      ...note,
      get body(): string {
        throw new Error('trap');
      },
    };
    expect(await receive(message('editNote', 'n', 1, trap), PAGE)).toEqual(REFUSED);
    expect(calls).toEqual([]);
  });

  it('of any shape never throws, and leaves no trace in any prototype', () => {
    const { receive } = gate();
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(() => receive(raw, PAGE)).not.toThrow();
        expect(() => receive({ channel: 'page', name: 'remember', args: [raw] }, PAGE)).not.toThrow();
      }),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('the rate limit', () => {
  it('lets a burst pass, then so many a second, each sender by itself', () => {
    const mayPass = rateLimit();
    const passed = (sender: number, now: number, tries: number) =>
      Array.from({ length: tries }, () => mayPass(sender, now)).filter(Boolean).length;
    expect(passed(1, 0, 1000)).toBe(200);
    expect(passed(2, 0, 10)).toBe(10);
    expect(passed(1, 1000, 1000)).toBe(50);
  });
});
