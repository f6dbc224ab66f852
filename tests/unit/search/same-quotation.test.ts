import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuotations, isSameQuotation, sameQuotations } from '../../../lib/search/same-quotation';

type Case = readonly [name: string, a: string, b: string, isSame: boolean, speakers?: readonly [string, string]];

const FERRY = 'We will not sail until every one of the crew is paid in full, and the harbour knows it';
const BRIDGE = 'The swing bridge is safe for now, but nobody should cross it with more than 14 tonnes';
const VOTE = 'I voted against the lock in March and I would vote against it again';
const SHORT = 'The council lied to us';
const TWO: readonly [string, string] = ['Ana Ruiz', 'Tomas Vidal'];

/** Invented pairs of quotations, and whether they are the same words. */
const CASES: readonly Case[] = [
  ['equal', FERRY, FERRY, true],
  ['equal, by one person', FERRY, FERRY, true, ['Ana Ruiz', 'Ana Ruiz']],
  ['by one person, named in full and by the surname', SHORT, SHORT, true, ['Ana Ruiz', 'Ruiz']],
  ['speaker known in one only', SHORT, SHORT, true, ['Ana Ruiz', '']],
  ['other case', FERRY, FERRY.toUpperCase(), true],
  ['small letter at the start', VOTE, VOTE.replace('I voted', 'i voted'), true],
  ['other punctuation', FERRY, FERRY.replace(',', ' –').concat('!'), true],
  ['full stop inside', SHORT, `${SHORT}.`, true],
  [
    'other apostrophes',
    "We don't have the money and we won't have it in spring",
    'We don’t have the money and we won’t have it in spring',
    true,
  ],
  [
    'other quotation marks inside',
    "She called it 'a day too late' before the whole committee",
    'She called it “a day too late” before the whole committee',
    true,
  ],
  [
    'diacritics',
    'Señor Müller’s café owes the harbour a whole summer',
    'Senor Muller’s cafe owes the harbour a whole summer',
    true,
  ],
  ['double spaces and a line break', FERRY, FERRY.replaceAll(' ', '  ').replace('crew', 'crew\n'), true],
  [
    'hyphen or none',
    'A well-built pier needs long-term care and honest money',
    'A well built pier needs long term care and honest money',
    true,
  ],
  ['cut at the end', FERRY, 'We will not sail until every one of the crew is paid', true],
  ['cut at the end, short', FERRY, 'We will not sail until every one of the crew', true],
  ['cut at the start', FERRY, 'every one of the crew is paid in full, and the harbour knows it', true],
  [
    'cut at the start, with an ellipsis',
    FERRY,
    '… until every one of the crew is paid in full, and the harbour knows it',
    true,
  ],
  ['cut at both ends', FERRY, 'until every one of the crew is paid in full', true],
  ['cut at both ends, with dots', BRIDGE, '... nobody should cross it with more than ...', true],
  ['cut in the middle', FERRY, 'We will not sail until the crew is paid in full, and the harbour knows it', true],
  ['cut in the middle, with an ellipsis', BRIDGE, 'The swing bridge is safe for now … with more than 14 tonnes', true],
  [
    'cut in the middle, with dots in brackets',
    BRIDGE,
    'The swing bridge is safe for now [...] with more than 14 tonnes',
    true,
  ],
  ['cut in the middle and at the end', FERRY, 'We will not sail until the crew is paid', true],
  ['a word changed', FERRY, FERRY.replace('every one', 'each one'), true],
  ['a word changed at the start', BRIDGE, BRIDGE.replace('The swing', 'This swing'), true],
  ['a word changed at the end', VOTE, VOTE.replace('again', 'tomorrow'), true],
  ['singular and plural', FERRY, FERRY.replace('crew is', 'crews are'), true],
  ['a word put in', VOTE, VOTE.replace('vote against', 'gladly vote against'), true],
  ['a word left out', BRIDGE, BRIDGE.replace('swing ', ''), true],
  ['two words swapped', VOTE, VOTE.replace('against it again', 'again against it'), true],
  ['British and American spelling', FERRY, FERRY.replace('harbour', 'harbor'), true],
  ['a typing error', BRIDGE, BRIDGE.replace('nobody', 'nobdy'), true],
  ['another number', BRIDGE, BRIDGE.replace('14', '40'), true],
  ['a number in words', BRIDGE, BRIDGE.replace('14', 'fourteen'), true],
  ['another month', VOTE, VOTE.replace('March', 'May'), true],
  ['another number and cut', BRIDGE, 'nobody should cross it with more than 15 tonnes', true],
  ['words in brackets put in', FERRY, FERRY.replace('the crew', 'the [ferry] crew'), true],
  ['words in brackets for a pronoun', VOTE, VOTE.replace('vote against it', 'vote against [the lock]'), true],
  ['brackets at the start', BRIDGE, BRIDGE.replace('The swing bridge', '[It]'), true],
  [
    'a bracketed capital',
    'and the harbour knows it better than the ministry',
    '[T]he harbour knows it better than the ministry',
    true,
  ],
  ['a remark in round brackets', FERRY, FERRY.replace('in full', 'in full (laughs)'), true],
  ['[sic]', BRIDGE, BRIDGE.replace('tonnes', 'tonnes [sic]'), true],
  ['longer on the other side', SHORT, `${SHORT} and it will lie to you as well`, true],
  [
    'in the middle of a long one',
    SHORT,
    `Ask anybody at the quay: ${SHORT.toLowerCase()} and nobody paid for it`,
    true,
  ],
  [
    'two sentences of three',
    'Ferries are late. Ferries are full. Nobody counts the passengers any more.',
    'Ferries are late. Nobody counts the passengers any more.',
    true,
  ],
  ['a long one that an other is named for', `${FERRY}. ${VOTE}.`, `${FERRY}. ${VOTE}.`, true, TWO],
  ['with an interjection', VOTE, `Well, ${VOTE.toLowerCase()}, you know`, true],
  [
    'contraction written out',
    'We cannot pay the pilots what they asked of us',
    'We can not pay the pilots what they asked of us',
    true,
  ],

  ['something else', FERRY, BRIDGE, false],
  [
    'something else with the same small words',
    FERRY,
    'We will see to it until the one of us is in it and of the',
    false,
  ],
  [
    'the same beginning of common words',
    'We will not be the ones to pay for this',
    'We will not be the ones to blame anybody',
    false,
  ],
  [
    'other words between equal ones',
    FERRY,
    'We hope not to sail through storms until every last bill of the port is paid',
    false,
  ],
  ['the same subject', BRIDGE, 'The swing bridge was built for carts and nobody thought of lorries', false],
  [
    'the same words in other order',
    'Money first and the bridge second',
    'The second bridge and first the money',
    false,
  ],
  ['too short', 'not sail', 'not sail', false],
  ['three words', 'harbour crews strike', 'harbour crews strike', false],
  ['a short one within another', 'the old harbour', `Nobody remembers the old harbour as well as she does`, false],
  ['only common words', 'it was the first time for all of us', 'it was the first time for all of us', false],
  ['in due course', 'in due course', 'The report will be published in due course and not before', false],
  ['in due course, both', 'in due course', 'in due course', false],
  [
    'in due course, in two sentences',
    'We will publish the papers in due course',
    'An answer will come in due course from the ministry',
    false,
  ],
  ['as soon as possible', 'as soon as possible', 'as soon as possible', false],
  ['no further comment', 'no further comment at this time', 'We have no further comment at this time', false],
  [
    'thoughts and prayers',
    'Our thoughts and prayers are with the victims',
    'Our thoughts and prayers are with the victims and their families',
    false,
  ],
  ['taken seriously', 'We take this very seriously', 'we take this very seriously', false],
  ['top priority', 'Safety is our top priority', 'Passengers know that safety is our top priority', false],
  ['lessons learned', 'Lessons will be learned', 'lessons will be learned', false],
  [
    'brought to justice',
    'Those responsible will be brought to justice',
    'those responsible will be brought to justice',
    false,
  ],
  ['individual cases', 'we do not comment on individual cases', 'We do not comment on individual cases', false],
  ['all options', 'All options are on the table', 'all options are on the table', false],
  ['by two people', SHORT, SHORT, false, TWO],
  ['by two people, cut', 'The council lied to us about the bridge', 'the council lied to us', false, TWO],
  ['by two people, a word changed', VOTE.slice(0, 40), VOTE.slice(0, 40).replace('March', 'May'), false, TWO],
  [
    'half of it changed',
    'The bridge is safe and the council knows it',
    'The bridge is closed because the mayor ordered it',
    false,
  ],
  [
    'the same question, another answer',
    'Who pays for the lock? The city does',
    'Who pays? Nobody knows for the moment',
    false,
  ],
  ['nothing', '', '', false],
  ['signs only', '… – !', '… – !', false],
  ['empty brackets', '[...]', '[...]', false],
];

