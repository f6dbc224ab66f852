import { describe, expect, it } from 'vitest';
import { mergeNames } from '../../../../lib/language/actors/merge-names';
import type { NameSpan } from '../../../../lib/language/actors/name';
import { roleBefore } from '../../../../lib/language/actors/role-of';
import { type Segmented, segment } from '../../../../lib/language/segment/segment';

const MARK = { P: 'person', O: 'organization', L: 'place' } as const;

/** "[P Ana Ruiz] met [O the Union]": the text without marks, and where the names stand. */
function marked(source: string): { seg: Segmented; names: NameSpan[] } {
  const spans: { start: number; end: number; type: NameSpan['type'] }[] = [];
  let text = '';
  for (const part of source.split(/(\[[POL] [^\]]*\])/)) {
    const type = /^\[([POL]) /.exec(part)?.[1] as keyof typeof MARK | undefined;
    const words = type ? part.slice(3, -1) : part;
    if (type) spans.push({ start: text.length, end: text.length + words.length, type: MARK[type] });
    text += words;
  }
  const seg = segment(text);
  const names = spans.map(({ start, end, type }) => ({
    first: seg.tokens.start.indexOf(start),
    last: seg.tokens.end.indexOf(end),
    type,
  }));
  return { seg, names };
}

function groups(source: string): string[] {
  const { seg, names } = marked(source);
  return mergeNames(seg, names).map((actor) => [...actor.forms].toSorted().join(' / '));
}

/** A text that is a list of persons. */
function people(list: readonly string[]): { seg: Segmented; names: NameSpan[] } {
  const seg = segment(list.join('; '));
  let next = 0;
  const names = list.map((words): NameSpan => {
    const first = next;
    const last = first + words.split(' ').length - 1;
    // One token each for the words, one for the mark after them.
    next = last + 2;
    return { first, last, type: 'person' };
  });
  return { seg, names };
}

/** Four times as many cost four times as much in linear time, sixteen times in quadratic. */
const GROWTH_LIMIT = 8;
const MANY = 4_000;
const LOOKS = 6;

describe('merging of names', () => {
  it.each([
    ['surname alone', '[P Ana Ruiz] spoke. [P Ruiz] left.', ['ana ruiz / ruiz']],
    ['surname in the headline first', '[P Ruiz] quits\n\n[P Ana Ruiz] spoke.', ['ana ruiz / ruiz']],
    ['title before the surname', '[P Ana Ruiz] spoke. [P Ms. Ruiz] left.', ['ana ruiz / ruiz']],
    [
      'two of one surname: the one named last',
      '[P Ana Ruiz] met [P Leo Ruiz]. [P Ruiz] left.',
      ['ana ruiz', 'leo ruiz / ruiz'],
    ],
    [
      'two of one surname: the one that bore it alone before',
      '[P Ana Ruiz] spoke. [P Ruiz] left. [P Leo Ruiz] stayed. [P Ruiz] came back.',
      ['ana ruiz / ruiz', 'leo ruiz'],
    ],
    [
      'two of one surname: the one named more often',
      '[P Ana Ruiz] spoke. [P Ana Ruiz] met [P Leo Ruiz]. [P Ruiz] left.',
      ['ana ruiz / ruiz', 'leo ruiz'],
    ],
    [
      'acronym in brackets',
      '[O Bureau of River Safety] ([O BRS]) met. [O BRS] said so.',
      ['brs / bureau of river safety'],
    ],
    ['acronym by its letters', '[O River Safety Bureau] met. [O RSB] said so.', ['river safety bureau / rsb']],
    ['short name of a firm', '[O Tolva Shipping Group] grew. [O Tolva] said so.', ['tolva / tolva shipping group']],
    ['a person and a firm of one name', '[P Ana Tolva] left [O Tolva].', ['ana tolva', 'tolva']],
    ['names of one country', '[L United States] and [L U.S.]', ['u.s. / united states']],
    ['two places', '[L Northam] and [L Southam]', ['northam', 'southam']],
  ])('%s', (_, source, expected) => {
    expect(groups(source)).toEqual(expected);
  });

  it('settles the type of a name by its majority', () => {
    const { seg, names } = marked('[O Tolva] met. [L Tolva] won. [O Tolva] left.');
    expect(mergeNames(seg, names).map(({ type }) => type)).toEqual(['organization']);
  });

  it.each([
    ['ever new names', (k: number) => [`Ana${k} Ruiz${k}`, `Ruiz${k}`]],
    ['one given name', (k: number) => [`Ana Ruiz${k}`, 'Ana']],
  ])('takes four times as long for four times as many: %s', (_, namesOf) => {
    const costOf = (count: number) => {
      const { seg, names } = people(Array.from({ length: count }, (__, k) => namesOf(k)).flat());
      const before = process.cpuUsage();
      mergeNames(seg, names);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    let [least, leastShort] = [Infinity, Infinity];
    // The least cost of so many looks counts: no disturbed look does harm.
    for (let look = 0; look < LOOKS && (look === 0 || least >= leastShort * GROWTH_LIMIT); look += 1) {
      leastShort = Math.min(leastShort, costOf(MANY / 4));
      least = Math.min(least, costOf(MANY));
    }
    expect(least / leastShort).toBeLessThan(GROWTH_LIMIT);
  });
});

describe('role before a name', () => {
  it.each([
    ['Harbour Ministry spokeswoman [P Ana Ruiz] spoke.', 'Harbour Ministry spokeswoman'],
    ['On Monday, President [P Ana Ruiz] spoke.', 'President'],
    ['We met the former governor [P Ana Ruiz] there.', 'former governor'],
    ['Yesterday [P Ana Ruiz] spoke.', ''],
    ['It was a day for [P Ana Ruiz].', ''],
  ])('%s', (source, role) => {
    const { seg, names } = marked(source);
    expect(names[0] && roleBefore(seg, names[0])).toBe(role);
  });
});
