import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_COLOURS, isTold, toldColour } from '../../../lib/model/code-colours';

describe('colours of codes', () => {
  it.each(CODE_COLOURS)('%s can be told from the paper in both themes', (colour) => {
    expect(isTold(colour)).toBe(true);
    expect(toldColour(colour)).toBe(colour);
  });

  it.each(['#ffff00', '#000080', '#ffffff', '#000000'])('%s cannot', (colour) => {
    expect(isTold(colour)).toBe(false);
  });

  it('gives a colour that can, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        expect(isTold(toldColour(`#${number.toString(16).padStart(6, '0')}`))).toBe(true);
      }),
    );
  });
});
