import type { ActorType, Analysis, Claim, ClaimKind, Mention, Reason } from '../../lib/model/analysis';
import type { Article } from '../../lib/model/article';
import { type ActorId, asId, type ClaimId } from '../../lib/model/ids';

/** One invented claim: [speaker or '', content, kind, cue, certainty]. */
export type Said = readonly [speaker: string, content: string, kind: ClaimKind, cue: string, certainty: number];

const CAST: readonly (readonly [name: string, type: ActorType, role: string])[] = [
  ['Mara Olsen', 'person', 'harbour master'],
  ['Tomás Vidal', 'person', 'councillor for the Quay ward'],
  ['Sandvik Port Authority', 'organization', ''],
  ['Ines Okafor', 'person', 'spokeswoman of the Ministry of Works'],
  ['Sandvik', 'place', ''],
  ['Ministry of Works', 'organization', ''],
  ['Ferrymen’s Union', 'organization', ''],
  ['Lower Quay', 'place', ''],
];

export const SOME: readonly Said[] = [
  [
    'Mara Olsen',
    '“The swing bridge is safe for now, but nobody should plan on it for another winter,”',
    'direct',
    'said',
    0.97,
  ],
  ['Tomás Vidal', 'the council had been warned “twice, in writing” about the rust', 'mixed', 'told reporters', 0.88],
  [
    'Sandvik Port Authority',
    'repairs would cost about 14 million and take until the spring after next',
    'indirect',
    'estimates',
    0.72,
  ],
  ['Ines Okafor', '“We will not sign a blank cheque,”', 'direct', 'said', 0.95],
  ['', 'a private buyer had already been found for the land beside the lock', 'indirect', 'reportedly', 0.41],
  ['Mara Olsen', 'she denies having kept the inspection report from the council', 'indirect', 'denies', 0.69],
  ['Ferrymen’s Union', '“a day too late and a boat too short”', 'mixed', 'called the plan', 0.91],
  [
    'Tomás Vidal',
    '“If the Ministry wants a bridge, it can stand under it. Until then we are asking three hundred families on the Lower Quay to cross the water by a ferry that does not run after nine, that does not run in fog, and that was promised to them as a matter of weeks, in a letter that most of them have kept and can still read aloud,”',
    'direct',
    'he added',
    0.84,
  ],
];

function reasons(kind: ClaimKind, cue: string, speaker: string): Reason[] {
  const first: Reason = { code: kind === 'indirect' ? 'reported-with-cue' : 'quotation-with-cue', words: cue };
  const second: Reason =
    speaker === '' ? { code: 'speaker-unknown', words: '' } : { code: 'speaker-named', words: speaker };
  return [first, second];
}

/** An article made of the given claims, one a paragraph, and its analysis. */
export function articleOf(said: readonly Said[], title = 'Council votes to close the old swing bridge before winter') {
  let text = '';
  const mentions = new Map<string, Mention[]>();
  const claims = said.map(([speaker, content, kind, cue, certainty], at): Claim => {
    if (text !== '') text += '\n\n';
    const from = text.length;
    text += content;
    const to = text.length;
    text += ` ${speaker} `;
    const sourceEnd = text.length - 1;
    const source = speaker === '' ? [] : [{ start: sourceEnd - speaker.length, end: sourceEnd }];
    for (const span of source) mentions.set(speaker, [...(mentions.get(speaker) ?? []), { ...span, form: 'name' }]);
    const cueFrom = text.length;
    text += `${cue}.`;
    return {
      id: asId<ClaimId>(`c${at + 1}`),
      kind,
      source,
      cue: [{ start: cueFrom, end: cueFrom + cue.length }],
      content: [{ start: from, end: to }],
      actor: speaker === '' ? null : idOf(speaker),
      speaker,
      stance: 'asserts',
      certainty,
      why: reasons(kind, cue, speaker),
    };
  });
  const extra = [...mentions.keys()].filter((name) => !CAST.some(([known]) => known === name));
  const cast = [...CAST, ...extra.map((name) => [name, 'person', ''] as const)];
  const analysis: Analysis = {
    engine: 'test',
    sentences: [],
    actors:
      said.length === 0
        ? []
        : cast.map(([name, type, role]) => ({
            id: idOf(name),
            name,
            type,
            role,
            mentions: mentions.get(name) ?? [{ start: 0, end: 1, form: 'name' }],
          })),
    claims,
  };
  const article: Article = {
    meta: {
      url: 'https://courier.example/2026/11/bridge',
      canonicalUrl: 'https://courier.example/2026/11/bridge',
      title,
      byline: 'Ruth Halvorsen and Ben Achterberg',
      outlet: 'The Sandvik Courier',
      published: '2026-11-12T08:30:00Z',
      modified: '2026-11-13T10:00:00Z',
      language: 'en',
    },
    text,
    blocks: [],
  };
  return { article, analysis };
}

/** Ids have a limit that invented names pass. */
function idOf(name: string): ActorId {
  return asId<ActorId>(name.slice(0, 60));
}
