/** Finds surnames that stand alone where the name finder saw nothing: "[Jon Tester] spoke. … Tester opposed it." */
import type { Segmented } from '../segment/segment';
import type { NameSpan } from './name';

/** The names with those added, in order of the text. Only surnames of persons named in full, never common words of this text. */
export function recallSurnames(seg: Segmented, names: readonly NameSpan[]): NameSpan[] {
  const surnames = new Set<string>();
  const taken = new Uint8Array(seg.count);
  for (const { first, last, type } of names) {
    taken.fill(1, first, last + 1);
    const surname = seg.words[last] ?? '';
    if (type === 'person' && last > first && /^\p{Lu}\p{Ll}{2,}/u.test(surname)) surnames.add(surname);
  }
  for (const word of seg.words)
    if (/^\p{Ll}/u.test(word)) surnames.delete(word.charAt(0).toUpperCase() + word.slice(1));
  if (surnames.size === 0) return [...names];
  const found: NameSpan[] = [];
  for (let i = 0; i < seg.count; i += 1) {
    if (taken[i] === 0 && surnames.has(seg.words[i] ?? '') && !touchesCapital(seg, i)) {
      found.push({ first: i, last: i, type: 'person' });
    }
  }
  return [...names, ...found].toSorted((a, b) => a.first - b.first);
}

/** Whether a capital stands beside it in the same sentence: then it may be part of another name. */
function touchesCapital(seg: Segmented, i: number): boolean {
  const sentence = seg.sentences[seg.sentenceOf[i] ?? 0];
  return [i - 1, i + 1].some(
    (k) =>
      seg.sentenceOf[k] === seg.sentenceOf[i] &&
      k !== sentence?.first &&
      /^\p{Lu}/u.test(seg.words[k] ?? '') &&
      !/^(?:Mr|Mrs|Ms|Dr)\.?$/.test(seg.words[k] ?? ''),
  );
}
