/** Trains the ranker of speakers and pronouns: the file `claims-speakers`. */
import type { NameModels } from '../../lib/language/actors/find-names';
import { findNames } from '../../lib/language/actors/find-names';
import { layersOf, withNames } from '../../lib/language/attribution/read';
import { writeParts } from '../../lib/language/learned/model-file';
import { recallSurnames } from '../../lib/language/actors/recall-surnames';
import { type WordModels, readWords } from '../../lib/language/read-words';
import { makeGenders } from './actors/genders';
import { type CorefArticle, type ReadLayers, pronounDocument, speakerDocument } from './actors/rank-documents';
import { type RankDocument, toExamples } from './actors/speaker-examples';
import { type RankTraining, trainRanker } from './actors/train-ranker';
import type { GoldArticle } from './attribution/documents';
import { readLines } from './corpora';

const TRAINING: RankTraining = { epochs: 8, seed: 1 };
/** Coreference corpora and what one document of each counts. */
const COREF = { 'gum-news': 1, 'parcorfull-news': 1, 'gum-other': 0.5, gap: 1 } as const;

/** Tags, trees and names by the models given. */
export function readWith(words: WordModels, names: NameModels): ReadLayers {
  return (seg) => {
    const read = readWords(seg, words);
    const found = recallSurnames(seg, findNames(seg, read.forms, read.tags, names));
    return { layers: withNames(layersOf(read), found), names: found };
  };
}

/** All articles that teach the ranker, less those of the corpora in `without`. */
export function rankDocuments(without: ReadonlySet<string>, read: ReadLayers): RankDocument[] {
  const speakers = without.has('intl') ? [] : readLines<GoldArticle>('intl/train.jsonl.gz');
  const pronouns = Object.entries(COREF).flatMap(([name, weight]) =>
    without.has(name)
      ? []
      : readLines<CorefArticle>(`${name}/train.jsonl.gz`).map((gold) => pronounDocument(gold, read, weight)),
  );
  return [...speakers.map((gold) => speakerDocument(gold, read)), ...pronouns];
}

/** Learns in two rounds: in the second, references without a known answer are answered by the first. */
export function makeSpeakers(without: ReadonlySet<string>, read: ReadLayers): Uint8Array {
  const genders = makeGenders();
  const documents = rankDocuments(without, read);
  const first = trainRanker(
    documents.flatMap((document) => toExamples(document, genders, null)),
    TRAINING,
  );
  const ranker = trainRanker(
    documents.flatMap((document) => toExamples(document, genders, first)),
    TRAINING,
  );
  const corpora = ['intl', ...Object.keys(COREF)].filter((name) => !without.has(name));
  return writeParts(
    { labels: [], numbers: [], tables: [ranker, genders] },
    { step: 'claims-speakers-2', corpora, scores: {} },
  );
}
