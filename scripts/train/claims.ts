/** Trains attribution: the files `claims-cue`, `claims-span`, `claims-edges`, `claims-judge` and `claims-lexicon`. */
import { layersOf, withNames } from '../../lib/language/attribution/read';
import { type NameModels, findNames } from '../../lib/language/actors/find-names';
import { type About, type ModelParts, writeParts, writeSequenceModel } from '../../lib/language/learned/model-file';
import { recallSurnames } from '../../lib/language/actors/recall-surnames';
import type { Weights } from '../../lib/language/learned/weights';
import { type WordModels, readWords } from '../../lib/language/read-words';
import type { Segmented } from '../../lib/language/segment/segment';
import type { Layers } from '../../lib/language/attribution/read';
import { NARROW, WIDE } from '../../lib/language/attribution/sense';
import { type GoldArticle, toDocuments } from './attribution/documents';
import { trainAttribution } from './attribution/train-attribution';
import { readLines } from './corpora';

const EPOCHS = 4;
const SEED = 1;

/** What a training step writes: bytes by the name of the file. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Everything that is known of a text before attribution. */
export function layersWith(words: WordModels, names: NameModels): (seg: Segmented) => Layers {
  return (seg) => {
    const read = readWords(seg, words);
    const layers = layersOf(read);
    const found = recallSurnames(seg, findNames(seg, read.forms, read.tags, names));
    return withNames(layers, found);
  };
}

/** Learns attribution from `polnear` and `intl`, less those in `without`. */
export function makeClaims(without: ReadonlySet<string>, words: WordModels, names: NameModels): Files {
  const layers = layersWith(words, names);
  const corpora = (['polnear', 'intl'] as const).filter((name) => !without.has(name));
  const documents = corpora.flatMap((name) =>
    toDocuments(readLines<GoldArticle>(`${name}/train.jsonl.gz`), name === 'intl' ? NARROW : WIDE, layers),
  );
  const log = (line: string): void => console.error(line);
  const models = trainAttribution(documents, { epochs: EPOCHS, seed: SEED, log });
  const { cue, span, edges, judge, lexicon } = models;
  const about = (step: string): About => ({ step: `claims-${step}-3`, corpora, scores: {} });
  const table = (weights: Weights): ModelParts => ({ labels: [], numbers: [], tables: [weights] });
  return {
    'claims-cue.bin': writeSequenceModel(cue, about('cue')),
    'claims-span.bin': writeSequenceModel(span, about('span')),
    'claims-edges.bin': writeParts(table(edges), about('edges')),
    'claims-judge.bin': writeSequenceModel(judge, about('judge')),
    'claims-lexicon.bin': writeParts(table(lexicon), about('lexicon')),
  };
}
