import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { markText } from '../../../../components/library/mark-text';
import type { PlacedNote } from '../../../../lib/model/page-view';
import { asId } from '../../../../lib/model/ids';
import { keptFixture } from '../../exchange/kept-fixture';

const { text, notes } = keptFixture();
const placed: readonly PlacedNote[] = notes.map((note) => ({ note, span: note.selectors }));
const marked = (blocks: ReturnType<typeof markText>) =>
  blocks.flatMap(({ pieces }) => pieces).filter(({ claim, note }) => claim ?? note);

describe('the marks in a kept text', () => {
  it('cuts where a claim or note begins or ends, and says which', () => {
    const blocks = markText(text.text, text.blocks, text.analysis.claims, [], placed);
    expect(marked(blocks).map(({ text: words, claim, note }) => [words, claim?.kind, note?.colour])).toEqual([
      ['“', 'direct', undefined],
      ['The crews will not sail', 'direct', 'amber'],
      [',”', 'direct', undefined],
      ['that talks had failed', 'indirect', undefined],
    ]);
  });

  it('leaves out claims that the reader called wrong, and notes without a place', () => {
    const wrong = [
      { claim: asId<(typeof text.analysis.claims)[number]['id']>('c1'), verdict: { kind: 'wrong' } as const },
    ];
    const lost = placed.map((each) => ({ ...each, span: null }));
    const blocks = markText(text.text, text.blocks, text.analysis.claims, wrong, lost);
    expect(marked(blocks).map((piece) => piece.text)).toEqual(['that talks had failed']);
  });

  it('marks the inner of two nested claims', () => {
    const [first] = text.analysis.claims;
    if (!first) throw new Error('the fixture has claims');
    const outer = { ...first, id: asId<typeof first.id>('o'), content: [{ start: 0, end: 90 }] };
    const pieces = marked(markText(text.text, text.blocks, [outer, first], [], []));
    expect(pieces.find(({ text: words }) => words.startsWith('“The crews'))?.claim?.id).toBe('c1');
  });

  it('cuts a text without blocks at its empty lines', () => {
    expect(markText('One.\n\nTwo\nlines.\n\nThree.', [], [], [], []).map(({ pieces }) => pieces[0]?.text)).toEqual([
      'One.',
      'Two\nlines.',
      'Three.',
    ]);
  });

  it('loses no character, whatever is marked', () => {
    const span = fc.tuple(fc.nat(text.text.length), fc.nat(text.text.length)).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const note = notes[0];
        if (!note) return;
        const many = spans.map(([start, end]) => ({ note, span: { start, end } }));
        const blocks = markText(text.text, text.blocks, text.analysis.claims, [], many);
        expect(blocks.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
          text.blocks.map(({ start, end }) => text.text.slice(start, end)),
        );
      }),
    );
  });
});
