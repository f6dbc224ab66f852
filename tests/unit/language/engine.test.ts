import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../lib/language/engine';
import { type Analysis, isPartial } from '../../../lib/model/analysis';
import type { Span } from '../../../lib/model/span';
import { loadShippedEngine } from '../../../scripts/predict/claims';

const SHARED = join(import.meta.dirname, '../../../../shared');

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

/** Every span of an analysis. */
function spansOf({ sentences, actors, claims }: Analysis): Span[] {
  return [
    ...sentences,
    ...actors.flatMap(({ mentions }) => mentions),
    ...claims.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
  ];
}

function isWhole(text: string, { start, end }: Span): boolean {
  const cuts = (i: number): boolean =>
    /[\uDC00-\uDFFF]/.test(text[i] ?? '') && /[\uD800-\uDBFF]/.test(text[i - 1] ?? '');
  return start >= 0 && start < end && end <= text.length && !cuts(start) && !cuts(end);
}

const ARTICLE = `The bridge over the Olm will close for a year, the Harbour Ministry said on Monday.

"Nobody will be cut off," said ministry spokeswoman Ana Ruiz. "There will be a ferry."

Ruiz told reporters that the work would cost 12 million crowns. She denied that the ministry had acted too late.

Mayor Leo Brandt accused the ministry of "sleeping for ten years," and the opposition Tolva Party called for an inquiry.

According to a report by the Bureau of River Safety (BRS), the bridge was unsafe in 2019. The BRS declined to comment.`;

describe('engine', () => {
  it('finds who said what, through surnames and pronouns', () => {
    const { claims } = engine.analyse(ARTICLE);
    const said = claims.map(({ kind, speaker, content, stance }) => {
      const words = content.map(({ start, end }) => ARTICLE.slice(start, end)).join(' … ');
      return `${speaker} ${stance} ${kind}: ${words}`;
    });
    expect(said).toContainEqual(expect.stringMatching(/^Ana Ruiz asserts direct: "Nobody will be cut off,"/));
    expect(said).toContainEqual(expect.stringMatching(/^Ana Ruiz asserts indirect: that the work would cost/));
    expect(said).toContainEqual(expect.stringMatching(/^Ana Ruiz denies indirect: that the ministry had acted/));
    expect(said).toContainEqual(expect.stringMatching(/^Leo Brandt accuses mixed: .*"sleeping for ten years,"/));
    expect(said.join('\n')).not.toContain('comment');
  });

  it('says why', () => {
    const claim = engine.analyse(ARTICLE).claims.find(({ stance }) => stance === 'denies');
    expect(claim?.why).toEqual([
      { code: 'reported-with-cue', words: 'denied' },
      { code: 'speaker-by-pronoun', words: 'She' },
    ]);
  });

  const STRANGE: Readonly<Record<string, string>> = {
    nothing: '',
    'a space': ' ',
    'one mark': '"',
    'many marks': '“'.repeat(2_000),
    'a lone surrogate': '\uD800',
    'a signature after endless paragraphs of one quotation': `${'“a\n\n'.repeat(4_000)}b” — Tarn`,
    'signatures one after another': '“a b c d e f” — Tarn '.repeat(1_000),
    'quotations that carry one on': '“We have looked at it.” '.repeat(1_500),
    'combining marks': 'A\u0300'.repeat(200),
    'only capitals': 'SAID HE '.repeat(300),
    'one long word': `${'x'.repeat(50_000)} said`,
  };
  it.each(Object.entries(STRANGE))('answers %s', (_, text) => {
    expect(spansOf(engine.analyse(text)).every((span) => isWhole(text, span))).toBe(true);
  });

  it('reads an article to its end, and says of a longer text that it read the first part', () => {
    const long = `${ARTICLE}\n\n${'The ferry left the old harbour at noon. '.repeat(3_100)}`;
    const read = engine.analyse(long);
    expect(isPartial(engine.analyse(ARTICLE), ARTICLE)).toBe(false);
    expect(isPartial(read, long)).toBe(true);
    expect(read.claims.map(({ speaker }) => speaker)).toContain('Leo Brandt');
    expect(read.sentences.at(-1)?.end).toBeGreaterThan(95_000);
  });

  it('stops where a text of nothing but cues asks for more work than any article, and says so', () => {
    const cues = `${ARTICLE}\n\n${'said and '.repeat(2_500)}\n\nThe ferry left.`;
    const read = engine.analyse(cues);
    expect(isPartial(read, cues)).toBe(true);
    expect(read.claims.map(({ speaker }) => speaker)).toContain('Leo Brandt');
  });

  it('gives whole spans inside any text, and the same answer again', () => {
    const word = fc.constantFrom(
      '"',
      '“',
      '”',
      'said',
      'He',
      'Ana Ruiz',
      'the ministry',
      ', ',
      '. ',
      '\n\n',
      ':',
      'that',
      '😀',
      'not',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const analysis = engine.analyse(any);
        expect(spansOf(analysis).filter((span) => !isWhole(any, span))).toEqual([]);
        expect(engine.analyse(any)).toEqual(analysis);
        const ids = new Set(analysis.actors.map(({ id }) => id));
        expect(analysis.claims.every(({ actor }) => actor === null || ids.has(actor))).toBe(true);
      }),
    );
  });
});

const SEED = join(SHARED, 'seed/seed-gold.jsonl');

/** Skipped where the shared data is absent. */
describe.skipIf(!existsSync(SEED))('engine on the seed article', () => {
  it('finds all quoted claims and most of the others with the right actor', () => {
    const gold = JSON.parse(readFileSync(SEED, 'utf8')) as {
      text: string;
      attributions: { kind: string; actor: string; content: [number, number][] }[];
    };
    const { claims } = engine.analyse(gold.text);
    const overlap = ([start, end]: [number, number], span: Span): number =>
      Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)) /
      (Math.max(end, span.end) - Math.min(start, span.start));
    const found = gold.attributions.filter(({ actor, content }) =>
      claims.some(
        (claim) =>
          claim.speaker.includes(actor) &&
          claim.content.some((span) => content.some((piece) => overlap(piece, span) > 0.5)),
      ),
    );
    const quoted = gold.attributions.filter(({ kind }) => kind !== 'indirect');
    expect(found.filter(({ kind }) => kind !== 'indirect')).toEqual(quoted);
    expect(found.length).toBeGreaterThanOrEqual(8);
  });
});
