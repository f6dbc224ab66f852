/** Parts of speech and trees on the development halves of the treebanks, with the treebanks' own tokens. */
import { readTreebank } from '../train/corpora';
import { measureTrees } from '../train/syntax';
import { measureTags } from '../train/tagging';
import { loadWordModels } from '../word-models';
import type { Measure } from './measures';

const rounded = (percent: number): number => Math.round(percent * 10) / 10;

/** Universal tags, unlabelled and labelled arcs (main relations), each on EWT and GUM. */
export function treebankMeasures(): Measure[] {
  const { words, tagger, parser } = loadWordModels();
  return ['ewt', 'gum'].flatMap((name) => {
    const documents = readTreebank(`ud/en_${name}-dev.conllu.gz`);
    const { universal } = measureTags(documents, tagger, words);
    const { unlabelled, labelled } = measureTrees(documents, parser, words, tagger);
    return [
      { name: `ud ${name} dev, parts of speech`, value: rounded(universal), must: 94 },
      { name: `ud ${name} dev, unlabelled arcs`, value: rounded(unlabelled), must: 83 },
      { name: `ud ${name} dev, labelled arcs`, value: rounded(labelled), must: 79 },
    ];
  });
}
