/** The role that an article gives a person right before the name: "[Foreign Ministry spokeswoman] Maria Zakharova". */
import type { Segmented } from '../segment/segment';
import type { NameSpan } from './name';

const ROLE_NOUN =
  /^(?:spokes(?:man|woman|person)|(?:vice[- ])?president|(?:prime )?minister|premier|chancellor|senator|sen\.|rep\.|gov\.|representative|congress(?:man|woman)|governor|mayor|secretary|ambassador|envoy|general|gen\.|colonel|col\.|captain|sergeant|sgt\.|lieutenant|major|admiral|commander|judge|justice|prosecutor|attorney|lawyer|counsel|director|chief|head|chair(?:man|woman|person)?|leader|deputy|lawmaker|councillor|councilor|mp|king|queen|prince|princess|pope|bishop|archbishop|cardinal|imam|rabbi|pastor|professor|prof\.|doctor|dr|dr\.|analyst|economist|researcher|scientist|author|writer|journalist|reporter|editor|correspondent|coach|captain|manager|founder|co-founder|ceo|executive|officer|official|inspector|superintendent|detective|commissioner|activist|candidate|speaker|treasurer|actor|actress|singer|striker|midfielder|defender|goalkeeper|teacher|student|resident|adviser|advisor|aide|strategist|expert|expresident|ex-president|owner|partner|member|coordinator|counselor|principal|sheriff|pilot|farmer|witness)$/;
const INNER = new Set('of for and the & - '.split(' '));
const MAX_TOKENS = 8;

/** The role, or "" where none stands there. */
export function roleBefore(seg: Segmented, name: NameSpan): string {
  let roleEnd = -1;
  let first = name.first;
  const sentence = seg.sentenceOf[name.first];
  for (let i = name.first - 1; i >= 0 && name.first - i <= MAX_TOKENS && seg.sentenceOf[i] === sentence; i -= 1) {
    const lower = seg.lowers[i] ?? '';
    const isRole = ROLE_NOUN.test(lower);
    if (roleEnd < 0 && !isRole) break;
    if (isRole && roleEnd < 0) roleEnd = i;
    const capital = /^\p{Lu}/u.test(seg.words[i] ?? '');
    if (
      !isRole &&
      !capital &&
      !INNER.has(lower) &&
      !/^(?:ex|former|deputy|acting|senior|chief|vice|foreign|prime|defence|defense|interior|finance|opposition|party|police|health|state|'s|’s)$/.test(
        lower,
      )
    )
      break;
    if (isRole || capital || lower === 'former') first = i;
  }
  if (roleEnd < 0) return '';
  if (seg.lowers[first] === 'the') first += 1;
  return seg.text.slice(seg.tokens.start[first], seg.tokens.end[roleEnd]);
}
