import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPage, type PageFollower, type PageState } from '../../../components/panel/follow-page';
import type { StartFailure } from '../../../lib/platform/read-tab';
import type { PageView } from '../../../lib/model/page-view';
import { fail, ok, type Result } from '../../../lib/model/result';

const READ: PageView = { state: 'not-read', reason: 'no-text', canReadAnyway: false, url: 'https://a.example/' };
const READING: PageView = { state: 'reading' };

/** A page whose state is set by the test; `tells` is whether its word that it has changed arrives. */
class FakePage {
  view: PageView | null = null;
  refused: StartFailure | 'loading' | null = null;
  starts: Result<null, StartFailure> = ok(null);
  /** Answers take this long. */
  delayMs = 0;
  viewsAsked = 0;
  /** The page itself gives no answer; the browser does. */
  hangs = false;
  readonly shown: PageState[] = [];
  readonly follower: PageFollower;
  #changed = () => {};

  constructor(change: Partial<Pick<FakePage, 'view' | 'refused' | 'starts'>> = {}) {
    Object.assign(this, change);
    this.follower = followPage(
      {
        view: () => {
          this.viewsAsked += 1;
          return this.hangs ? new Promise(() => {}) : this.#later(this.view);
        },
        whyNot: () => this.#later(this.refused),
        start: () => this.#later(this.starts),
        onChange: (listener) => {
          this.#changed = listener;
          return () => (this.#changed = () => {});
        },
      },
      (state) => this.shown.push(state),
    );
  }

  tell(): void {
    this.#changed();
  }

  get now(): string {
    const state = this.shown.at(-1) ?? { kind: 'asking' as const };
    if (state.kind === 'shown') return state.view.state;
    return state.kind === 'asking' ? 'asking' : `not-started: ${state.refused}`;
  }

  async #later<Value>(value: Value): Promise<Value> {
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    return value;
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what the panel shows of its page', () => {
  it.each<[string, Partial<FakePage>, string]>([
    ['a page that is read', { view: READ }, 'not-read'],
    ['a page that is being read', { view: READING }, 'reading'],
    ['a page that the browser keeps to itself', { refused: 'browser-page' }, 'not-started: browser-page'],
    ['a page without access', { refused: 'no-access' }, 'not-started: no-access'],
    ['a page that nobody has started, after a moment', {}, 'not-started: null'],
    ['a page that is loading', { refused: 'loading' }, 'asking'],
  ])('%s', async (_, change, now) => {
    const page = new FakePage(change);
    await pass(500);
    expect(page.now).toBe(now);
  });

  it.each<[string, Partial<FakePage>]>([
    ['no access', { refused: 'no-access' }],
    ['not started', {}],
    ['loading', { refused: 'loading' }],
    ['being read', { view: READING }],
  ])('follows a page that is read and whose word is lost: %s', async (_, before) => {
    const page = new FakePage(before);
    await pass(20_000);
    page.view = READ;
    page.refused = null;
    await pass(1100);
    expect(page.now).toBe('not-read');
  });

  it('learns of access that was given while the script was turned away', async () => {
    const page = new FakePage({ refused: 'no-access' });
    await pass(20_000);
    page.refused = null;
    await pass(1100);
    expect(page.now).toBe('not-started: null');
  });

  it('shows at once what the page tells', async () => {
    const page = new FakePage({ refused: 'no-access' });
    await pass(20_000);
    page.view = READ;
    page.tell();
    await pass(0);
    expect(page.now).toBe('not-read');
  });

  it('does not flash "not read" while the click that opened the panel puts the script in', async () => {
    const page = new FakePage();
    await pass(90);
    page.view = READING;
    await pass(200);
    page.view = READ;
    page.tell();
    await pass(1000);
    expect(page.shown.map(({ kind }) => kind)).not.toContain('not-started');
  });

  it('leaves a page alone that is read', async () => {
    const page = new FakePage({ view: READ });
    await pass(5000);
    const { viewsAsked } = page;
    await pass(60_000);
    expect(page.viewsAsked).toBe(viewsAsked);
  });

  it('shows nothing anew while nothing changes', async () => {
    const page = new FakePage({ refused: 'no-access' });
    await pass(60_000);
    expect(page.shown).toHaveLength(1);
  });

  it('lets no answer to an older question stand over a newer one', async () => {
    const page = new FakePage({ view: READ });
    await pass(1000);
    page.view = null;
    page.delayMs = 5000;
    page.tell();
    page.view = READ;
    page.delayMs = 10;
    page.tell();
    await pass(30_000);
    expect(page.now).toBe('not-read');
  });

  it('comes right with a page that answers more slowly than it is asked', async () => {
    const page = new FakePage({ refused: 'no-access' });
    page.delayMs = 2500;
    await pass(20_000);
    page.view = READ;
    await pass(10_000);
    expect(page.now).toBe('not-read');
  });

  it('asks a page again that has hung, and one that left while its last answer was awaited', async () => {
    const page = new FakePage({ view: READ });
    await pass(1000);
    page.delayMs = 1e9;
    page.view = null;
    page.tell();
    await pass(10_000);
    page.delayMs = 0;
    page.refused = 'no-access';
    await pass(5000);
    expect(page.now).toBe('not-started: no-access');
  });

  it('says what the browser says where the page itself never answers', async () => {
    const page = new FakePage({ view: READING });
    await pass(500);
    page.hangs = true;
    page.refused = 'browser-page';
    await pass(10_000);
    expect(page.now).toBe('not-started: browser-page');
  });

  it('asks nothing more after its end', async () => {
    const page = new FakePage({ refused: 'no-access' });
    await pass(1000);
    page.follower.end();
    const { viewsAsked } = page;
    page.tell();
    await pass(20_000);
    expect(page.viewsAsked).toBe(viewsAsked);
  });
});

describe('a start from the panel', () => {
  it('shows what comes of it', async () => {
    const page = new FakePage();
    await pass(1000);
    const started = page.follower.start();
    expect(page.now).toBe('asking');
    page.view = READ;
    await pass(0);
    await started;
    expect(page.now).toBe('not-read');
  });

  it('waits for a page that is slow to let the script in', async () => {
    const page = new FakePage();
    await pass(1000);
    page.delayMs = 4000;
    void page.follower.start();
    page.delayMs = 0;
    await pass(3900);
    expect(page.now).toBe('asking');
    page.view = READ;
    await pass(200);
    expect(page.now).toBe('not-read');
  });

  it('keeps saying that it failed until something happens', async () => {
    const page = new FakePage({ starts: fail('failed') });
    await pass(1000);
    void page.follower.start();
    await pass(10_000);
    expect(page.now).toBe('not-started: failed');
    page.tell();
    await pass(0);
    expect(page.now).toBe('not-started: null');
  });
});
