/** What a pronoun asks of its antecedent. */
export type PronounKind = 'he' | 'she' | 'it' | 'they' | 'relative' | 'first';

const KINDS: Readonly<Record<string, PronounKind>> = {
  he: 'he', him: 'he', his: 'he', himself: 'he',
  she: 'she', her: 'she', hers: 'she', herself: 'she',
  it: 'it', its: 'it', itself: 'it',
  they: 'they', them: 'they', their: 'they', theirs: 'they', themselves: 'they',
  who: 'relative', which: 'relative', that: 'relative', whose: 'relative',
  i: 'first', we: 'first', my: 'first', our: 'first', me: 'first', us: 'first',
}; // prettier-ignore

/** Kind of a lower-case pronoun, null for any other word. */
export function pronounKind(lower: string): PronounKind | null {
  return Object.hasOwn(KINDS, lower) ? (KINDS[lower] ?? null) : null;
}
