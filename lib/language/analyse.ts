/** From article text to analysis: the steps of the language engine, in order. */
import type { Analysis } from '../model/analysis';
import { buildActors } from './actors/build-actors';
import { type NameModels, findNames } from './actors/find-names';
import { mergeNames } from './actors/merge-names';
import type { WordClasses } from './actors/rank-features';
import { type SpeakerModel, learnedAnswer, resolveReferences } from './actors/resolve-references';
import { recallSurnames } from './actors/recall-surnames';
import { speakersOf } from './actors/speakers';
import type { NameSpan } from './actors/name';
import type { Judged } from './attribution/choose';
import { findAttributions } from './attribution/find-attributions';
import type { AttributionModels } from './attribution/models';
import { layersOf, readArticle, withNames } from './attribution/read';
import type { Reading } from './attribution/reading';
import { type CertaintySigns, certaintyOf } from './claims/certainty';
import { buildClaims, joinSpeakers } from './claims/build-claims';
import { type WordModels, readWords } from './read-words';
import { firstPart } from './segment/first-part';
import { type Segmented, segment } from './segment/segment';

/** All that the engine has learned. */
export interface Models {
  readonly words: WordModels;
  readonly names: NameModels;
  readonly attribution: AttributionModels;
  /** The ranker that says whom a pronoun, description or source means. */
  readonly speakers: SpeakerModel;
  /** Weights of the signs of certainty. */
  readonly certainty: readonly number[];
}

/** Raised when the same text may get another analysis. */
export const ENGINE_VERSION = 'mixed-3';

/**
 * Sentences, actors and claims of an English text; any string is accepted. Of a text longer than any article, or of
 * one that is nothing but cues, only the first part: its sentences end there. `weigh` gives each claim its certainty.
 */
export function analyse(
  text: string,
  models: Models,
  weigh = (signs: CertaintySigns): number => certaintyOf(signs, models.certainty),
): Analysis {
  const seg = segment(firstPart(text));
  const words = readWords(seg, models.words);
  const read = readArticle(seg, layersOf(words), models.attribution.lexicon);
  const names = recallSurnames(seg, findNames(seg, words.forms, words.tags, models.names));
  const reading = withNames(read, names);
  const { judged, end } = findAttributions(reading, models.attribution);
  return {
    engine: ENGINE_VERSION,
    sentences: seg.sentences.filter(({ first }) => first < end).map((one) => ({ start: one.start, end: one.end })),
    ...tellSpeakers({ seg, reading, names, classes: words.forms }, judged, models.speakers, weigh),
  };
}

/** A text with all that is read in it before anybody is resolved. */
export interface ReadText {
  readonly seg: Segmented;
  readonly reading: Reading;
  readonly names: readonly NameSpan[];
  readonly classes: WordClasses;
}

/** Actors by their names, and the judged attributions as claims with their speakers. */
export function tellSpeakers(
  { seg, reading, names, classes }: ReadText,
  judged: readonly Judged[],
  { ranker, genders }: SpeakerModel,
  weigh: (signs: CertaintySigns) => number,
): Pick<Analysis, 'actors' | 'claims'> {
  const drafts = judged.map(({ draft }) => draft);
  const named = mergeNames(seg, names);
  const resolved = resolveReferences(seg, reading, named, drafts, genders, classes, learnedAnswer(ranker));
  const speakers = speakersOf(resolved, drafts.length);
  const { actors, idOf } = buildActors(seg, reading, named, resolved);
  return { actors, claims: buildClaims(reading, joinSpeakers(judged, speakers, actors, idOf), weigh) };
}
