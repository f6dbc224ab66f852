/** What the page benchmark runs inside a page: our reader, and plain Readability on a clone, each timed. */
import { Readability } from '@mozilla/readability';
import { extractArticle } from '../../lib/page/extract-article';

declare global {
  var timePage: () => { ours: number; theirs: number };
}

globalThis.timePage = () => {
  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const copyAndParse = () => {
    // The type says Document only of the node that is cloned.
    const copy = document.cloneNode(true);
    return copy instanceof Document ? new Readability(copy).parse() : null;
  };
  // Both once before, so that neither pays for compiling.
  copyAndParse();
  extractArticle(document, location.href);
  return { ours: timed(() => extractArticle(document, location.href)), theirs: timed(copyAndParse) };
};
