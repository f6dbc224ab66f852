import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicated, type Decision } from '../../../lib/exchange/agreement/adjudicate';
import { readCodedFile } from '../../../lib/exchange/agreement/coded-file';
import { agrees, compareFiles, type Judged } from '../../../lib/exchange/agreement/compare';
import { cohenKappa, krippendorffAlpha, percentage, type Pair } from '../../../lib/exchange/agreement/nominal';
import { flattenUnits, type Unit, unitizingAlphas } from '../../../lib/exchange/agreement/unitizing';
import { writeBackup } from '../../../lib/exchange/backup/write-backup';
import { readAnnotations } from '../../../lib/exchange/web-annotation/from-annotations';
import { toAnnotationCollection } from '../../../lib/exchange/web-annotation/to-annotations';
import type { Kept } from '../../../lib/model/kept';
import { keptFixture } from './kept-fixture';

/** Pairs of a table of counts: row the first judge's value, column the second one's. */
const pairsOf = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, a) => row.flatMap((times, b) => Array.from({ length: times }, (): Pair => [`${a}`, `${b}`])));

const rowsOf = (...coders: readonly string[]) =>
  Array.from(coders[0] ?? '', (_, i) => coders.map((coder) => (coder[i] === '.' ? null : (coder[i] ?? null))));

