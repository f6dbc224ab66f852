import { describe, expect, it } from 'vitest';
import { judgeLanguage } from '../../../lib/page/judge-language';

/** One invented story in many languages. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The mayor said on Monday that the bridge would be closed for a month, and that a ferry is going to carry the workers.',
  de: 'Die Bürgermeisterin sagte am Montag, dass die Brücke für einen Monat gesperrt wird und eine Fähre die Arbeiter bringt.',
  fr: 'La maire a déclaré lundi que le pont sera fermé pendant un mois et que les ouvriers prendront un bac pour traverser.',
  es: 'La alcaldesa dijo el lunes que el puente estará cerrado durante un mes y que los trabajadores irán en un transbordador.',
  pt: 'A prefeita disse na segunda-feira que a ponte não vai abrir por um mês e que os trabalhadores usarão uma balsa também.',
  it: 'La sindaca ha detto lunedì che il ponte sarà chiuso per un mese e che gli operai prenderanno il traghetto con una tessera.',
  nl: 'De burgemeester zei maandag dat de brug een maand dicht gaat en dat een veerboot de arbeiders naar het werk brengt.',
  sv: 'Borgmästaren sade på måndagen att bron ska vara stängd i en månad och att en färja tar arbetarna till jobbet.',
  pl: 'Burmistrz powiedziała w poniedziałek, że most jest zamknięty na miesiąc i że prom będzie woził ludzi do pracy.',
  tr: 'Belediye başkanı pazartesi günü köprü için bir ay kapalı olacak dedi ve bu feribot da çok daha hızlı olarak çalışacak.',
  id: 'Wali kota mengatakan pada hari Senin bahwa jembatan itu akan ditutup dan feri ini untuk para pekerja yang tidak bisa menunggu.',
  ru: 'Мэр сказала в понедельник, что мост закрыт на месяц и что паром будет возить рабочих, но не по выходным.',
  uk: 'Мерка сказала в понеділок, що міст закрито на місяць і що пором буде возити робітників, але не у вихідні.',
  el: 'Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή για έναν μήνα.',
  ar: 'قالت رئيسة البلدية يوم الاثنين إن الجسر سيغلق لمدة شهر وإن عبارة ستنقل العمال.',
  fa: 'شهردار روز دوشنبه گفت که پل برای یک ماه بسته می‌شود و کشتی کارگران را می‌برد.',
  he: 'ראש העיר אמרה ביום שני שהגשר ייסגר לחודש ומעבורת תסיע את העובדים.',
  hi: 'मेयर ने सोमवार को कहा कि पुल एक महीने के लिए बंद रहेगा।',
  zh: '市长周一表示，大桥将关闭一个月，渡轮将运送工人。',
  ja: '市長は月曜日、橋が一か月閉鎖され、フェリーが労働者を運ぶと述べた。',
  ko: '시장은 월요일에 다리가 한 달 동안 폐쇄되고 페리가 노동자들을 수송할 것이라고 말했다.',
};

describe('judgeLanguage', () => {
  it.each(Object.entries(SENTENCES))('%s', (code, sentence) => {
    expect(judgeLanguage(sentence)).toBe(code);
  });

  it('keeps to English when a paragraph quotes another language', () => {
    expect(judgeLanguage(`${(SENTENCES['en'] ?? '').repeat(4)} ${SENTENCES['fr']}`)).toBe('en');
  });

  it.each(['', '12:30 14:45', 'Zrq wvxk plm', 'a '.repeat(2)])('does not guess at %j', (text) => {
    expect(judgeLanguage(text)).toBe('und');
  });
});
