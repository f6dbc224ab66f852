/** What the painting benchmark runs inside a page: 1,000 marks by the Highlight API, and as elements round the text; and both scrolled through. */
import { findPaintApi } from '../../lib/highlight/registry';
import { createPaletteReader } from '../../lib/highlight/page-colours';
import { Painter } from '../../lib/highlight/painter';
import type { Plan } from '../../lib/highlight/plan';

declare global {
  var timePainting: () => Promise<{ ours: number; theirs: number; ourScroll: number; theirScroll: number }>;
}

const MARKS = 1000;
const SCROLL_FRAMES = 60;

globalThis.timePainting = async () => {
  document.body.replaceChildren(
    ...Array.from({ length: MARKS }, (_, i) => paragraph(`Line ${i}: “We said what we said,” she said.`)),
  );
  await frame();
  const api = findPaintApi(globalThis);
  if (!api) throw new Error('no highlight API');
  // One span a paragraph; the places of the benchmark are its text nodes.
  const texts = [...document.querySelectorAll('p')].map((p) => p.firstChild);
  const rangesOf = ({ start }: { start: number }) => [rangeIn(texts[start])];
  const spans = texts.map((_, i) => ({ start: i, end: i + 1 }));
  const plan: Plan = new Map([['claim-direct', spans]]);
  const painter = new Painter(
    { rangesOf },
    {
      api,
      readPalettes: () => createPaletteReader(window),
      nextFrame: (go) => void requestAnimationFrame(go),
      offsetInSight: () => 0,
    },
  );
  const ours = await timed(async () => {
    painter.paint(plan);
    while (!painter.isDone()) await frame();
  });
  const ourScroll = await timed(scrollThrough);
  painter.stop();
  const theirs = await timed(async () => {
    for (const node of texts) rangeIn(node).surroundContents(document.createElement('mark'));
  });
  const theirScroll = await timed(scrollThrough);
  return { ours, theirs, ourScroll, theirScroll };
};

/** As fast as the browser gives frames. */
async function scrollThrough(): Promise<void> {
  for (let step = 0; step <= SCROLL_FRAMES; step++) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / SCROLL_FRAMES);
    await frame();
  }
}

function paragraph(text: string): HTMLElement {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
}

function rangeIn(node: Node | null | undefined): Range {
  const range = document.createRange();
  if (node) {
    range.setStart(node, 5);
    range.setEnd(node, 25);
  }
  return range;
}

/** Until the frame after the work was laid out and painted. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  await frame();
  return performance.now() - start;
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
