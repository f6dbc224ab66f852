import { defineContentScript } from 'wxt/utils/define-content-script';
import '../lib/highlight/highlights.css';
import { startPage } from '../lib/foreground/start-page';
import { tellPanel, workerOfPage } from '../lib/messages/call';
import { LAYERS } from '../lib/model/page-view';
import { readLayers } from '../lib/platform/layers';
import { serveTab } from '../lib/messages/serve';
import { inChosenLanguage } from '../lib/platform/language';

/**
 * The page side. It is put into a page only when the reader asks for it (or on sites they chose), so it names no
 * sites: matches of a content script that is registered at run time become permissions.
 *
 * Injected a second time, a new instance starts and the old one is ended by `ctx`; so everything hangs on its signal.
 */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  // Scripts of the page could hear that message.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const page = startPage(document, window, { worker: workerOfPage(), tell: tellPanel() }, ctx.signal);
    // What is open stays as it is; whatever is opened next speaks the language that was chosen.
    ctx.onInvalidated(inChosenLanguage(() => {}));
    // What the reader chose in the options; until it is known the page is painted as at first.
    void readLayers().then((layers) => LAYERS.forEach((layer) => void page.setLayer(layer, layers[layer])));
    const stop = serveTab({
      view: () => page.view(),
      readAnyway: () => page.readAnyway(),
      reveal: (_, target) => page.reveal(target),
      point: (_, target) => page.point(target),
      setLayer: (_, layer, on) => page.setLayer(layer, on),
      keep: () => page.keep(),
      addNote: (_, note) => page.addNote(note),
      correct: (_, claim, verdict) => page.correct(claim, verdict),
      settle: () => page.settle(),
      focusPage: () => page.focusPage(),
      refresh: () => page.refresh(),
      leave: () => {
        ctx.abort();
        return null;
      },
    });
    ctx.onInvalidated(stop);
    // Each turn of an interval of `ctx` looks whether the extension was updated or removed, and ends it all if so.
    ctx.setInterval(() => {}, 5000);
  },
});
