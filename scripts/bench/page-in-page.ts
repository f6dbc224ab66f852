/** What the page benchmark runs inside a page: our reader, plain Readability on a clone, and Defuddle, each timed. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extractArticle } from '../../lib/page/extract-article';

declare global {
  var timePage: () => { ours: number; readability: number; defuddle: number };
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
  const read = () => extractArticle(document, location.href);
  const defuddle = () => new Defuddle(document, { url: location.href }).parse();
  const all = [read, copyAndParse, defuddle] as const;
  // Each once before, so that none pays for compiling.
  for (const work of all) work();
  const [ours, readability, theirs] = all.map(timed);
  return { ours: ours ?? 0, readability: readability ?? 0, defuddle: theirs ?? 0 };
};
