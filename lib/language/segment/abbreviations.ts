/** Abbreviations that keep their full stop, lower case, without it. */

/** Stand before a name or a number: a sentence never ends here. */
export const BEFORE_NAME: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx messrs mme mlle dr prof rev fr hon pres gov sen rep reps sens gen maj col lt sgt cpl capt cmdr ' +
    'adm brig supt det insp pvt st ste mt ft amb atty treas sec asst assoc vs fig figs vol pp cf al approx e.g i.e ' +
    'viz ald sr sra srta hr fmr lt.col lt.gen maj.gen'
  ).split(' '),
);

/** May close a sentence: what follows decides. */
export const MAY_END: ReadonlySet<string> = new Set(
  (
    'inc corp co ltd llc plc bros jr sr esq etc dept univ assn est ave blvd rd hwy sq bldg apt jan feb mar apr jun ' +
    'jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ' +
    'ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ph.d ' +
    'm.d b.a m.a ed eds min max tel ext cie gmbh s.a hrs yrs'
  ).split(' '),
);

/** Keep their full stop only before a number ("No. 10"): they are words as well. */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set('no nos art p para sect ch'.split(' '));

/** Words of the list above that are far more often words than abbreviations when nothing capital follows. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  'mar mon sat sun wed del ill ind mass miss la pa ed min max co ark wash ore mo va al fig det gen rep col st'.split(
    ' ',
  ),
);

/** Beginnings joined by a hyphen that stay one word with what follows ("non-profit", "e-mail"), as in Universal Dependencies. */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(
  (
    'e a u x co de re un non pre pro sub anti ante arch auto bi bio counter cross cyber eco ex extra fore hyper ' +
    'inter intra mega meta micro mid mini multi neo over para post pseudo semi super trans tri ultra uber uni'
  ).split(' '),
);
