import { describe, expect, it } from 'vitest';
import type { ActorType } from '../../../../lib/model/analysis';
import { atOnce } from '../../../../lib/model/in-steps';
import { asId, type ClippingId } from '../../../../lib/model/ids';
import type { Naming, SameActor } from '../../../../lib/model/known-actor';
import type { Appearances } from '../../../../lib/search/actors/appearances';
import { decisionOn } from '../../../../lib/search/actors/decide';
import { groupKeys, readDecisions } from '../../../../lib/search/actors/groups';
import { KEY_RULES, nameKey, nearKey } from '../../../../lib/search/actors/name-key';
import { proposeSame } from '../../../../lib/search/actors/propose';
import { buildRoster } from '../../../../lib/search/actors/roster';

const id = (name: string) => asId<ClippingId>(name);

/** One who appears in an article: "Ana Ruiz, mayor" is a person, "+Quay Board" an organisation, "@Lethany" a place; "!" speaks. */
type Line = readonly [outlet: string, ...who: string[]];

function rowOf(clippingId: string, who: readonly string[]): Appearances {
  const read = who.map((one) => {
    const [name = '', role = ''] = one.replace(/^[+@]/, '').replace('!', '').split(', ');
    const type: ActorType = one.startsWith('+') ? 'organization' : one.startsWith('@') ? 'place' : 'person';
    return { name, role, key: nameKey(name, type), speaks: one.includes('!') };
  });
  return {
    clippingId: id(clippingId),
    rules: KEY_RULES,
    keys: read.map(({ key }) => key),
    nears: read.map(({ key }) => nearKey(key)),
    names: read.map(({ name }) => name),
    roles: read.map(({ role }) => role),
    counts: read.flatMap(({ speaks }) => [0, 0, speaks ? 1 : 0]),
  };
}

function propose(lines: readonly Line[], decisions: readonly SameActor[] = []): string[] {
  const rows = lines.map(([, ...who], at) => rowOf(`k${at}`, who));
  const outlets = new Map(lines.map(([outlet], at) => [id(`k${at}`), outlet]));
  const times = new Map(lines.map((_, at) => [id(`k${at}`), at]));
  const decided = readDecisions(decisions);
  const groups = groupKeys(new Set(rows.flatMap(({ keys }) => keys)), decided);
  const actors = atOnce(buildRoster(rows, times, groups));
  const nameOf = (root: string) => actors.find((actor) => actor.root === root)?.name;
  return atOnce(proposeSame(rows, outlets, actors, groups, decided)).map(
    ({ a, b, how, articles }) => `${nameOf(b)} = ${nameOf(a)}, ${how}${articles ? ` in ${articles.join(' ')}` : ''}`,
  );
}

const person = (name: string): Naming => ({ name, type: 'person', clippingId: null });

