import type { Analysis } from './analysis';
import type { Block } from './article';
import type { Span } from './span';

/** Whether all these spans lie within a text of so many UTF-16 code units. */
export function spansFit(spans: readonly Span[], chars: number): boolean {
  return spans.every(({ start, end }) => start <= end && end <= chars);
}

/** Whether everything that blocks and analysis point to lies within the text they are said to belong to. */
export function fitsText(text: string, blocks: readonly Block[], analysis: Analysis): boolean {
  const { sentences, actors, claims } = analysis;
  return (
    [blocks, sentences].every((spans) => spansFit(spans, text.length)) &&
    actors.every(({ mentions }) => spansFit(mentions, text.length)) &&
    claims.every(({ source, cue, content }) => [source, cue, content].every((spans) => spansFit(spans, text.length)))
  );
}
