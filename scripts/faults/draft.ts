/** Articles and notes to save, invented, of very different lengths, each with something in it that no other has. */
import type { ClippingDraft } from '../../lib/model/clipping';
import type { NoteDraft } from '../../lib/model/note';
import { articleOf, SOME } from '../../tests/panel/article';

/** Paragraphs of the longest article: some 60,000 characters. */
const MAX_PARAGRAPHS = 240;

/** The article with this number, the same each time. */
export function draftOf(number: number): ClippingDraft {
  const { article, analysis } = articleOf(
    SOME.slice(0, 1 + (number % SOME.length)),
    `Ferry ${number} leaves late again`,
  );
  const url = `https://paper.example/story/${number}`;
  let { text } = article;
  const blocks = [...article.blocks];
  for (let i = 0; i < (number * 37) % MAX_PARAGRAPHS; i++) {
    const paragraph = `Round ${number * 1000 + i} of boat ${number} was late by ${i + 2} minutes, as the log of the harbour has it, and no passenger had been told at the pier before it left without them.`;
    blocks.push({ kind: 'paragraph', start: text.length + 2, end: text.length + 2 + paragraph.length });
    text += `\n\n${paragraph}`;
  }
  text += `\n\nThis was report ${number} of the harbour desk.`;
  return { article: { meta: { ...article.meta, url, canonicalUrl: url }, text, blocks }, analysis };
}

/** The note with this number. */
export function noteOf(number: number): NoteDraft {
  return {
    selectors: null,
    colour: 'amber',
    body: `Note ${number}: ask the harbour office. `.repeat(20),
    tags: [`t${number % 9}`],
  };
}

/** The text of an object with its keys in order, so that the same content has the same text. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