describe('proposals', () => {
  it.each<[string, readonly Line[], readonly string[]]>([
    [
      'nothing of names that differ',
      [
        ['A', 'Ana Ruiz'],
        ['A', 'Eva Ruiz'],
        ['A', 'Per Olsen'],
      ],
      [],
    ],
    [
      'other spellings, whatever else',
      [
        ['A', 'Mohammed Nasser'],
        ['B', 'Muhammad Nasser'],
      ],
      ['Muhammad Nasser = Mohammed Nasser, spelling'],
    ],
    ['no other spellings of people who appear together', [['A', 'Mohammed Nasser', 'Muhammad Nasser']], []],
    [
      'an acronym, also where both appear',
      [['A', '+WHO', '+World Health Organization']],
      ['WHO = World Health Organization, acronym'],
    ],
    [
      'no short acronym with nothing in common',
      [
        ['A', '+QBL'],
        ['B', '+Quay Board of Lethany'],
      ],
      [],
    ],
    [
      'a short acronym with the same outlet and company',
      [
        ['A', '+QBL', 'Per Olsen'],
        ['A', '+Quay Board of Lethany', 'Per Olsen'],
      ],
      ['QBL = Quay Board of Lethany, acronym'],
    ],
    [
      'no acronym of two names that would do as well',
      [
        ['A', '+QBLN', 'Per Olsen'],
        ['A', '+Quay Board of Lethany North', 'Per Olsen'],
        ['A', '+Quarry Bureau of Lower Northgate', 'Per Olsen'],
      ],
      [],
    ],
    [
      'the one name of two that more speaks for',
      [
        ['A', '+QBLN', 'Per Olsen'],
        ['A', '+Quay Board of Lethany North', 'Per Olsen'],
        ['B', '+Quarry Bureau of Lower Northgate'],
      ],
      ['QBLN = Quay Board of Lethany North, acronym'],
    ],
    [
      'nothing for company that everybody has',
      [
        ['A', 'Bill Marsh', '+Quay Board', '+Town Hall'],
        ['B', 'William Marsh', '+Quay Board', '+Town Hall'],
        ...Array.from({ length: 30 }, (): Line => ['C', '+Quay Board', '+Town Hall']),
      ],
      [],
    ],
    [
      'a full name that differs in a vowel with something in common, and not without',
      [
        ['A', 'Fatima Khalil', 'Per Olsen'],
        ['B', 'Fatma Khalil', 'Per Olsen'],
        ['C', 'David Dorn'],
        ['D', 'David Doran'],
      ],
      ['Fatma Khalil = Fatima Khalil, spelling'],
    ],
    [
      'a surname with the same role',
      [
        ['A', 'Ana Ruiz, mayor of Lethany'],
        ['B', 'Ruiz, the mayor'],
      ],
      ['Ruiz = Ana Ruiz, surname'],
    ],
    [
      'a surname with the same outlet and company',
      [
        ['A', 'Ana Ruiz', 'Per Olsen'],
        ['A', 'Ruiz', 'Per Olsen'],
      ],
      ['Ruiz = Ana Ruiz, surname'],
    ],
    [
      'no surname with only the outlet',
      [
        ['A', 'Ana Ruiz'],
        ['A', 'Ruiz'],
      ],
      [],
    ],
    [
      'no surname with nothing in common',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['B', 'Ruiz, goalkeeper'],
      ],
      [],
    ],
    [
      'no surname of two who both would do',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['A', 'Eva Ruiz, mayor'],
        ['A', 'Ruiz, mayor'],
      ],
      [],
    ],
    [
      'a surname article by article, where several have it',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['B', 'Eva Ruiz, goalkeeper'],
        ['C', 'Ruiz, mayor'],
        ['D', 'Ruiz, the goalkeeper'],
        ['E', 'Ruiz'],
      ],
      ['Ruiz = Ana Ruiz, surname in k2', 'Ruiz = Eva Ruiz, surname in k3'],
    ],
    ['no surname of one who is named in full beside it', [['A', 'Ana Ruiz, mayor', 'Ruiz, mayor']], []],
    [
      'an initial with the same role',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['B', 'A. Ruiz, mayor'],
      ],
      ['A. Ruiz = Ana Ruiz, initial'],
    ],
    [
      'no initial with nothing in common',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['B', 'A. Ruiz'],
      ],
      [],
    ],
    [
      'a short form with the same company',
      [
        ['A', 'Bill Marsh', 'Per Olsen', '+Quay Board'],
        ['B', 'William Marsh', 'Per Olsen', '+Quay Board'],
      ],
      ['Bill Marsh = William Marsh, nickname'],
    ],
    [
      'one name for a place and a body of several words',
      [
        ['A', '@White Hall'],
        ['B', '+White Hall'],
      ],
      ['White Hall = White Hall, type'],
    ],
    [
      'one word for a place and a body only where both speak',
      [
        ['A', '@Chelm'],
        ['B', '+Chelm'],
        ['A', '@Lethany!'],
        ['B', '+Lethany!'],
      ],
      ['Lethany = Lethany, type'],
    ],
    [
      'the likely before the less likely',
      [
        ['A', 'Ana Ruiz, mayor'],
        ['B', 'A. Ruiz, mayor'],
        ['A', 'Mohammed Nasser'],
        ['B', 'Muhammad Nasser'],
      ],
      ['Muhammad Nasser = Mohammed Nasser, spelling', 'A. Ruiz = Ana Ruiz, initial'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(propose(lines)).toEqual(expected);
  });

  const SPELLED: readonly Line[] = [
    ['A', 'Mohammed Nasser', 'Per Olsen'],
    ['B', 'Muhammad Nasser', 'Per Olsen'],
    ['C', 'Mohamed Nasser', 'Per Olsen'],
  ];

  it('are not made again once refused, nor of those who are one already', () => {
    expect(propose(SPELLED)).toHaveLength(3);
    const refused = decisionOn(person('Mohammed Nasser'), person('Muhammad Nasser'), false, 1);
    expect(propose(SPELLED, [refused])).toHaveLength(2);
    const joined = decisionOn(person('Mohammed Nasser'), person('Muhammad Nasser'), true, 1);
    expect(propose(SPELLED, [joined])).toHaveLength(1);
    // What was refused of one holds for all that it is joined to.
    const both = [refused, decisionOn(person('Muhammad Nasser'), person('Mohamed Nasser'), true, 2)];
    expect(propose(SPELLED, both)).toEqual([]);
  });

  it('do not depend on the order of articles', () => {
    const lines: readonly Line[] = [
      ['A', 'Ana Ruiz, mayor'],
      ['C', 'Ruiz, mayor'],
      ['B', 'Ana Ruiz', 'Per Olsen'],
      ['D', 'A. Ruiz, mayor', 'Olsen, mayor'],
      ...SPELLED,
    ];
    expect(propose(lines.toReversed()).toSorted()).toEqual(propose(lines).toSorted());
  });
});
