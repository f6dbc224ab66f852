/** Articles with known answers for the ranker: who speaks (`intl`), and whom pronouns mean (coreference corpora, `gap`). */
import { mergeNames } from '../../../lib/language/actors/merge-names';
import type { NamedActor } from '../../../lib/language/actors/name';
import type { ReadText } from '../../../lib/language/analyse';
import type { ReferenceKind } from '../../../lib/language/actors/reference';
import type { Question } from '../../../lib/language/actors/resolve-references';
import type { Draft } from '../../../lib/language/attribution/draft';
import { type Layers, NO_CUES, readArticle } from '../../../lib/language/attribution/read';
import type { Reading } from '../../../lib/language/attribution/reading';
import { type Segmented, segment } from '../../../lib/language/segment/segment';
import { type GoldArticle, type GoldClaim, type Offsets, tokensIn } from '../attribution/documents';
import { runsOf } from '../attribution/train-attribution';
import type { RankDocument } from './speaker-examples';

/** Tags, trees, names and word classes of a text. */
export type ReadLayers = (seg: Segmented) => Omit<ReadText, 'seg' | 'reading'> & { readonly layers: Layers };

/** The claims of an article as the engine finds them. */
export type FindClaims = (seg: Segmented, layers: Layers) => readonly Draft[];

type Offset = readonly [number, number];

/** A line of a coreference corpus. */
export interface CorefArticle {
  readonly id: string;
  readonly text: string;
  readonly coref?: readonly Offsets[];
  readonly coref_named?: readonly Offsets[];
  readonly gap?: {
    readonly pronoun: Offset;
    readonly a: Offset;
    readonly b: Offset;
    readonly a_coref: boolean;
    readonly b_coref: boolean;
  };
}

/** References whose answer the corpora know. */
const PRONOUNS: ReadonlySet<ReferenceKind> = new Set(['he', 'she', 'it', 'they']);

type GoldActor = NonNullable<GoldArticle['actors']>[number];

/** Lower case, without article, genitive and marks: names are compared in this form. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .replace(/^(?:the|a|an)\s+/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const lastWord = (name: string): string => plain(name).split(' ').at(-1) ?? '';

/** Whether `name` is one of the actor's, or ends like a person's. */
function isNameOf(actor: GoldActor, name: string): boolean {
  return (
    [actor.name, ...actor.names].some((form) => plain(form) === plain(name)) ||
    (actor.type === 'person' && lastWord(actor.name) === lastWord(name))
  );
}

/** Whether a found actor is the marked one: some form in common, the same last word (persons), or all words (others). */
function isSame(marked: GoldActor, forms: readonly string[]): boolean {
  const names = [marked.name, ...marked.names].map(plain);
  if (forms.some((form) => names.includes(plain(form)))) return true;
  if (marked.type === 'person') return forms.some((form) => lastWord(form) === lastWord(marked.name));
  return forms.some((form) => {
    const words = plain(form).split(' ');
    return names.some((name) => name !== '' && name.split(' ').every((word) => words.includes(word)));
  });
}

function formsOf(seg: Segmented, actor: NamedActor): string[] {
  return actor.names.map(({ first, last }) => seg.text.slice(seg.tokens.start[first], seg.tokens.end[last]));
}

/** A marked claim as a draft. */
function draftOf(r: Reading, claim: GoldClaim): Draft {
  const content = runsOf(r, claim.content);
  const start = content[0]?.first ?? 0;
  const cue = runsOf(r, claim.cue ?? [])[0] ?? { first: start, last: start };
  return {
    cue: { ...cue, main: cue.last, probability: 1, alone: !claim.cue?.length },
    source: runsOf(r, claim.source ?? []),
    content,
    sourceSureness: 1,
    contentSureness: 1,
    edgeSureness: 1,
  };
}

/** An article of `intl`: its claims with the actors that speak. A described speaker may also be a name in the source. */
export function speakerDocument(gold: GoldArticle, read: ReadLayers): RankDocument {
  const seg = segment(gold.text);
  const { layers, names, classes } = read(seg);
  const reading = readArticle(seg, layers, NO_CUES);
  const claims = gold.attributions.map((claim) => draftOf(reading, claim));
  const right = ({ reference, candidates }: Question): Uint8Array | null => {
    const claim = gold.attributions[reference.claim];
    if (!claim) return null;
    const wanted = [claim.actor, claim.actorAlso].filter((name) => typeof name === 'string');
    const speakers = (gold.actors ?? []).filter((actor) => wanted.some((name) => isNameOf(actor, name)));
    const flags = new Uint8Array(candidates.length + 1);
    const source = claims[reference.claim]?.source[0];
    for (const [k, { actor }] of candidates.entries()) {
      const inSource = source && actor.names.some(({ first, last }) => first <= source.last && last >= source.first);
      const forms = formsOf(seg, actor);
      if (speakers.length > 0 ? speakers.some((speaker) => isSame(speaker, forms)) : inSource) flags[k] = 1;
    }
    if (speakers.length === 0) flags[candidates.length] = 1;
    return flags;
  };
  return { id: gold.id, seg, reading, names, classes, actors: mergeNames(seg, names), claims, right, weight: 1 };
}

/**
 * An article of a coreference corpus: every third-person pronoun with the actor of its chain, or none. `findClaims` tells
 * who says what in it, as the engine would: speech matters for who is meant.
 */
export function pronounDocument(
  gold: CorefArticle,
  read: ReadLayers,
  findClaims: FindClaims,
  weight: number,
): RankDocument {
  const seg = segment(gold.text);
  const { layers, names, classes } = read(seg);
  const reading = readArticle(seg, layers, NO_CUES);
  const touches = ({ names: spans }: NamedActor, offset: Offset): boolean => {
    const { first, last } = tokensIn(reading, offset);
    return spans.some((span) => span.first <= last && span.last >= first);
  };
  const keyOf = ({ first, last }: { first: number; last: number }): string => `${first}-${last}`;
  const chainAt = new Map<string, number>();
  for (const [k, chain] of (gold.coref ?? []).entries()) {
    for (const offset of chain) chainAt.set(keyOf(tokensIn(reading, offset)), k);
  }
  const claims = gold.gap ? [] : findClaims(seg, layers);
  const right = ({ reference, candidates }: Question): Uint8Array | null => {
    const flags = new Uint8Array(candidates.length + 1);
    const { gap } = gold;
    if (gap) {
      if (keyOf(tokensIn(reading, gap.pronoun)) !== keyOf(reference.run)) return null;
      const isNeither = !gap.a_coref && !gap.b_coref;
      if (isNeither) flags.fill(1);
      for (const [k, { actor }] of candidates.entries()) {
        if (isNeither && (touches(actor, gap.a) || touches(actor, gap.b))) flags[k] = 0;
        else if ((gap.a_coref && touches(actor, gap.a)) || (gap.b_coref && touches(actor, gap.b))) flags[k] = 1;
      }
      return flags;
    }
    if (!PRONOUNS.has(reference.kind)) return null;
    const chain = chainAt.get(keyOf(reference.run));
    const named = chain === undefined ? [] : (gold.coref_named?.[chain] ?? []);
    for (const [k, { actor }] of candidates.entries()) {
      if (named.some((offset) => touches(actor, offset))) flags[k] = 1;
    }
    if (named.length === 0) flags[candidates.length] = 1;
    return flags;
  };
  return { id: gold.id, seg, reading, names, classes, actors: mergeNames(seg, names), claims, right, weight };
}
