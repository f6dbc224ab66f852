/** What `evaluate-unchanged` runs inside a saved page: puts boxes into it that come and go, then reads it with the shipped reader. */
import { extractArticle } from '../../lib/page/extract-article';

declare global {
  /** The article's text after clutter of this seed was put in; empty where the page cannot be read. */
  var readWithClutter: (seed: number) => string;
}

/** Invented boxes as news sites have them; {n} is another number and {who} another name at each visit. */
const BOXES = [
  '<div class="ad ad-slot" aria-label="Advertisement"><span>Advertisement</span><a href="/x">Only {n} left: boots of {who}, now {n} % off</a></div>',
  '<aside class="related"><h3>Related</h3><ul><li><a href="/a">{who}: “I never said that to anyone in the room”</a></li><li><a href="/b">{n} dead as storm reaches {who}</a></li></ul></aside>',
  '<div class="newsletter-signup"><h4>Get the morning letter</h4><p>Subscribe to our newsletter and join {n} readers.</p><form><input type="email"><button>Sign up</button></form></div>',
  '<p class="read-more"><strong>Read more:</strong> <a href="/c">{who} wins {n} seats in vote</a></p>',
  '<div class="teaser-box related-content"><a href="/d"><h4>{who} speaks out</h4><p>The minister {who} says that {n} of the ferries will stop for good by next May.</p></a></div>',
  '<figure><img alt="" src="data:,"><figcaption>{who} at the harbour with {n} others. Photograph: {who}/Agency</figcaption></figure>',
  '<section class="most-read"><h3>Most read</h3><ol><li><a href="/e">{n} ways to cook eggs</a></li><li><a href="/f">{who} is back</a></li></ol></section>',
  '<div class="social-share"><a href="/g">Share</a> <a href="/h">Tweet</a> <span>{n} comments</span></div>',
];
const NAMES = ['Orla Venn', 'Tibor Askwith', 'Lake Marrow', 'Juno Pell', 'Castor Brightwater', 'Ines Fallow'];

globalThis.readWithClutter = (seed) => {
  const random = randomOf(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const paragraphs = paragraphsOfArticle();
  for (let i = 0; i < 4; i++) {
    const box = pick(BOXES)
      ?.replaceAll('{n}', () => String(2 + Math.floor(random() * 900)))
      .replaceAll('{who}', () => pick(NAMES) ?? '');
    pick(paragraphs)?.insertAdjacentHTML('afterend', box ?? '');
  }
  if (random() < 0.5) exchangeQuotationMarks(paragraphs);
  const read = extractArticle(document, location.href);
  return read.ok && read.value.looksLikeArticle ? read.value.article.text : '';
};

/** The paragraphs of the element that holds most of the words in paragraphs. */
function paragraphsOfArticle(): readonly Element[] {
  const byParent = new Map<Element, Element[]>();
  for (const paragraph of document.querySelectorAll('p')) {
    const parent = paragraph.parentElement;
    if (parent) byParent.set(parent, [...(byParent.get(parent) ?? []), paragraph]);
  }
  const length = (all: readonly Element[]) => all.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  return [...byParent.values()].toSorted((a, b) => length(b) - length(a))[0] ?? [];
}

function exchangeQuotationMarks(paragraphs: readonly Element[]): void {
  for (const paragraph of paragraphs) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeValue = (node.nodeValue ?? '').replaceAll(/[“”]/g, '"').replaceAll('’', "'");
  }
}

/** Mulberry32 (Tommy Ettinger): numbers in [0, 1), the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
