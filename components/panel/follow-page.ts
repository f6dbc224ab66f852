import type { PageView } from '../../lib/model/page-view';
import type { StartFailure } from '../../lib/platform/read-tab';
import type { PanelPort } from '../port';

/** What the panel knows about its page. */
export type PageState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-started'; readonly refused: StartFailure | null }
  | { readonly kind: 'shown'; readonly view: PageView };

export interface PageFollower {
  /** Asks the page again. */
  readonly refresh: () => Promise<void>;
  /** Starts Hearsay in the page and shows what comes of it. */
  readonly start: () => Promise<void>;
  /** Ends the following. */
  readonly end: () => void;
}

/**
 * Waits between questions as long as no article is on show, from the last thing that happened on; then always the last
 * wait. A page tells when it is read, but that word can be lost: its script was replaced just then, or let in only at
 * the second attempt. What the panel shows must come right all the same.
 */
const ASK_AGAIN_MS: readonly number[] = [100, 200, 300, 400, 500];
const LAST_WAIT_MS = 1000;
/** A page that hangs does not answer; after so long it is asked once more all the same. */
const NO_ANSWER_MS = 3000;
/**
 * A page that could be read and is not gets so many questions before the panel says so: mostly the click that opened
 * the panel is just putting the script into it.
 */
const PATIENCE = 2;

/** Keeps what is shown of a page true: asks at once, whenever it has changed, and as long as it is not read. */
export function followPage(
  port: Pick<PanelPort, 'view' | 'whyNot' | 'start' | 'onChange'>,
  show: (state: PageState) => void,
): PageFollower {
  let shown: PageState = { kind: 'asking' };
  let isStarting = false;
  let isEnded = false;
  /** Numbers of the last question, and of the latest one that has been answered. */
  let asked = 0;
  let answered = 0;
  /** Questions since something happened. */
  let rounds = 0;
  /** Answers since then that the page could be read and is not. */
  let unread = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (state: PageState) => {
    if (isEnded || isSame(shown, state)) return;
    shown = state;
    show(state);
  };

  const ask = async () => {
    const question = ++asked;
    const doubt = setTimeout(() => void doubtPage(question), NO_ANSWER_MS);
    const view = await port.view();
    clearTimeout(doubt);
    take(question, view, view ? null : await port.whyNot());
  };

  /** A page that hangs may be one that holds no script of ours: the browser knows. */
  const doubtPage = async (question: number) => {
    const refused = await port.whyNot();
    if (refused !== null && refused !== 'loading') take(question, null, refused);
  };

  const take = (question: number, view: PageView | null, refused: StartFailure | 'loading' | null) => {
    // Answers may overtake one another: what a later question brought stands.
    if (question < answered) return;
    answered = question;
    const told = view ? { kind: 'shown' as const, view } : withoutView(refused);
    if (told) set(told);
    if (!isSettled()) askLater();
  };

  /** What a page that gives no view comes to; null where that changes nothing. */
  const withoutView = (refused: StartFailure | 'loading' | null): PageState | null => {
    if (isStarting) return null;
    if (refused === 'loading') return { kind: 'asking' };
    if (refused === null && shown.kind === 'asking' && unread++ < PATIENCE) return null;
    // A start that failed stays told until something happens, though the browser would let us in.
    const hasFailed = shown.kind === 'not-started' && shown.refused === 'failed' && rounds > 0;
    return refused === null && hasFailed ? null : { kind: 'not-started', refused };
  };

  const isSettled = () => asked === answered && shown.kind === 'shown' && shown.view.state !== 'reading';

  const askLater = () => {
    if (isEnded || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (isSettled()) return;
      rounds += 1;
      void Promise.race([ask(), new Promise((resolve) => setTimeout(resolve, NO_ANSWER_MS))]).then(askLater);
    }, ASK_AGAIN_MS[rounds] ?? LAST_WAIT_MS);
  };

  const happened = () => {
    rounds = 0;
    unread = 0;
    clearTimeout(timer);
    timer = undefined;
    askLater();
  };

  const refresh = () => {
    happened();
    return ask();
  };

  const start = async () => {
    isStarting = true;
    set({ kind: 'asking' });
    const started = await port.start();
    isStarting = false;
    if (started.ok) return refresh();
    answered = ++asked;
    set({ kind: 'not-started', refused: started.reason });
    happened();
    return undefined;
  };

  const stopListening = port.onChange(() => void refresh());
  void refresh();
  return {
    refresh,
    start,
    end: () => {
      isEnded = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** A view counts as new whenever it is asked for; the other states differ in what they say. */
function isSame(one: PageState, other: PageState): boolean {
  if (one.kind === 'not-started') return other.kind === 'not-started' && other.refused === one.refused;
  return one.kind === 'asking' && other.kind === 'asking';
}
