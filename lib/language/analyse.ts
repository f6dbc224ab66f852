/** From article text to analysis: the steps of the language engine, in order. */
import type { Analysis } from '../model/analysis';
import { buildActors } from './actors/build-actors';
import { findNames } from './actors/find-names';
import { mergeNames } from './actors/merge-names';
import { resolveSpeakers } from './actors/resolve-speakers';
import { findAttributions } from './attribution/find-attributions';
import type { AttributionModels } from './attribution/models';
import { emptyLayers, readArticle, withNames } from './attribution/read';
import { buildClaims } from './claims/build-claims';
import type { SequenceModel } from './learned/sequence-model';
import { segment } from './segment/segment';

/** All that the engine has learned. */
export interface Models {
  readonly names: SequenceModel;
  readonly attribution: AttributionModels;
}

/** Raised when the same text may get another analysis. */
export const ENGINE_VERSION = 'linear-1';

/** Sentences, actors and claims of an English text; any string is accepted. */
export function analyse(text: string, models: Models): Analysis {
  const seg = segment(text);
  const words = readArticle(seg, emptyLayers(seg.count), models.attribution.lexicon);
  const names = findNames(words, models.names);
  const reading = withNames(words, names);
  const judged = findAttributions(reading, models.attribution);
  const drafts = judged.map(({ draft }) => draft);
  const named = mergeNames(seg, names);
  const speakers = resolveSpeakers(seg, reading, named, drafts);
  const { actors, idOf } = buildActors(seg, reading, named, drafts, speakers);
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const spoken = judged.map((claim, k) => {
    const speaker = speakers[k] ?? { actor: null, by: 'unknown' as const };
    const id = speaker.actor ? idOf.get(speaker.actor) : undefined;
    return { judged: claim, speaker, actor: id ? { id, name: nameOf.get(id) ?? '' } : null };
  });
  return {
    engine: ENGINE_VERSION,
    sentences: seg.sentences.map(({ start, end }) => ({ start, end })),
    actors,
    claims: buildClaims(reading, spoken),
  };
}
