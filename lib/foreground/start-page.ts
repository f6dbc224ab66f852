/**
 * Starts Hearsay in a page: reads the article, paints it, follows page, pointer and selection, and answers the
 * panel. Everything ends with `signal`, and nothing of it stays behind.
 */
import type { Later } from '../messages/later';
import type { TabCalls } from '../messages/protocol';
import { findPaintApi } from '../highlight/registry';
import type { TextMap } from '../page/text-map';
import { ArticlePage, type PageChange } from './article-page';
import { Aside } from './aside';
import { followArticle } from './follow-article';
import { followLocation } from './follow-location';
import { Pencil } from './pencil';
import { followPointer } from './pointer';
import type { Ports } from './ports';
import { followSelection } from './selection';
import { smallestAround } from './smallest-around';

/** How often it is looked whether the page has cleared the paint. */
const WATCH_MS = 1000;
/** After a change of address the new text needs a moment; what comes later is followed as a change of the page. */
const ARRIVE_MS = 100;

/** What the panel can ask of the page; `leave` is left to the caller, who holds the end of `signal`. */
export type PageServer = Omit<Later<TabCalls>, 'leave'>;

/** Starts and reads the page at once. */
export function startPage(document: Document, view: Window, ports: Ports, signal: AbortSignal): PageServer {
  let root: Element | null = null;
  const page = new ArticlePage(document, ports.worker, findPaintApi(globalThis) !== null, (change) => changed(change));
  const pencil = new Pencil(document, view, page, signal);
  const aside = new Aside(document, page, pencil, ports, signal);

  const changed = (change: PageChange) => {
    if (signal.aborted) return;
    if (change === 'article' || change === 'nodes')
      root = page.read && rootOf(page.read.textMap, page.read.known.article.text);
    if (change === 'state') root = null;
    if (change === 'article' || change === 'nodes') pencil.repaint();
    else if (change !== 'asked') pencil.paint();
    if (change !== 'layers' && change !== 'asked') aside.refresh();
    if (change !== 'nodes') ports.tell.viewChanged();
  };

  const following = followArticle(
    document,
    { root: () => root, look: () => page.readAgain(), now: () => view.performance.now() },
    signal,
  );
  let arrival: ReturnType<typeof setTimeout> | undefined;
  followLocation(
    view,
    () => {
      aside.close();
      following.reset();
      clearTimeout(arrival);
      arrival = setTimeout(() => void page.readPage(false), ARRIVE_MS);
    },
    signal,
  );
  followPointer(
    document,
    page,
    {
      over: (targets) => aside.over(targets),
      overOurs: () => aside.overOurs(),
      clicked: (targets) => aside.clicked(targets),
      isOurs: (event) => aside.owns(event),
    },
    signal,
  );
  followSelection(document, () => aside.selectionChanged(), signal);
  const watch = setInterval(() => pencil.restore(), WATCH_MS);
  signal.addEventListener('abort', () => {
    clearInterval(watch);
    clearTimeout(arrival);
  });

  void page.readPage(false);
  return serverFor(page, pencil, aside);
}

function serverFor(page: ArticlePage, pencil: Pencil, aside: Aside): PageServer {
  return {
    view: async () => page.view(),
    readAnyway: async () => {
      await page.readPage(true);
      return page.view();
    },
    reveal: async (target) => pencil.reveal(target),
    point: async (target) => {
      pencil.point(target);
      return null;
    },
    setLayer: async (layer, on) => {
      page.setLayers({ ...page.layers, [layer]: on });
      return null;
    },
    keep: () => page.keep(),
    addNote: (note) => page.addNote(note),
    correct: (claim, verdict) => page.correct(claim, verdict),
    settle: async () => {
      page.ask(null);
      return null;
    },
    focusPage: async () => aside.focus(),
    refresh: async () => {
      await page.refresh();
      return null;
    },
  };
}

function rootOf(textMap: TextMap, text: string): Element | null {
  const ends = [
    ...textMap.rangesOf({ start: 0, end: Math.min(200, text.length) }),
    ...textMap.rangesOf({ start: Math.max(0, text.length - 200), end: text.length }),
  ];
  return smallestAround(ends.map((range) => range.startContainer));
}
