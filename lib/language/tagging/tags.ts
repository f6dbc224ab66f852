/**
 * The tag set: the universal parts of speech of Universal Dependencies, finer where later steps profit (forms of
 * verbs, number of nouns, kinds of pronouns and particles).
 */
export const TAGS = [
  'NOUN',
  'NOUN.PL',
  'PROPN',
  'VERB', // base form
  'VERB.PAST',
  'VERB.ING',
  'VERB.PART', // past participle
  'VERB.PRES', // present, not third person
  'VERB.3SG',
  'AUX.MODAL',
  'AUX.FIN',
  'AUX.NON', // base form and participles
  'ADJ',
  'ADJ.COMP', // comparative and superlative
  'ADV',
  'ADV.WH',
  'PRON',
  'PRON.POSS',
  'PRON.WH',
  'DET',
  'ADP',
  'SCONJ',
  'CCONJ',
  'PART.TO',
  'PART.POSS',
  'PART.NOT',
  'NUM',
  'PUNCT',
  'SYM',
  'INTJ',
  'X',
] as const;

export type Tag = (typeof TAGS)[number];

/** The universal part of speech of a tag: "VERB.PAST" gives "VERB". */
export function universalTag(tag: string): string {
  const dot = tag.indexOf('.');
  return dot < 0 ? tag : tag.slice(0, dot);
}
