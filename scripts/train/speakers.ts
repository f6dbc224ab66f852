/** Trains the ranker of speakers and pronouns: the file `claims-speakers`. */
import type { NameModels } from '../../lib/language/actors/find-names';
import { tellSpeakers } from '../../lib/language/analyse';
import { findNames } from '../../lib/language/actors/find-names';
import type { Judged } from '../../lib/language/attribution/choose';
import type { Draft } from '../../lib/language/attribution/draft';
import { findAttributions } from '../../lib/language/attribution/find-attributions';
import type { AttributionModels } from '../../lib/language/attribution/models';
import { layersOf, readArticle, withNames } from '../../lib/language/attribution/read';
import { writeParts } from '../../lib/language/learned/model-file';
import type { Weights } from '../../lib/language/learned/weights';
import { recallSurnames } from '../../lib/language/actors/recall-surnames';
import { type WordModels, readWords } from '../../lib/language/read-words';
import {
  type CorefArticle,
  type FindClaims,
  type ReadLayers,
  pronounDocument,
  speakerDocument,
} from './actors/rank-documents';
import { type RankDocument, toExamples } from './actors/speaker-examples';
import { type RankTraining, trainRanker } from './actors/train-ranker';
import type { GoldArticle } from './attribution/documents';
import type { Analysis } from '../../lib/model/analysis';
import { type Gold, loadScorer, readGold } from '../evaluate/corpora';
import { type Prediction, predictText } from '../predict/claims';
import { readLines } from './corpora';

const TRAINING: RankTraining = { epochs: 8, seed: 1, minCount: 2 };
/** Coreference corpora and what one document of each counts. */
const COREF = { 'gum-news': 1, 'parcorfull-news': 1, 'gum-other': 0.5, gap: 1 } as const;

/** Tags, trees and names by the models given. */
export function readWith(words: WordModels, names: NameModels): ReadLayers {
  return (seg) => {
    const read = readWords(seg, words);
    const found = recallSurnames(seg, findNames(seg, read.forms, read.tags, names));
    return { layers: withNames(layersOf(read), found), names: found, classes: read.forms };
  };
}

/** Finds the claims of an article by the models given. */
export function findWith(models: AttributionModels): FindClaims {
  return (seg, layers) =>
    findAttributions(readArticle(seg, layers, models.lexicon), models).judged.map(({ draft }) => draft);
}

/** All articles that teach the ranker, less those of the corpora in `without`. */
export function rankDocuments(without: ReadonlySet<string>, read: ReadLayers, findClaims: FindClaims): RankDocument[] {
  const speakers = without.has('intl') ? [] : readLines<GoldArticle>('intl/train.jsonl.gz');
  const pronouns = Object.entries(COREF).flatMap(([name, weight]) =>
    without.has(name)
      ? []
      : readLines<CorefArticle>(`${name}/train.jsonl.gz`).map((gold) =>
          pronounDocument(gold, read, findClaims, weight),
        ),
  );
  return [...speakers.map((gold) => speakerDocument(gold, read)), ...pronouns];
}

/** Learns in two rounds: in the second, references without a known answer are answered by the first. */
export function learnSpeakers(documents: readonly RankDocument[], genders: Weights): Weights {
  const learn = (before: Weights | null): Weights =>
    trainRanker(
      documents.flatMap((document) => toExamples(document, genders, before)),
      TRAINING,
    );
  return learn(learn(null));
}

/** The model file of the speakers step. */
export function makeSpeakers(
  without: ReadonlySet<string>,
  read: ReadLayers,
  findClaims: FindClaims,
  genders: Weights,
): Uint8Array {
  const ranker = learnSpeakers(rankDocuments(without, read, findClaims), genders);
  const corpora = ['intl', ...Object.keys(COREF)].filter((name) => !without.has(name));
  return writeParts({ labels: [], numbers: [], tables: [ranker] }, { step: 'claims-speakers-4', corpora, scores: {} });
}

const toJudged = (draft: Draft): Judged => ({ draft, probability: 1 });

/** Sets of news whose pronouns are asked about. */
const NEWS = ['gum-news', 'parcorfull-news'] as const;
const FOLDS = 3;

/** Share of pronouns in news that rankers which had not seen the article take for the right actor, in percent. */
export async function heldOutPronouns(read: ReadLayers, findClaims: FindClaims, genders: Weights): Promise<number> {
  const { score } = await loadScorer<{
    score: (golds: readonly Gold[], predictions: readonly Prediction[]) => { readonly accuracy: number };
  }>('coref');
  const golds = NEWS.flatMap((name) => readGold(`corpora/${name}/train.jsonl.gz`));
  const ids = new Map(golds.map(({ id }, k) => [id, k % FOLDS] as const));
  const documents = rankDocuments(new Set(), read, findClaims);
  const rankers = Array.from({ length: FOLDS }, (_, fold) =>
    learnSpeakers(
      documents.filter(({ id }) => ids.get(id) !== fold),
      genders,
    ),
  );
  const predictions = golds.map(({ id, text }, k) => {
    const document = documents.find((one) => one.id === id);
    const ranker = rankers[k % FOLDS];
    if (!document || !ranker) throw new Error(`${id} was not read`);
    const told = tellSpeakers(document, document.claims.map(toJudged), { ranker, genders }, () => 0);
    return predictText({ analyse: (): Analysis => ({ engine: '', sentences: [], ...told }) }, id, text);
  });
  return Math.round(score(golds, predictions).accuracy * 1000) / 10;
}
