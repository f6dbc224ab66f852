import { describe, expect, it } from 'vitest';
import type { ActorType } from '../../../../lib/model/analysis';
import { atOnce } from '../../../../lib/model/in-steps';
import { alikePairs, likenessOf, type Likeness } from '../../../../lib/search/actors/alike';
import { groupKeys, readDecisions } from '../../../../lib/search/actors/groups';
import { nameKey } from '../../../../lib/search/actors/name-key';

/** same: joined without asking; a likeness: proposed, with "?" only with a role or company in common; apart: neither. */
type Outcome = 'same' | 'apart' | Likeness | `${Likeness}?`;

const PERSONS: readonly (readonly [string, string, Outcome])[] = [
  // Case, diacritics, titles, degrees.
  ['Ana Ruiz', 'ANA RUIZ', 'same'],
  ['Aleksandar Vučin', 'Aleksandar Vucin', 'same'],
  ['Łukasz Wrona', 'Lukasz Wrona', 'same'],
  ['Jørgen Bæk', 'Jorgen Baek', 'same'],
  ['Jürgen Weiß', 'Jurgen Weiss', 'same'],
  ['Jürgen Maß', 'Juergen Mass', 'spelling'],
  ['Prime Minister Ana Ruiz', 'Ana Ruiz', 'same'],
  ['Dr Ana Ruiz', 'Ana Ruiz, PhD', 'same'],
  ['Sir Tom Vidal', 'Tom Vidal', 'same'],
  ['Lord Vidal', 'Tom Vidal', 'apart'],
  ['Lord Vidal', 'Vidal', 'surname?'],
  ['Pope Clement', 'Prince Clement', 'apart'],
  ['Sinead O’Brien', "Sinead O'Brien", 'same'],
  ['Sinead OBrien', 'Sinead O’Brien', 'same'],
  // Middle names, initials, generations.
  ['Ana María Ruiz', 'Ana Ruiz', 'part'],
  ['Ada M. Ortiz', 'Ada Ortiz', 'same'],
  ['Ada M. Ortiz', 'Ada Maria Ortiz', 'same'],
  ['Ada M. Ortiz', 'Ada K. Ortiz', 'apart'],
  ['Ada K. Ortiz', 'Ada M. K. Ortiz', 'apart'],
  ['Ada K. Ortiz', 'Ada MK Ortiz', 'apart'],
  ['Ada M. Ortiz', 'Ada M. K. Ortiz', 'same'],
  ['JR Vidal', 'J. R. Vidal', 'same'],
  ['J. Edgar Vidal', 'Edgar Vidal', 'part'],
  ['Nia Ortiz Marsh', 'Ortiz Marsh', 'part?'],
  // Things that bear a name.
  ['Tom Vidal Arena', 'Tom Vidal', 'apart'],
  ['Tom Vidal', 'Tom Vidal Show', 'apart'],
  ['Tom Hall', 'Hall', 'surname?'],
  ['T.D. Halloran', 'TD Halloran', 'same'],
  ['T.D. Halloran', 'Thomas Dale Halloran', 'initial?'],
  ['T. Halloran', 'Thomas Halloran', 'initial?'],
  ['J. Halloran', 'Thomas Halloran', 'apart'],
  ['Tom Vidal Jr.', 'Tom Vidal', 'apart'],
  ['Tom Vidal Jr.', 'Tom Vidal Junior', 'same'],
  ['Tom Vidal Sr.', 'Tom Vidal Jr.', 'apart'],
  ['Tom B. Vidal III', 'Tom Vidal III', 'same'],
  ['Bill Marsh', 'William Marsh', 'nickname?'],
  ['Bill Marsh', 'Robert Marsh', 'apart'],
  // Surnames alone, and two people with one surname.
  ['Ana Ruiz', 'Ruiz', 'surname?'],
  ['Ana Ruiz', 'Eva Ruiz', 'apart'],
  ['Mr Ruiz', 'Ruiz', 'same'],
  ['Ana Ruiz', 'Ana', 'apart'],
  ['Zelinsky', 'Zelinskyy', 'spelling?'],
  ['Ursula von der Heide', 'von der Heide', 'surname?'],
  ['Ursula von der Heide', 'Heide', 'apart'],
  // Hyphens and particles.
  ['Jean-Pierre Rafin', 'Jean Pierre Rafin', 'same'],
  ['Jean-Pierre Rafin', 'Jean Rafin', 'part?'],
  ['Ana Ruiz-Vega', 'Ana Vega', 'part?'],
  ['Ana Ruiz-Vega', 'Ana Ruiz Vega', 'same'],
  ['Ana Ruiz-Vega', 'Ana Ruiz', 'apart'],
  ['Ben Carrow', 'Carrow', 'surname?'],
  ['Al Dorsey', 'Ann Dorsey', 'apart'],
  // Hispanic names.
  ['Pedro Salas Pérez', 'Pedro Salas', 'part'],
  ['Pedro Salas Pérez', 'Pedro Pérez', 'part'],
  ['Luiz Inácio Lura da Costa', 'Lura da Costa', 'part?'],
  ['José Ortiz', 'Pepe Ortiz', 'nickname?'],
  ['Mario López', 'María López', 'apart'],
  // Arabic names.
  ['Mohammed Nasser', 'Muhammad Nasser', 'spelling'],
  ['Bashir al-Sarraf', 'Bashir Al Sarraf', 'same'],
  ['Bashir al-Sarraf', 'Bashir el-Sarraf', 'same'],
  ['Bashir al-Sarraf', 'Bashir Sarraf', 'same'],
  ['Yusuf Haddad', 'Youssef Haddad', 'spelling'],
  ['Hassan Karimi', 'Hussein Karimi', 'apart'],
  ['Mohammed bin Nasser', 'Mohammed Nasser', 'part?'],
  ['Fatima Khalil', 'Fatma Khalil', 'spelling?'],
  ['Omar Qadri', 'Umar Kadri', 'spelling'],
  // Slavic names.
  ['Volodymyr Zelinsky', 'Vladimir Zelinskyy', 'spelling'],
  ['Sergei Orlov', 'Sergey Orloff', 'spelling'],
  ['Ivan Petrov', 'Ivan Petrova', 'apart'],
  ['Ivan Petrov', 'Ivana Petrov', 'apart'],
  ['Dragan Vučić', 'Dragan Vuchich', 'spelling'],
  ['Aleksandr Koval', 'Alexander Koval', 'spelling'],
  // Chinese, Korean, Hungarian names.
  ['Liu Wenqing', 'Wenqing Liu', 'order'],
  ['Moon Tae-in', 'Moon Tae In', 'same'],
  ['Moon Tae-in', 'Moon Taein', 'spelling'],
  ['Kim Tae Un', 'Kim Tae Il', 'apart'],
  ['Kim Su-hyun', 'Kim Ki-hyun', 'apart'],
  ['Park Su-jin', 'Park Jin', 'part?'],
  ['李文清', '李文清', 'same'],
  ['李文清', '李文', 'apart'],
  ['Kovács Viktor', 'Viktor Kovács', 'order'],
  // Alike and yet two.
  ['Per Olsen', 'Per Olson', 'apart'],
  ['Daniel Roy', 'Danielle Roy', 'apart'],
  ['Li Na', 'Lin Na', 'apart'],
  ['Jon Berg', 'Jan Berg', 'apart'],
  ['David Dorn', 'David Doran', 'spelling?'],
  ['Ivo Petterson', 'Ivo Patterson', 'spelling?'],
];

