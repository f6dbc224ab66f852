/** Acronyms that everybody uses, with the names they stand for: one line, one acronym. What stands here stands for nothing else. */
const KNOWN = `
un: united nations
us: united states, united states of america
usa: united states, united states of america
uk: united kingdom, united kingdom of great britain and northern ireland
uae: united arab emirates
eu: european union
au: african union
nato: north atlantic treaty organization
who: world health organization
wto: world trade organization
imf: international monetary fund
ilo: international labor organization
iaea: international atomic energy agency
icc: international criminal court
icj: international court of justice
ioc: international olympic committee
osce: organization for security and cooperation in europe
oecd: organization for economic cooperation and development
opec: organization of the petroleum exporting countries
asean: association of southeast asian nations
unhcr: united nations high commissioner for refugees
unicef: united nations childrens fund
unesco: united nations educational scientific and cultural organization
wfp: world food program
fao: food and agriculture organization
ecb: european central bank
ecowas: economic community of west african states
fbi: federal bureau of investigation
cia: central intelligence agency
nsa: national security agency
dea: drug enforcement administration
doj: department of justice, justice department
dhs: department of homeland security
epa: environmental protection agency
fda: food and drug administration
fcc: federal communications commission
ftc: federal trade commission
faa: federal aviation administration
cdc: centers for disease control and prevention, centers for disease control, center for disease control
irs: internal revenue service
ice: immigration and customs enforcement
sec: securities and exchange commission
nasa: national aeronautics and space administration
nih: national institutes of health
gop: republican party
dnc: democratic national committee
rnc: republican national committee
ncaa: national collegiate athletic association
nba: national basketball association
nfl: national football league
nra: national rifle association
aclu: american civil liberties union
naacp: national association for the advancement of colored people
nypd: new york police department, new york city police department
lapd: los angeles police department
bbc: british broadcasting corporation
abc: american broadcasting company, australian broadcasting corporation
cbc: canadian broadcasting corporation
ap: associated press
afp: agence france presse
nhs: national health service
snp: scottish national party
rcmp: royal canadian mounted police
ndp: new democratic party
idf: israel defense forces, israeli defense forces
pkk: kurdistan workers party
plo: palestine liberation organization
bjp: bharatiya janata party
anc: african national congress
cdu: christian democratic union
spd: social democratic party
afd: alternative for germany
isis: islamic state of iraq and syria, islamic state of iraq and the levant, islamic state
isil: islamic state of iraq and the levant, islamic state
mit: massachusetts institute of technology
nyc: new york city
dc: district of columbia, washington
nsw: new south wales
`;

/** The names, in the words of `nameWords`, that each of these acronyms stands for. */
export const KNOWN_ACRONYMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  KNOWN.trim()
    .split('\n')
    .map((line) => {
      const [acronym = '', names = ''] = line.split(': ');
      return [acronym, new Set(names.split(', '))] as const;
    }),
);

/** The acronyms of each of these names. */
export const ACRONYMS_OF_NAME: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      [...KNOWN_ACRONYMS].flatMap(([acronym, names]) => [...names].map((name) => ({ acronym, name }))),
      ({ name }) => name,
    ),
  ].map(([name, all]) => [name, all.map(({ acronym }) => acronym)]),
);