describe('the same quotation', () => {
  const answers = CASES.map(([name, a, b, isSame, [x, y] = ['', '']]) => {
    const [one, other] = [
      { text: a, speaker: x },
      { text: b, speaker: y },
    ];
    return { name, isSame, found: isSameQuotation(one, other), turned: isSameQuotation(other, one) };
  });

  it('is told from others: precision and recall', () => {
    const count = (fits: (answer: (typeof answers)[number]) => boolean) => answers.filter(fits).length;
    const right = count(({ isSame, found }) => isSame && found);
    const wrong = answers.filter(({ isSame, found }) => isSame !== found).map(({ name }) => name);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(right / count(({ found }) => found), wrong.join('; ')).toBeGreaterThanOrEqual(0.95);
    expect(right / count(({ isSame }) => isSame), wrong.join('; ')).toBeGreaterThanOrEqual(0.95);
  });

  it('is so whichever comes first', () => {
    for (const { name, found, turned } of answers) expect(turned, name).toBe(found);
  });

  it('is used once, the longest first', () => {
    const quotation = (text: string) => ({ text, speaker: '' });
    expect(sameQuotations([quotation(SHORT), quotation(FERRY)], [quotation(FERRY), quotation(FERRY)])).toEqual([
      { here: FERRY, there: FERRY },
    ]);
  });
});

