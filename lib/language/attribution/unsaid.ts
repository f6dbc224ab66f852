/**
 * What somebody did not say, or might say, is no claim: "declined to say whether", "would not confirm that", "nobody
 * said", "if he says"; nor is what only a heading asks: "What has she said?". A belief that is negated stays one,
 * against its content: "does not believe that".
 */
import { TAGS, type Tag } from '../tagging/tags';
import type { Draft, Run } from './draft';
import type { Reading } from './reading';
import { stemOf } from './stem';

const NOT = /^(?:not|n['’]t|never|cannot|neither|without|avoid(?:s|ed|ing)?)$/;
/** "not only said": said all the same. */
const ALL_THE_SAME = /^(?:only|just|merely|simply)$/;
const REFUSING = new Set('declin refus fail yet unabl'.split(' '));
const NOBODY = /^(?:nobody|none|neither|nor|no)$/;
const CONDITION = /^(?:if|unless|whether)$/;
const QUIET = new Set('say tell comment confirm disclos reveal specify elaborat discuss answer nam'.split(' '));
const HELD = new Set('believ think accept agre support recognis recogniz expect trust consider see rul'.split(' '));
const BETWEEN = new Set(
  (['AUX.MODAL', 'AUX.FIN', 'AUX.NON', 'ADV'] satisfies Tag[]).map((tag) => TAGS.indexOf(tag) + 1),
);
const REACH = 6;

/** Whether the cue of a draft is negated or hypothetical, so that nothing is claimed. */
export function isUnsaid(r: Reading, { cue, source, content }: Draft): boolean {
  if (cue.alone) return false;
  if (isHeadingThatAsks(r, cue.main)) return true;
  const [who] = source;
  if (who && isNobody(r, who)) return true;
  if (who && who.first < cue.first && isCondition(r, who)) return true;
  const stem = stemAt(r, cue.main);
  if (HELD.has(stem)) return false;
  if (isNegated(r, cue.first, cue.main) || isAvoided(r, cue)) return true;
  return REFUSING.has(stem) && (tells(r, cue.main + 1) || tells(r, content[0]?.first ?? -1));
}

/** "What has Tarn said about the bridge?", a paragraph of its own. */
function isHeadingThatAsks(r: Reading, token: number): boolean {
  if ((r.quote[token] ?? -1) >= 0) return false;
  const sentence = r.sentence[token] ?? 0;
  const first = r.sentenceStart[sentence] ?? 0;
  const last = (r.sentenceStart[sentence + 1] ?? r.length) - 1;
  const isAlone = r.paragraph[first - 1] !== r.paragraph[first] && r.paragraph[last + 1] !== r.paragraph[last];
  return isAlone && r.lowers[last] === '?';
}

function isNobody(r: Reading, { first }: Run): boolean {
  const before = r.lowers[first - 1] ?? '';
  const isInside = r.sentence[first - 1] === r.sentence[first];
  return NOBODY.test(r.lowers[first] ?? '') || (isInside && /^(?:neither|nor)$/.test(before));
}

/** "if he says", "should he say". */
function isCondition(r: Reading, { first }: Run): boolean {
  const at = first - 1;
  if (at < 0 || r.sentence[at] !== r.sentence[first]) return false;
  const word = r.lowers[at] ?? '';
  return CONDITION.test(word) || (word === 'should' && r.sentenceStart[r.sentence[at] ?? 0] === at);
}

/** "avoided saying", "stopped short of saying", all of which may be the cue. */
function isAvoided(r: Reading, { first, last }: Run): boolean {
  for (let i = first; i < last; i += 1) {
    const word = r.lowers[i] ?? '';
    if (stemAt(r, i) === 'avoid' || (word === 'short' && r.lowers[i + 1] === 'of')) return true;
  }
  return false;
}

/** Looks back from the cue's main word over helping verbs, adverbs and "to". */
function isNegated(r: Reading, first: number, main: number): boolean {
  for (let i = main - 1; i >= Math.max(0, main - REACH) && r.sentence[i] === r.sentence[main]; i -= 1) {
    const word = r.lowers[i] ?? '';
    if (NOT.test(word)) return !ALL_THE_SAME.test(r.lowers[i + 1] ?? '');
    if (word === 'of' && r.lowers[i - 1] === 'short') return true;
    if (word === 'to' && REFUSING.has(stemAt(r, i - 1))) return true;
    if (i < first && !BETWEEN.has(r.tag[i] ?? 0)) return false;
  }
  return false;
}

/** "refused [to say who …]". */
function tells(r: Reading, token: number): boolean {
  return r.lowers[token] === 'to' && QUIET.has(stemAt(r, token + 1));
}

function stemAt(r: Reading, token: number): string {
  return stemOf(r.lowers[token] ?? '');
}
