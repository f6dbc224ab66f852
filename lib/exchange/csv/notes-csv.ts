import type { Kept } from '../../model/kept';
import { toCsv } from './table';

const HEADER = [
  'about',
  'passage',
  'note',
  'tags',
  'colour',
  'created',
  'changed',
  'outlet',
  'title',
  'published',
  'address',
];

/** One row a note, in the order of the articles; tags joined by "; ", times as ISO 8601 in UTC. */
export function notesToCsv(kept: readonly Kept[]): string {
  const rows = kept.flatMap(({ clipping: { meta }, notes }) =>
    notes.map((note) => [
      note.about?.kind === 'actor' ? note.about.name : (note.about?.kind ?? (note.selectors ? 'passage' : 'article')),
      note.selectors?.exact ?? '',
      note.body,
      note.tags.join('; '),
      note.colour,
      new Date(note.createdAt).toISOString(),
      new Date(note.updatedAt).toISOString(),
      meta.outlet,
      meta.title,
      meta.published ?? '',
      meta.canonicalUrl,
    ]),
  );
  return toCsv([HEADER, ...rows]);
}