describe('what differs between two quotations', () => {
  it.each([
    ['the same', 'The council lied to us', 'The council lied to us', 'The council lied to us'],
    [
      'cut at the end',
      'The council lied to us about it',
      'the council lied to us',
      'the council lied to us[-about it -]',
    ],
    ['cut at the start', 'I say the council lied to us', 'The council lied to us', '[-I say -]The council lied to us'],
    [
      'a word changed',
      'The council lied to us twice a day',
      'The council lied to them twice a day',
      'The council lied to [-us -][+them +]twice a day',
    ],
    [
      'a number changed',
      'more than 14 tonnes a day',
      'more than 40 tonnes a day',
      'more than [-14 -][+40 +]tonnes a day',
    ],
    ['put in', 'more than 14 tonnes a day', 'more than 14 [long] tonnes a day', 'more than 14 [[+long] +]tonnes a day'],
    ['nothing shared', 'one two three', 'four five six', '[-one two three -][+four five six +]'],
  ])('%s', (_name, here, there, expected) => {
    const marked = compareQuotations(here, there)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'cut' ? `[-${text}-]` : `[+${text}+]`))
      .join('');
    expect(marked).toBe(expected);
  });

  it('leaves out no word of either', () => {
    const words = fc.array(fc.constantFrom('harbour', 'crew', 'the', 'sail', 'not', '14', 'quay'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const pieces = compareQuotations(a.join(' '), b.join(' '));
        const textOf = (...kinds: string[]) =>
          pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? text.trim().split(/\s+/) : [])).filter(Boolean);
        expect(textOf('same', 'added')).toEqual(b);
        expect(textOf('same', 'cut').toSorted()).toEqual(a.toSorted());
      }),
    );
  });
});
