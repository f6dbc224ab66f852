import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ClippingId } from '../../../../lib/model/ids';
import type { Naming, SameActor } from '../../../../lib/model/known-actor';
import {
  applyChange,
  decisionOn,
  joinActors,
  keepApart,
  splitActor,
  undoOf,
} from '../../../../lib/search/actors/decide';
import { groupKeys, readDecisions } from '../../../../lib/search/actors/groups';
import { nameKey, pointOf } from '../../../../lib/search/actors/name-key';

const NAMES = ['Ana Ruiz', 'Ana M. Ruiz', 'Ruiz', 'Tom Vidal', 'T. Vidal', 'Mara Olsen', 'Olsen', 'Ivo Brand', 'Brand'];

const person = (name: string, clippingId: string | null = null): Naming => ({
  name,
  type: 'person',
  clippingId: clippingId === null ? null : asId<ClippingId>(clippingId),
});
const keys = NAMES.map((name) => nameKey(name, 'person'));
const groupsOf = (decisions: readonly SameActor[], among = keys) => groupKeys(among, readDecisions(decisions));
/** Every group of more than one, as text. */
const together = (decisions: readonly SameActor[]) => {
  const groups = groupsOf(decisions);
  return [...new Set(keys.map((key) => groups.membersOf(key).join(' + ')))].toSorted();
};
const membersOf = (name: string, decisions: readonly SameActor[]): Naming[] =>
  groupsOf(decisions)
    .membersOf(nameKey(name, 'person'))
    .map((point) => NAMES.map((each) => person(each)).find((each) => pointOf(each) === point))
    .filter((naming) => naming !== undefined);

describe('who is one actor', () => {
  it('joins fuller and shorter forms of a full name by itself, and a surname with nobody', () => {
    expect(groupsOf([]).membersOf('person:ana ruiz')).toEqual(['person:ana m ruiz', 'person:ana ruiz']);
    expect(groupsOf([]).membersOf('person:ruiz')).toEqual(['person:ruiz']);
  });

  it('joins no short form where fuller ones exclude each other', () => {
    const names = ['Ana Ruiz', 'Ana M. Ruiz', 'Ana K. Ruiz', 'Ana-K Ruiz'].map((name) => nameKey(name, 'person'));
    const groups = groupKeys(names, readDecisions([]));
    expect(groups.membersOf('person:ana ruiz')).toEqual(['person:ana ruiz']);
    expect(groups.membersOf('person:ana k ruiz')).toEqual(['person:ana k ruiz', 'person:ana-k ruiz']);
  });

  it('tells one article from the others where the reader did', () => {
    const here = decisionOn(person('Ruiz', 'k1'), person('Ana Ruiz'), true, 1);
    const groups = groupsOf([here]);
    expect(groups.rootOf('person:ruiz', 'k1')).toBe(groups.rootOf('person:ana ruiz', 'k2'));
    expect(groups.rootOf('person:ruiz', 'k2')).toBe('person:ruiz');
  });

  it('never joins over others what was told apart', () => {
    const apart = decisionOn(person('Ana Ruiz'), person('Tom Vidal'), false, 1);
    const over = [
      decisionOn(person('Ana Ruiz'), person('Brand'), true, 2),
      decisionOn(person('Brand'), person('Tom Vidal'), true, 3),
    ];
    expect(groupsOf([apart, ...over]).rootOf('person:tom vidal', null)).not.toBe(
      groupsOf([apart, ...over]).rootOf('person:ana ruiz', null),
    );
  });
});

describe('decisions', () => {
  const pick = fc.constantFrom(...NAMES);
  /** A history of joining, telling apart and splitting, as a reader would make it. */
  const history = fc.array(fc.record({ a: pick, b: pick, act: fc.constantFrom('join', 'apart', 'split') }), {
    maxLength: 8,
  });
  const replay = (steps: readonly { a: string; b: string; act: string }[]) =>
    steps.reduce<SameActor[]>((decisions, { a, b, act }, at) => {
      const [here, there] = [membersOf(a, decisions), membersOf(b, decisions)];
      const isOne = here.some((x) => there.some((y) => pointOf(x) === pointOf(y)));
      if (act === 'split') {
        const rest = here.filter((naming) => naming.name !== a);
        return rest.length ? applyChange(decisions, splitActor([person(a)], rest, decisions, at)) : decisions;
      }
      if (isOne) return decisions;
      return applyChange(
        decisions,
        act === 'join' ? joinActors(here, there, decisions, at) : keepApart(person(a), person(b), decisions, at),
      );
    }, []);

  it('put two actors together, all of both', () => {
    fc.assert(
      fc.property(history, pick, pick, (steps, a, b) => {
        const before = replay(steps);
        const [here, there] = [membersOf(a, before), membersOf(b, before)];
        if (here.some((x) => there.some((y) => pointOf(x) === pointOf(y)))) return;
        const after = applyChange(before, joinActors(here, there, before, 99));
        expect(membersOf(a, after).map(pointOf)).toEqual([...here, ...there].map(pointOf).toSorted());
      }),
    );
  });

  it('joined and split again leave everybody as it was', () => {
    fc.assert(
      fc.property(history, pick, pick, (steps, a, b) => {
        const before = replay(steps);
        const [here, there] = [membersOf(a, before), membersOf(b, before)];
        if (here.some((x) => there.some((y) => pointOf(x) === pointOf(y)))) return;
        const joined = applyChange(before, joinActors(here, there, before, 98));
        const split = applyChange(joined, splitActor(there, here, joined, 99));
        expect(together(split)).toEqual(together(before));
      }),
    );
  });

  it('split off what was asked for and leave the rest together', () => {
    fc.assert(
      fc.property(history, pick, (steps, name) => {
        const before = replay(steps);
        const rest = membersOf(name, before).filter((naming) => naming.name !== name);
        if (!rest.length) return;
        const after = applyChange(before, splitActor([person(name)], rest, before, 99));
        expect(membersOf(name, after).map((naming) => naming.name)).toEqual([name]);
        expect(membersOf(rest[0]?.name ?? '', after).map(pointOf)).toEqual(rest.map(pointOf));
      }),
    );
  });

  it('are taken back whole', () => {
    fc.assert(
      fc.property(history, pick, pick, (steps, a, b) => {
        const before = replay(steps);
        for (const change of [
          joinActors(membersOf(a, before), membersOf(b, before), before, 99),
          keepApart(person(a), person(b), before, 99),
          splitActor([person(a)], [person(b)], before, 99),
        ]) {
          const back = applyChange(applyChange(before, change), undoOf(change));
          expect(back.toSorted(byPair)).toEqual(before.toSorted(byPair));
        }
      }),
    );
  });

  it('mean the same in whatever order they and the names come', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, random) => {
        const shuffle = <Value>(list: readonly Value[]) =>
          list.map((value) => ({ value, by: random.next().value })).toSorted((x, y) => x.by - y.by);
        const decisions = replay(steps);
        const other = groupsOf(
          shuffle(decisions).map(({ value }) => value),
          shuffle(keys).map(({ value }) => value),
        );
        for (const key of keys) expect(other.membersOf(key)).toEqual(groupsOf(decisions).membersOf(key));
      }),
    );
  });
});

const byPair = (a: SameActor, b: SameActor) => (a.pair < b.pair ? -1 : 1);
