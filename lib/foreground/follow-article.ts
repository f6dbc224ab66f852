/**
 * Watches the page for changes that concern the article: nodes of it re-rendered, text that comes late. One observer
 * on the document, because a framework may replace the whole article; what happens elsewhere is dismissed cheaply.
 */
import { Backoff } from './backoff';

/** More records than this at once are not looked through: the change is taken to concern the article. */
const MOST_RECORDS = 200;
/** An added paragraph of at least this many characters beside the article may belong to it. */
const LATE_TEXT_CHARS = 200;

export interface ArticleWatch {
  /** The smallest element around the article; null while no article was found, then every new paragraph counts. */
  readonly root: () => Element | null;
  /** Reads the page again; settles when that is done. */
  readonly look: () => Promise<void>;
  readonly now: () => number;
}

/** Calls `look` when the article has changed and the page has settled, ever more rarely on a page that never does. */
export function followArticle(document: Document, watch: ArticleWatch, signal: AbortSignal): { reset(): void } {
  const backoff = new Backoff();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer rings, and when the page is to be looked at; Infinity for never. */
  let ringsAt = Infinity;
  let dueAt = Infinity;

  let isLooking = false;
  let isMissed = false;

  // A page that changes all the time only puts off when it is due: setting a timer at each change would cost more than that.
  const ring = (inMs: number) => {
    clearTimeout(timer);
    ringsAt = watch.now() + inMs;
    timer = setTimeout(() => {
      ringsAt = Infinity;
      const left = dueAt - watch.now();
      if (left <= 0) void look();
      else if (left < Infinity) ring(left);
    }, inMs);
  };
  const look = async () => {
    const before = watch.now();
    dueAt = Infinity;
    isLooking = true;
    isMissed = false;
    await watch.look().finally(() => (isLooking = false));
    backoff.looked(watch.now(), watch.now() - before);
    if (isMissed) changed();
  };
  const changed = () => {
    // Two looks at once would drop each other's work on a page that never rests.
    if (isLooking) {
      isMissed = true;
      return;
    }
    const now = watch.now();
    const wait = backoff.afterChange(now);
    dueAt = wait === null || signal.aborted ? Infinity : now + wait;
    if (dueAt < ringsAt) ring(dueAt - now);
  };
  const observer = new MutationObserver((records) => {
    if (records.length > MOST_RECORDS || records.some((record) => concerns(record, watch.root()))) changed();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { reset: () => backoff.reset() };
}

/** Whether a change may have altered the article under `root`. */
export function concerns(record: MutationRecord, root: Element | null): boolean {
  if (!root) return [...record.addedNodes].some(holdsLateText);
  if (!root.isConnected || root.contains(record.target)) return true;
  return record.target.contains(root) && [...record.addedNodes].some(holdsLateText);
}

function holdsLateText(node: Node): boolean {
  return (
    node instanceof Element &&
    [node, ...node.querySelectorAll('p')].some(
      (element) => element.localName === 'p' && (element.textContent?.length ?? 0) >= LATE_TEXT_CHARS,
    )
  );
}
