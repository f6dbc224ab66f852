import { describe, expect, it } from 'vitest';
import type { ActorType } from '../../../../lib/model/analysis';
import { nameKey, pairOf, partsOf, placedKey, readPoint } from '../../../../lib/search/actors/name-key';
import { isOneName } from '../../../../lib/search/actors/person-name';

describe('the key of a name', () => {
  it.each<[string, ActorType, string]>([
    ['Ana Ruiz', 'person', 'ana ruiz'],
    ['Aleksandar Vučin', 'person', 'aleksandar vucin'],
    ['Łukasz Đorđević-Øst', 'person', 'lukasz dordevic-ost'],
    ['Dr. Łukasz O’Brien, KC', 'person', 'lukasz obrien'],
    ["Sinead O'Brien's", 'person', 'sinead obrien'],
    ['Prime Minister Ana Ruiz', 'person', 'ana ruiz'],
    ['Mr Ruiz', 'person', 'ruiz'],
    ['Sir Tom Vidal', 'person', 'tom vidal'],
    ['Lord Vidal', 'person', 'lord vidal'],
    ['Pope Clement', 'person', 'pope clement'],
    ['Pope John Clement II', 'person', 'john clement ii'],
    ['Judge', 'person', 'judge'],
    ['TD Halloran', 'person', 't d halloran'],
    ['T. D. Halloran', 'person', 't d halloran'],
    ['LI Wenqing', 'person', 'li wenqing'],
    ['ANA RUIZ', 'person', 'ana ruiz'],
    ['Tom Vidal Jr.', 'person', 'tom vidal jr'],
    ['Tom Vidal Junior', 'person', 'tom vidal jr'],
    ['Nabil Al Sarraf', 'person', 'nabil al-sarraf'],
    ['Nabil al-Sarraf', 'person', 'nabil al-sarraf'],
    ['Al Dorsey', 'person', 'al dorsey'],
    ['Yo-Yo Ma', 'person', 'yo-yo ma'],
    ['李文清', 'person', '李文清'],
    ['أحمد نور', 'person', 'احمد نور'],
    ['The U.N.', 'organization', 'un'],
    ['Harbour & Quay Ltd.', 'organization', 'harbor and quay'],
    ['Vidal & Co.', 'organization', 'vidal'],
    ['Ministry of Defence', 'organization', 'ministry of defense'],
    ['The', 'organization', 'the'],
    ['New Lethany', 'place', 'new lethany'],
    ['', 'person', ''],
    ['—', 'organization', ''],
  ])('%s (%s) is %s', (name, type, words) => {
    expect(nameKey(name, type)).toBe(`${type}:${words}`);
    // A key made of a key's words is the same: decisions keep names.
    expect(nameKey(words, type)).toBe(`${type}:${words}`);
  });

  it.each<[string, boolean]>([
    ['Ruiz', true],
    ['Mr Ruiz', true],
    ['von der Heide', true],
    ['al-Sarraf', true],
    ['bin Nasser', true],
    ['Ana Ruiz', false],
    ['Al Dorsey', false],
    ['Ben Carrow', false],
    ['Pope Clement', false],
    ['李文清', false],
    ['Ruiz Jr.', true],
  ])('%s is one name alone: %s', (name, isOne) => {
    expect(isOneName(partsOf(nameKey(name, 'person')).words)).toBe(isOne);
  });

  it('is read back from a point with its article', () => {
    expect(readPoint(placedKey('person:ruiz', 'k1'))).toEqual({ key: 'person:ruiz', clippingId: 'k1' });
    expect(readPoint('person:ruiz')).toEqual({ key: 'person:ruiz', clippingId: null });
    expect(pairOf('b', 'a')).toBe(pairOf('a', 'b'));
  });
});