describe("Cohen's kappa", () => {
  it.each([
    // Cohen 1960, table 1 (proportions, here of 100): .29 observed, .35 expected, kappa = -.06/.65, printed as -.09.
    [
      [
        [25, 13, 12],
        [12, 2, 16],
        [3, 15, 2],
      ],
      -6 / 65,
    ],
    // Cohen 1960, table 2: 140 of 200 observed, 82 expected, kappa = (140 - 82)/(200 - 82), printed as .492.
    [
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      58 / 118,
    ],
  ])('is as published for %j', (table, kappa) => {
    expect(cohenKappa(pairsOf(table))).toBeCloseTo(kappa, 9);
  });

  it.each<[string, Pair[], number | null]>([
    ['no units', [], null],
    [
      'one value only',
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
      null,
    ],
    ['no agreement where none is expected', [['x', 'y']], 0],
    [
      'all agreement',
      [
        ['x', 'x'],
        ['y', 'y'],
      ],
      1,
    ],
  ])('with %s', (_, pairs, kappa) => {
    expect(cohenKappa(pairs)).toBe(kappa);
  });

  it('says the same of both orders, and percentage stays between', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (pairs) => {
        const kappa = cohenKappa(pairs);
        const turned = cohenKappa(pairs.map(([a, b]): Pair => [b, a]));
        if (kappa === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(kappa, 12);
        expect(percentage(pairs)).toBeGreaterThanOrEqual(0);
        expect(percentage(pairs)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Krippendorff's alpha", () => {
  // K. Krippendorff, Computing Krippendorff's alpha-reliability (2011); the fractions follow from its coincidences.
  it.each([
    // Section A: two observers, binary: 1 - 19 * 4 / (14 * 6), printed as .095.
    [['0100000010', '1110010000'], 1 - (19 * 4) / (14 * 6)],
    // Section B: two observers, nominal: (23 * 18 - 104) / (24 * 23 - 104), printed as .692.
    [['aabbdcccedda', 'babbbccceddd'], 310 / 448],
    // Section C: four observers, values missing: (39 * 32 - 344) / (40 * 39 - 344), printed as .743.
    [['123321412...', '1233224125.3', '.3332342251.', '12332441251.'], 904 / 1216],
  ])('is as published for %j', (coders, alpha) => {
    expect(krippendorffAlpha(rowsOf(...coders))).toBeCloseTo(alpha, 9);
  });

  it.each([
    ['no units', [], null],
    ['one value only', rowsOf('xx', 'xx'), null],
    ['nothing that two coders judged', rowsOf('x.', '.y'), null],
    ['all agreement', rowsOf('xy', 'xy'), 1],
  ])('with %s', (_, units, alpha) => {
    expect(krippendorffAlpha(units)).toBe(alpha);
  });
});

describe('unitizing alphas', () => {
  const unit = (start: number, end: number, value = 'a'): Unit => ({ start, end, value });

  it('of two units that overlap by half, worked by hand', () => {
    // Coincidences: aa 4, gap gap 8, apart 8 of 20; own pairs 16 + 16 of units, 6 + 6 of gaps.
    // Expected to agree: 20 * (64 - 32 + 144 - 12) / (400 - 44); alpha = 1 - 8 * 356 / (20 * 192) = 31/120.
    const alphas = unitizingAlphas([{ length: 10, coders: [[unit(0, 4)], [unit(2, 6)]] }]);
    expect(alphas.u).toBeCloseTo(31 / 120, 12);
    expect(alphas.binary).toBeCloseTo(31 / 120, 12);
    expect(alphas.cu).toBeNull();
  });

  it('of one value against another on the same places', () => {
    const coders = [
      [unit(0, 4), unit(6, 8, 'b')],
      [unit(0, 4, 'b'), unit(6, 8)],
    ];
    const { binary, cu } = unitizingAlphas([{ length: 10, coders }]);
    expect(binary).toBe(1);
    // 12 characters, all apart; 144 - 40 pairs, of them 72 - 40 alike: 1 - 12 * 104 / (12 * 72).
    expect(cu).toBeCloseTo(1 - 104 / 72, 12);
  });

  it.each([
    ['nothing coded', [[], []], null],
    ['everything coded, with one value', [[unit(0, 10)], [unit(0, 10)]], null],
    ['the same units', [[unit(1, 3)], [unit(1, 3)]], 1],
  ])('with %s', (_, coders, alpha) => {
    expect(unitizingAlphas([{ length: 10, coders }]).u).toBe(alpha);
  });

  it('are what counting characters gives, for any number of coders and texts', () => {
    const coder = (length: number) =>
      fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 6 }).chain((edges) =>
        fc.array(fc.constantFrom('a', 'b', ''), { minLength: 6, maxLength: 6 }).map((values) =>
          edges
            .toSorted((a, b) => a - b)
            .flatMap((start, i, all): Unit[] => {
              const [end, value] = [all[i + 1], values[i]];
              return end === undefined || !value ? [] : [{ start, end, value }];
            }),
        ),
      );
    const text = (coders: number) =>
      fc
        .integer({ min: 4, max: 16 })
        .chain((length) =>
          fc.array(coder(length), { minLength: coders, maxLength: coders }).map((all) => ({ length, coders: all })),
        );
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }).chain((m) => fc.array(text(m), { minLength: 1, maxLength: 2 })),
        (texts) => {
          const alphas = unitizingAlphas(texts);
          const wanted = byCharacters(texts);
          if (wanted === null) expect(alphas.u).toBeNull();
          else expect(alphas.u).toBeCloseTo(wanted, 9);
          if (texts[0]?.coders.length !== 2) return;
          const wantedCu = byCharacters(texts, true);
          if (wantedCu === null) expect(alphas.cu).toBeNull();
          else expect(alphas.cu).toBeCloseTo(wantedCu, 9);
        },
      ),
    );
  });

  /** u-alpha from its idea: every character of every coder, and every pair of them that is not one unit (or one gap's character). */
  function byCharacters(
    texts: readonly { length: number; coders: readonly (readonly Unit[])[] }[],
    /** Only what both of two coders coded. */
    inBoth = false,
  ): number | null {
    const every = texts.flatMap(({ length, coders }, t) =>
      coders.flatMap((units, c) =>
        Array.from({ length }, (_, at) => {
          const own = units.find(({ start, end }) => start <= at && at < end);
          return {
            value: own?.value ?? '',
            unit: own ? `${t} ${c} ${own.start}` : `${t} ${c} gap ${at}`,
            place: `${t} ${at}`,
          };
        }),
      ),
    );
    const isShared = (place: string) => every.filter((one) => one.place === place && one.value !== '').length === 2;
    const characters = inBoth ? every.filter(({ place }) => isShared(place)) : every;
    let [together, apart, pairs, unlike] = [0, 0, 0, 0];
    for (const [i, x] of characters.entries())
      for (const [j, y] of characters.entries()) {
        if (i === j) continue;
        if (x.place === y.place) {
          together++;
          if (x.value !== y.value) apart++;
        }
        if (x.unit === y.unit) continue;
        pairs++;
        if (x.value !== y.value) unlike++;
      }
    return unlike === 0 ? null : 1 - apart / together / (unlike / pairs);
  }

  it('cut passages with several codes where any begins or ends', () => {
    expect(flattenUnits([unit(0, 6), unit(2, 4, 'b'), unit(8, 9, 'c')])).toEqual([
      unit(0, 2),
      unit(2, 4, 'a\nb'),
      unit(4, 6),
      unit(8, 9, 'c'),
    ]);
  });
});

/** The fixture's article, coded: each coding a stretch of its text and the codes. */
function coded(...codings: readonly (readonly [words: string, ...codes: string[]])[]): Kept {
  const { text } = keptFixture().text;
  return keptFixture({
    notes: codings.map(([exact, ...tags]) => {
      const start = text.indexOf(exact);
      return { selectors: { exact, prefix: '', suffix: '', start, end: start + exact.length }, tags };
    }),
  });
}

