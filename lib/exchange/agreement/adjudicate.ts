import { guidOf } from '../guid';
import type { Annotation } from '../web-annotation/annotation';
import { collectionOf } from '../web-annotation/to-annotations';
import type { Coding } from './coded-file';
import { agrees, type Judged } from './compare';

/** Whose codes stand: the first coder's, the second one's, or those of both together. */
export type Decision = 'a' | 'b' | 'both';

const CONTEXT_CHARS = 64;

/**
 * The codings on which the coders agreed and those that were decided, as W3C annotations with the codes as tags. What
 * they disagreed on and nobody decided is left out, as is what ends without a code. `at` is epoch milliseconds.
 */
export function adjudicated(
  label: string,
  units: readonly Judged[],
  decisions: ReadonlyMap<Judged, Decision>,
  at: number,
): string {
  const items = units.flatMap((unit) => {
    const coding = decided(unit, agrees(unit) ? 'a' : decisions.get(unit));
    return coding && coding.codes.length > 0 ? [annotationOf(unit, coding, at)] : [];
  });
  return `${JSON.stringify(collectionOf(label, items), null, 2)}\n`;
}

/** The coding that a decision leaves, null where there is none. */
export function decided({ a, b }: Judged, decision: Decision | undefined): Coding | null {
  if (decision === undefined) return null;
  if (decision === 'a') return a;
  if (decision === 'b') return b;
  const first = a ?? b;
  return first && { ...first, codes: [...new Set([...(a?.codes ?? []), ...(b?.codes ?? [])])] };
}

function annotationOf({ article }: Judged, { start, end, words, codes }: Coding, at: number): Annotation {
  const source = article.urls[0] ?? '';
  const [prefix, suffix] = [
    article.text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    article.text.slice(end, end + CONTEXT_CHARS),
  ];
  const when = new Date(at).toISOString();
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${guidOf(`${source} ${start} ${end} ${codes.join()}`)}`,
    type: 'Annotation',
    motivation: 'tagging',
    created: when,
    generator: { id: 'urn:hearsay', type: 'Software', name: 'Hearsay' },
    body: codes.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
    target: {
      type: 'SpecificResource',
      source,
      state: { type: 'TimeState', sourceDate: when },
      selector: [
        { type: 'TextQuoteSelector', exact: words, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