const BODIES: readonly (readonly [string, ActorType, string, ActorType, Outcome])[] = [
  ['World Health Organisation', 'organization', 'World Health Organization', 'organization', 'same'],
  ['the Harbour Authority', 'organization', 'Harbor Authority', 'organization', 'same'],
  ['Quay & Chapel Ltd', 'organization', 'Quay and Chapel', 'organization', 'same'],
  ['U.N.', 'organization', 'UN', 'organization', 'same'],
  ['WHO', 'organization', 'World Health Organization', 'organization', 'acronym'],
  ['UN', 'organization', 'United Nations', 'organization', 'acronym'],
  ['OSCE', 'organization', 'Organization for Security and Co-operation in Europe', 'organization', 'acronym'],
  ['Who', 'organization', 'World Health Organization', 'organization', 'apart'],
  ['UNICEF', 'organization', 'United Nations', 'organization', 'apart'],
  ['UN', 'organization', 'Union Navy', 'organization', 'apart'],
  ['US', 'place', 'United States', 'place', 'acronym'],
  ['DOJ', 'organization', 'Justice Department', 'organization', 'acronym'],
  ['QB', 'organization', 'Quay Board', 'organization', 'acronym?'],
  ['LHA', 'organization', 'Lethany Harbour Authority', 'organization', 'acronym?'],
  ['SPHA', 'organization', 'Sandvik Port and Harbour Authority', 'organization', 'acronym'],
  ['Foreign Ministry', 'organization', 'Ministry of Foreign Affairs', 'organization', 'wording'],
  ['Ministry of Works', 'organization', 'Works Ministry', 'organization', 'wording'],
  ['University of Lethany', 'organization', 'Lethany University', 'organization', 'apart'],
  ['Ministry of Works', 'organization', 'Ministry of Defence', 'organization', 'apart'],
  ['Bank of Lethany', 'organization', 'National Bank of Lethany', 'organization', 'apart'],
  ['White Hall', 'place', 'White Hall', 'organization', 'type'],
  ['Lethany', 'place', 'Lethany', 'organization', 'type'],
  ['Lethany', 'place', 'Lethany', 'person', 'apart'],
  ['North Lethany', 'place', 'Lethany', 'place', 'apart'],
  ['São Jorge', 'place', 'Sao Jorge', 'place', 'same'],
];

