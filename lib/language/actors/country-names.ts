/** Names of one and the same place or union that share no words. */
const SAME: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'u.s.', 'us', 'u.s', 'usa', 'u.s.a.', 'america'],
  ['united kingdom', 'uk', 'u.k.', 'britain', 'great britain'],
  ['united arab emirates', 'uae', 'u.a.e.', 'emirates'],
  ['democratic republic of the congo', 'drc', 'democratic republic of congo', 'congo'],
  ['central african republic', 'car'],
  ['new york', 'new york city', 'nyc'],
  ['european union', 'eu', 'e.u.'],
  ['papua new guinea', 'png'],
  ['south korea', 'republic of korea'],
  ['north korea', 'dprk'],
  ['washington', 'washington dc', 'washington d.c.', 'washington, d.c.'],
];

const groupOf = new Map(SAME.flatMap((names, k) => names.map((name) => [name, k] as const)));

/** The same for all names of one place, and for no other: the first of its names in lower case. */
export function countryKey(name: string): string {
  return SAME[groupOf.get(name) ?? -1]?.[0] ?? name;
}

/** Whether two lower-case names mean the same place. */
export function sameCountry(a: string, b: string): boolean {
  return countryKey(a) === countryKey(b);
}
