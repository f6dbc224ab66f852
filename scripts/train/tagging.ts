/** Trains parts of speech on the gold treebanks and measures them on their development halves. */
import { RowBuilder } from '../../lib/language/learned/feature-rows';
import { writeSequenceModel } from '../../lib/language/learned/model-file';
import type { SequenceModel } from '../../lib/language/learned/sequence-model';
import { type SequenceExample, trainSequence } from '../../lib/language/learned/train-sequence';
import { MAX_WEIGHT } from '../../lib/language/learned/weights';
import { wordForms } from '../../lib/language/learned/word-forms';
import type { WordTable } from '../../lib/language/learned/word-table';
import { tagFeatures, tagWords } from '../../lib/language/tagging/tag-words';
import { TAGS, type Tag, universalTag } from '../../lib/language/tagging/tags';
import { type TreeDocument, readTreebank } from './corpora';

const VERB_FORMS: Readonly<Record<string, Tag>> = {
  VB: 'VERB',
  VBD: 'VERB.PAST',
  VBG: 'VERB.ING',
  VBN: 'VERB.PART',
  VBP: 'VERB.PRES',
  VBZ: 'VERB.3SG',
};

/** Largest weight, and what one step of the 8 bits stands for. */
const LIMIT = 6;
const STEP = LIMIT / MAX_WEIGHT;

/** Our tag for a token with these universal and Penn tags. */
export function tagOf(upos: string, xpos: string, lower: string): Tag {
  switch (upos) {
    case 'NOUN':
      return xpos === 'NNS' || xpos === 'NNPS' ? 'NOUN.PL' : 'NOUN';
    case 'VERB':
      return VERB_FORMS[xpos] ?? 'VERB';
    case 'AUX':
      return xpos === 'MD' ? 'AUX.MODAL' : /^VB[DPZ]$/.test(xpos) ? 'AUX.FIN' : 'AUX.NON';
    case 'ADJ':
      return /^JJ[RS]$/.test(xpos) ? 'ADJ.COMP' : 'ADJ';
    case 'ADV':
      return xpos === 'WRB' ? 'ADV.WH' : 'ADV';
    case 'PRON':
      return xpos === 'PRP$' ? 'PRON.POSS' : xpos.startsWith('W') ? 'PRON.WH' : 'PRON';
    case 'PART':
      return xpos === 'POS' ? 'PART.POSS' : lower === 'to' ? 'PART.TO' : 'PART.NOT';
    default:
      return (TAGS as readonly string[]).includes(upos) ? (upos as Tag) : 'X';
  }
}

/** Gold tags of a treebank document as indices into `TAGS`. */
export function goldTags(document: TreeDocument): Uint8Array {
  return Uint8Array.from(document.upos, (upos, i) =>
    TAGS.indexOf(tagOf(upos, document.xpos[i] ?? '', document.segmented.lowers[i] ?? '')),
  );
}

function examplesOf(documents: readonly TreeDocument[], table: WordTable): SequenceExample[] {
  const rows = new RowBuilder();
  return documents.flatMap((document) => {
    const forms = wordForms(document.segmented, table);
    const gold = goldTags(document);
    return document.segmented.sentences.map((sentence) => ({
      rows: tagFeatures(document.segmented, forms, sentence, rows),
      labels: gold.slice(sentence.first, sentence.afterLast),
    }));
  });
}

/** Share of tokens with the right universal tag, and with the right fine tag. */
export function measureTags(
  documents: readonly TreeDocument[],
  model: SequenceModel,
  table: WordTable,
): { universal: number; fine: number } {
  let tokens = 0;
  let universal = 0;
  let fine = 0;
  for (const document of documents) {
    const tags = tagWords(document.segmented, wordForms(document.segmented, table), model);
    const gold = goldTags(document);
    for (const [i, tag] of tags.entries()) {
      tokens += 1;
      if (universalTag(TAGS[tag] ?? '') === document.upos[i]) universal += 1;
      if (tag === gold[i]) fine += 1;
    }
  }
  return { universal: (100 * universal) / tokens, fine: (100 * fine) / tokens };
}

/** Trains on `documents` with at most `maxFeatures`; the same documents give the same weights. */
export function trainTags(
  documents: readonly TreeDocument[],
  table: WordTable,
  { epochs, maxFeatures }: { readonly epochs: number; readonly maxFeatures: number },
): SequenceModel {
  return trainSequence(examplesOf(documents, table), {
    labels: TAGS,
    seed: 11,
    epochs,
    rate: 0.1,
    dropout: 0.3,
    negligible: 0.01,
    maxFeatures,
    floor: 6.5 * STEP,
    smallest: 4.5 * STEP,
    limit: LIMIT,
    onEpoch: (epoch, likelihood) => console.error(`  tagging, round ${epoch}: ${likelihood.toFixed(4)}`),
  });
}

/** The model file of the tagging step. */
export function makeTagging(corpora: readonly string[], table: WordTable): Uint8Array {
  const train = corpora.flatMap((name) => readTreebank(`ud/en_${name}-train.conllu.gz`));
  const model = trainTags(train, table, { epochs: 7, maxFeatures: 32_000 });
  const scores: Record<string, number> = {};
  for (const name of ['ewt', 'gum']) {
    const { universal, fine } = measureTags(readTreebank(`ud/en_${name}-dev.conllu.gz`), model, table);
    scores[`ud ${name} dev, universal tags`] = Number(universal.toFixed(2));
    scores[`ud ${name} dev, own tags`] = Number(fine.toFixed(2));
  }
  return writeSequenceModel(model, { step: 'tagging-1', corpora: corpora.map((name) => `ud ${name}`), scores });
}
