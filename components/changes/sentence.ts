import type { ArticleChange, FactKind } from '../../lib/model/version';
import { say, wordsLanguage } from '../../lib/platform/words';
import { dayWords } from '../text/dates';

const KINDS: readonly FactKind[] = ['quotation', 'number', 'name'];

/** "2 numbers, 1 quotation": how many of each kind, most first. */
export function countWords(changes: readonly ArticleChange[]): string {
  const counts = KINDS.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }));
  const words = counts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ kind, count }) => say(`changes.count.${kind}`, count));
  return new Intl.ListFormat(wordsLanguage(), { type: 'unit', style: 'short' }).format(words);
}

/** That the article has changed since it was kept (epoch milliseconds), and what; empty when nothing has. */
export function changedSentence(changes: readonly ArticleChange[], keptAt: number | undefined): string {
  if (changes.length === 0 || keptAt === undefined) return '';
  return say('changes.changed', { day: dayWords(keptAt), what: countWords(changes) });
}
