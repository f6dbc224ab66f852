/** Words around a name that are no part of it, as lists. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Titles in front of a person's name that say nothing about who it is. */
export const TITLES = list(
  'mr mrs ms miss mx dr prof professor doctor sen senator rep representative gov governor gen general col colonel capt ' +
    'captain maj major lt lieutenant sgt sergeant adm admiral cmdr commander judge justice president vice chancellor ' +
    'minister premier mayor speaker congressman congresswoman secretary ambassador chairman chairwoman chair coach ' +
    'detective inspector constable officer chief deputy reverend rev fr hon honourable honorable right prime first ' +
    'attorney councillor councilor councilwoman councilman spokesman spokeswoman spokesperson former ex ' +
    'herr frau monsieur madame mme mlle senor senora sra signor signora datuk haji hajji comrade',
);

/** Titles of rank, birth and faith. They stay where a single word would be left: "Pope Francis", "Lord Cameron". */
export const RANKS = list(
  'king queen prince princess emperor empress sultan emir sheikh sheikha shaikh lord lady sir dame baron baroness count ' +
    'countess duke duchess earl viscount pope cardinal bishop archbishop saint st ayatollah imam mullah rabbi sister ' +
    'brother father mother patriarch lama',
);

/** Degrees and honours behind a name. */
export const DEGREES = list('md phd msc mba kc qc mp mep msp obe cbe mbe kbe esq rn dds frs');

/** Words behind a name that tell people of one family apart; the second form is the one kept. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
]);

/** Small words that begin a surname: "von der Leyen", "bin Salman". */
export const PARTICLES = list(
  'de del dela della di da do dos das du des la le van von der den ter ten te zu zur af av bin bint ibn ben abu y e',
);

/** Those of them that may be a first name as well: "Ben Carson", "Van Jones". */
export const FIRST_NAMES_TOO = list('van den ben abu la te ten e y');

/** The Arabic article as it is written in front of surnames. */
export const ARABIC_ARTICLES = list('al el ul as ad ash ar at an az');

/** Legal forms behind the name of a company. */
export const LEGAL_FORMS = list(
  'inc incorporated ltd corp co plc llc llp lp gmbh ag sa nv bv spa srl kg kgaa se oyj ab asa pty pte sarl',
);

/** Words behind a person's name that make it the name of a thing: "Joe Louis Arena". */
export const NAMED_AFTER = list(
  'arena stadium hall center centre museum library school college university institute foundation hospital clinic park ' +
    'airport bridge street road square house award prize cup show live crusade corp company group band act law bill case ' +
    'trial campaign administration government cabinet family estate memorial marshal marshals',
);

/** Small words that acronyms leave out and that stand between the words of an organisation's name. */
export const SMALL = list('of the and for in on to at de la le les du des der die und el y e a an von für et');

/** Words of organisations that are spelled in two ways. */
export const TWO_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['organisation', 'organization'],
  ['organisations', 'organizations'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['programme', 'program'],
  ['theatre', 'theater'],
  ['harbour', 'harbor'],
]);
