import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

const spoken = (text: string): string[] => {
  const { claims, actors } = engine.analyse(text);
  return claims.map(({ content, actor, source }) => {
    const [who] = source ? [source].flat() : [];
    const name = actors.find(({ id }) => id === actor)?.name ?? (who ? text.slice(who.start, who.end) : '-');
    return `${name}: ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}`;
  });
};

describe('quotations that are signed', () => {
  const quotation = '“We never saw a summer like this one.”';

  it.each([
    [`${quotation} — Lena Tarn`, 'Lena Tarn'],
    [`${quotation}― Lena Tarn.`, 'Lena Tarn'],
    [`${quotation} – Lena Tarn, a baker in Olm`, 'Lena Tarn'],
    [`${quotation} -- Lena Tarn`, 'Lena Tarn'],
    [`${quotation}\n\n— Lena Tarn, baker`, 'Lena Tarn'],
    [`The summer was hot.\n\n${quotation} — Lena Tarn\n\nThen it rained.`, 'Lena Tarn'],
  ])('%j', (text, name) => {
    expect(spoken(text)).toEqual([`${name}: ${quotation}`]);
  });

  it('one after another, each by its own', () => {
    const text = ['“It was hot in Olm.” — Lena Tarn', '“It was dry in the hills.” — Otto Brandt'].join('\n\n');
    expect(spoken(text)).toEqual(['Lena Tarn: “It was hot in Olm.”', 'Otto Brandt: “It was dry in the hills.”']);
  });

  it.each([
    `Tarn asked for “a summer without a fire” — and got three.`,
    `“The Long Summer of the Lake” — a film about Olm`,
  ])('not where a sentence goes on after the dash: %j', (text) => {
    expect(spoken(text).filter((claim) => /^(?:and|a film)/.test(claim))).toEqual([]);
  });
});

describe('quotations that carry one on', () => {
  const first = '“The bridge is safe for all who cross it,”';
  const second = '“We have looked at every bolt of it.”';

  it.each([
    ['in the paragraph after', `${first} Lena Tarn said on Monday.\n\n${second}`],
    ['in the same paragraph', `${first} Lena Tarn said on Monday. ${second}`],
  ])('are one claim with it: %s', (_, text) => {
    expect(spoken(text)).toEqual([`Lena Tarn: ${first} … ${second}`]);
  });

  it('through several paragraphs', () => {
    const third = '“Nobody needs to worry about the winter.”';
    expect(spoken(`${first} Lena Tarn said on Monday.\n\n${second}\n\n${third}`)).toEqual([
      `Lena Tarn: ${first} … ${second} … ${third}`,
    ]);
  });

  it('are claims of their own where other words stand between', () => {
    const text = `Lena Tarn said on Monday that the bridge was safe for all.\n\n${second}`;
    expect(spoken(text)).toContain(`Lena Tarn: ${second}`);
  });
});

describe('quotations told within what somebody says', () => {
  it('are claims of whoever said them, beside that of who tells', () => {
    const text = 'Lena Tarn said Otto Brandt told her: “The dam is going to break in spring.”';
    expect(spoken(text)).toEqual([
      'Lena Tarn: Otto Brandt told her: “The dam is going to break in spring.”',
      'Otto Brandt: “The dam is going to break in spring.”',
    ]);
  });
});