async function backupOf(...kept: readonly Kept[]): Promise<string> {
  let file = '';
  const whole = async function* () {
    for (const one of kept) yield { ...one, versions: [] };
  };
  const none = async function* () {};
  for await (const piece of writeBackup(whole(), none())) file += piece;
  return file;
}

const TALKS = 'that talks had failed';
const CREWS = '“The crews will not sail,”';

describe('two files', () => {
  const A = coded([CREWS, 'threat', 'strike'], [TALKS, 'talks'], ['The port of Northgate', 'port']);
  const B = coded([CREWS, 'strike'], ['talks had failed', 'talks']);

  it.each(['backup', 'annotations'])('are compared from %s', async (kind) => {
    const fileOf = (kept: Kept) =>
      kind === 'backup' ? backupOf(kept) : Promise.resolve(JSON.stringify(toAnnotationCollection('', [kept])));
    const [a, b] = [await readCodedFile(await fileOf(A)), await readCodedFile(await fileOf(B))];
    const { all, codes, units, articles } = compareFiles(a, b, 'coded');
    expect(articles).toBe(1);
    expect(units.map((unit) => [unit.words, unit.a?.codes, unit.b?.codes, agrees(unit)])).toEqual([
      ['The port of Northgate', ['port'], undefined, false],
      [CREWS, ['threat', 'strike'], ['strike'], false],
      [TALKS, ['talks'], ['talks'], true],
    ]);
    expect([all.ofA, all.ofB, all.percentage]).toEqual([4, 2, 1 / 3]);
    // Strike on the same passage, talks on one that overlaps: 1 and 2 of 4 and 2.
    expect([all.f1, all.f1Overlap]).toEqual([2 / 6, 4 / 6]);
    expect(codes.map(({ code, percentage: share }) => [code, share])).toEqual([
      ['port', 2 / 3],
      ['strike', 1],
      ['talks', 1],
      ['threat', 2 / 3],
    ]);
  });

  it('count claims that neither coded, when asked to', async () => {
    const bare = await readCodedFile(await backupOf(coded()));
    expect(compareFiles(bare, bare, 'coded').units).toHaveLength(0);
    const { units, all } = compareFiles(bare, bare, 'claims');
    expect(units).toHaveLength(2);
    // Everybody left everything uncoded: all agree, and no chance can be told from it.
    expect([all.percentage, all.kappa, all.alpha, all.alphaU, all.f1]).toEqual([1, null, null, null, null]);
  });

  it('that share no article say so', async () => {
    const a = await readCodedFile(await backupOf(A));
    const other = { ...B, text: { ...B.text, text: `${B.text.text} More.` } };
    const b = await readCodedFile(await backupOf(other));
    expect(compareFiles(a, b, 'coded')).toMatchObject({ articles: 0, apart: 2, units: [], codes: [] });
  });

  it('agree wholly with themselves', async () => {
    const a = await readCodedFile(await backupOf(A));
    const { all, units } = compareFiles(a, a, 'claims');
    expect(units.every(agrees)).toBe(true);
    expect([all.percentage, all.kappa, all.alpha, all.alphaU, all.alphaCu, all.f1]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('leave out the trash, notes on the article and on actors, and name what cannot be read', async () => {
    const trashed = { ...A, clipping: { ...A.clipping, trashedAt: 1 } };
    const loose = keptFixture({
      notes: [{ selectors: null }, { about: { kind: 'actor', name: 'Ana Ruiz' } }, { tags: [] }],
    });
    const file = await readCodedFile(await backupOf(trashed, loose));
    expect(file.articles.map(({ codings }) => codings)).toEqual([[]]);
    expect((await readCodedFile('[1, {"target":"https://a.example"}]')).refused).toBe(1);
    await expect(readCodedFile('not a file')).rejects.toThrow(SyntaxError);
  });

  it('make one file with what was agreed and decided, which is read back as it was', async () => {
    const [a, b] = [await readCodedFile(await backupOf(A)), await readCodedFile(await backupOf(B))];
    const { units } = compareFiles(a, b, 'coded');
    const decide = (decisions: readonly (Decision | undefined)[]) =>
      readAnnotations(
        adjudicated(
          'Adjudicated',
          units,
          new Map(units.flatMap((unit, i): [Judged, Decision][] => (decisions[i] ? [[unit, decisions[i]]] : []))),
          0,
        ),
      ).notes.map(({ selectors, tags }) => [selectors?.exact, tags]);
    expect(decide([])).toEqual([[TALKS, ['talks']]]);
    expect(decide(['b', 'both'])).toEqual([
      [CREWS, ['threat', 'strike']],
      [TALKS, ['talks']],
    ]);
    expect(decide(['a', 'b'])).toEqual([
      ['The port of Northgate', ['port']],
      [CREWS, ['strike']],
      [TALKS, ['talks']],
    ]);
  });
});
