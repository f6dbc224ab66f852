/** First names and surnames with many spellings in Latin letters, or with forms in two languages: one line, one name. */
const SPELLINGS = `
mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud
ahmed ahmad ahmet achmed
hussein husain hossein hussain husayn hosein
yusuf yousef youssef yusef yousuf yousif
ibrahim ebrahim ibraheem
abdullah abdallah abdulla abdellah
abdulrahman abdelrahman abdurrahman
khaled khalid halid
omar umar omer
osman othman uthman usman
mustafa mostafa moustafa
mahmoud mahmud mahmood
jamal gamal djamel jamaal
saeed said saed sayeed
faisal faysal feisal
salah saleh
gaddafi qaddafi kadhafi gadhafi kadafi qadhafi
assad asad
aleksandar alexander aleksander aleksandr alexandr oleksandr alexandre
aleksei alexei aleksey alexey alexi oleksii oleksiy
andrei andrey andriy andrii andrej
dmitry dmitri dmitriy dmitrii dmytro
sergei sergey serhiy serhii sergiy sergej
volodymyr vladimir volodimir uladzimir
yevgeny evgeny yevgeniy evgeni yevhen yevgenii
mikhail mihail mykhailo michail
nikolai nikolay mykola nikolaj
yulia yuliya julia iulia yuliia
yuri yury yuriy iurii yurii juri
oleg oleh
igor ihor
pavel pavlo
petro pyotr petr piotr
natalia nataliya natalya nataliia
tatiana tatyana tetiana
kateryna ekaterina yekaterina katerina
svetlana svitlana
lukashenko lukashenka
peking beijing
`;

/** Short forms of first names, with the full one. */
const SHORT_FORMS = `
william bill will billy willie
robert bob rob bobby
richard dick rick rich
michael mike mick
james jim jimmy jamie
joseph joe joey
john jack johnny
thomas tom tommy
david dave
daniel dan danny
anthony tony
andrew andy drew
edward ed eddie ted
charles charlie chuck
christopher chris
matthew matt
nicholas nick
samuel sam
benjamin ben
timothy tim
stephen steve steven
gregory greg
kenneth ken
ronald ron
donald don
lawrence larry
alexander alex
elizabeth liz beth betty
katherine catherine kate kathy
margaret maggie meg peggy
deborah debbie deb
susan sue
patricia pat patty
jennifer jen jenny
rebecca becky
jose pepe
francisco paco pancho
ignacio nacho
guillermo memo
enrique quique
johann hans
friedrich fritz
`;

const read = (lines: string): ReadonlyMap<string, ReadonlySet<number>> => {
  const families = new Map<string, Set<number>>();
  for (const [number, line] of lines.trim().split('\n').entries())
    for (const name of line.split(' ')) families.set(name, (families.get(name) ?? new Set()).add(number));
  return families;
};

/** The families each name is in, by number. */
export const SPELLING_FAMILIES = read(SPELLINGS);
export const SHORT_FORM_FAMILIES = read(SHORT_FORMS);

/** Whether two different names are of one family. */
export function isOfOneFamily(families: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean {
  const [x, y] = [families.get(a), families.get(b)];
  return a !== b && x !== undefined && y !== undefined && [...x].some((number) => y.has(number));
}
