import type { Kept } from '../../model/kept';
import type { Note } from '../../model/note';
import type { Selectors } from '../../model/selectors';
import { cover } from '../../model/span';
import { guidOf } from '../guid';
import { keptClaims } from '../../model/kept-claims';
import type { KeptClaim } from '../../model/kept-claims';
import type { Annotation, AnnotationCollection, SpecificResource, TextualBody } from './annotation';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const GENERATOR = { id: 'urn:hearsay', type: 'Software', name: 'Hearsay' } as const;
const CONTEXT_CHARS = 64;

/** All notes and claims of the articles as one collection with one page (Web Annotation, section 5). */
export function toAnnotationCollection(label: string, kept: readonly Kept[]): AnnotationCollection {
  return collectionOf(label, kept.flatMap(keptToAnnotations));
}

/** All notes and claims of one article. */
export function keptToAnnotations(kept: Kept): Annotation[] {
  return [...kept.notes.map((note) => noteToAnnotation(kept, note)), ...claimsToAnnotations(kept)];
}

/** Annotations that were made before as one collection. */
export function collectionOf(label: string, items: readonly Annotation[]): AnnotationCollection {
  const ids = items.map((item) => item.id);
  return collection(label, ids, items);
}

/** The file of a collection whose annotations come in batches. */
export class CollectionWriter {
  readonly #ids: string[] = [];
  readonly #items: string[] = [];

  constructor(readonly label: string) {}

  add(items: readonly Annotation[]): void {
    if (items.length === 0) return;
    const before = this.#ids.length > 0 ? ',\n' : '';
    this.#ids.push(...items.map(({ id }) => id));
    this.#items.push(before + items.map((item) => JSON.stringify(item)).join(',\n'));
  }

  /** The file, in pieces to be put together: a line an annotation. */
  end(): readonly string[] {
    const [head = '', tail = ''] = JSON.stringify(collection(this.label, this.#ids, [HERE])).split(
      JSON.stringify(HERE),
    );
    return [head, '\n', ...this.#items, '\n', tail, '\n'];
  }
}

/** Stands where the annotations of a collection belong; no label and no id is like it. */
const HERE = '\u0000here';

function collection<Item>(label: string, ids: readonly string[], items: readonly Item[]) {
  const id = `urn:uuid:${guidOf(ids.join())}`;
  const first = { id: `${id}#page1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items } as const;
  return { '@context': CONTEXT, id, type: 'AnnotationCollection', label, total: ids.length, first } as const;
}

/** A note as an annotation: its text and tags as bodies, its passage as quote and position. */
export function noteToAnnotation(kept: Kept, note: Note): Annotation {
  const body: TextualBody[] = [
    ...(note.body ? [textual(note.body, 'commenting', 'text/markdown')] : []),
    ...note.tags.map((tag) => textual(tag, 'tagging', 'text/plain')),
    ...(note.about?.kind === 'actor' ? [textual(note.about.name, 'identifying', 'text/plain')] : []),
  ];
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${guidOf(note.id)}`,
    type: 'Annotation',
    motivation: note.body ? 'commenting' : note.tags.length ? 'tagging' : 'highlighting',
    created: new Date(note.createdAt).toISOString(),
    modified: new Date(note.updatedAt).toISOString(),
    generator: GENERATOR,
    ...(body.length ? { body } : {}),
    target: target(kept, note.selectors),
  };
}

/** The claims as annotations that identify the speaker and classify how it was said. */
export function claimsToAnnotations(kept: Kept): Annotation[] {
  return keptClaims(kept).map((one) => ({
    '@context': CONTEXT,
    id: `urn:uuid:${guidOf(`${kept.clipping.id} ${one.claim.id}`)}`,
    type: 'Annotation',
    motivation: 'identifying',
    created: new Date(kept.clipping.savedAt).toISOString(),
    generator: GENERATOR,
    body: [
      ...(one.speaker ? [textual(one.speaker, 'identifying', 'text/plain')] : []),
      textual(one.claim.kind, 'classifying', 'text/plain'),
    ],
    target: target(kept, claimSelectors(kept.text.text, one)),
  }));
}

function claimSelectors(text: string, { claim }: KeptClaim): Selectors {
  const { start, end } = cover(claim.content);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    suffix: text.slice(end, end + CONTEXT_CHARS),
    start,
    end,
  };
}

function target(kept: Kept, selectors: Selectors | null): SpecificResource {
  const { meta, savedAt } = kept.clipping;
  const at = {
    type: 'SpecificResource',
    source: meta.canonicalUrl,
    state: { type: 'TimeState', sourceDate: new Date(savedAt).toISOString() },
  } as const;
  if (!selectors) return at;
  const { exact, prefix, suffix, start, end } = selectors;
  return {
    ...at,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact,
        ...(prefix ? { prefix } : {}),
        ...(suffix ? { suffix } : {}),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

function textual(value: string, purpose: TextualBody['purpose'], format: TextualBody['format']): TextualBody {
  return { type: 'TextualBody', value, format, purpose };
}
