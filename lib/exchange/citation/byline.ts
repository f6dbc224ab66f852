/** A name as CSL-JSON has it: a person in parts, or an agency or desk as one literal. */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

const NOT_A_PERSON =
  /\b(?:agency|agencies|associated|bureau|correspondents?|desk|editors?|editorial|journalists?|magazine|media|news|newsroom|press|reporters?|service|services|staff|team|times|wire|writers?)\b/i;

/** Particles that belong to the family name: "Jan van der Berg" is filed under van der Berg. */
const PARTICLES = new Set('al bin da das de del della den der di do dos du el ibn la le ten ter van von zu'.split(' '));

const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$/i;

/**
 * The authors of a byline in order, empty where it names none:
 * "By Marta Ortiz and Jan van der Berg, Northgate" gives two people; "AFP" stays a literal.
 * A part after a comma that is the outlet, a place or a desk is left out once a person was found.
 */
export function parseByline(byline: string, outlet: string): CslName[] {
  const line = byline
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:story |words |written |reported )?by:?\s+/i, '')
    .replace(/ (?:\||–|—|-) .*$/s, '')
    .replace(/ (?:in|for) \p{Lu}.*$/su, '')
    .trim();
  if (!line) return [];
  const parts = line
    .replace(/,\s*((?:jr|sr)\.?|ii|iii|iv)(?=$|[\s,])/gi, ' $1')
    .split(/ ?(?:,|;|&|\band\b) ?/i)
    .filter(Boolean);
  const names = parts.map(toName);
  const people = names.filter((name) => 'family' in name);
  if (people.length > 0) return people;
  return names.filter((name) => !('literal' in name) || !same(name.literal, outlet) || names.length === 1);
}

function toName(part: string): CslName {
  const words = part.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const [last = ''] = words.slice(-1);
  const looksLikePerson =
    words.length >= 2 && words.length <= 6 && !NOT_A_PERSON.test(part) && !isAcronym(last) && !/^the\b|\d/i.test(part);
  if (!looksLikePerson) return { literal: part };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
  const name = { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
  return suffix ? { ...name, suffix } : name;
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