function outcome(a: string, typeA: ActorType, b: string, typeB: ActorType): Outcome {
  const [x, y] = [nameKey(a, typeA), nameKey(b, typeB)];
  if (groupKeys([x, y], readDecisions([])).membersOf(x).includes(y)) return 'same';
  const alike = likenessOf({ key: x, name: a }, { key: y, name: b });
  if (!alike) return 'apart';
  return alike.isWeak ? `${alike.how}?` : alike.how;
}

describe('two names', () => {
  it.each(PERSONS)('of people, %s and %s: %s', (a, b, expected) => {
    expect(outcome(a, 'person', b, 'person')).toBe(expected);
    expect(outcome(b, 'person', a, 'person')).toBe(expected);
  });

  it.each(BODIES)('%s (%s) and %s (%s): %s', (a, typeA, b, typeB, expected) => {
    expect(outcome(a, typeA, b, typeB)).toBe(expected);
    expect(outcome(b, typeB, a, typeA)).toBe(expected);
  });

  it('among many are found as well as one by one', () => {
    const names = [
      ...PERSONS.flatMap(([a, b]) => [a, b].map((name) => ({ key: nameKey(name, 'person'), name }))),
      ...BODIES.flatMap(([a, typeA, b, typeB]) => [
        { key: nameKey(a, typeA), name: a },
        { key: nameKey(b, typeB), name: b },
      ]),
    ];
    const all = [...new Map(names.map((one) => [one.key, one])).values()];
    const found = atOnce(alikePairs(all)).map(({ a, b, how }) => `${all[a]?.key} ${all[b]?.key} ${how}`);
    const expected = all.flatMap((a, i) =>
      all.slice(i + 1).flatMap((b) => {
        const alike = likenessOf(a, b);
        return alike ? [`${a.key} ${b.key} ${alike.how}`] : [];
      }),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});
