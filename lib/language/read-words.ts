/** The ground of all later steps: what each token is (forms, part of speech) and what it depends on. */
import type { SequenceModel } from './learned/sequence-model';
import { type WordForms, wordForms } from './learned/word-forms';
import type { WordTable } from './learned/word-table';
import type { Segmented } from './segment/segment';
import { parserInput } from './syntax/move-features';
import { type ParserModel, type Trees, parseSentences } from './syntax/parse-sentences';
import { tagWords } from './tagging/tag-words';

export interface WordModels {
  readonly words: WordTable;
  readonly tagger: SequenceModel;
  readonly parser: ParserModel;
}

/** One entry a token in each array. */
export interface ReadWords extends Trees {
  readonly forms: WordForms;
  /** Indices into `TAGS`. */
  readonly tags: Uint8Array;
}

/** Forms, tags and trees of a segmented text. */
export function readWords(segmented: Segmented, models: WordModels): ReadWords {
  const forms = wordForms(segmented, models.words);
  const tags = tagWords(segmented, forms, models.tagger);
  const input = parserInput(forms, tags, segmented.quotationOf);
  return { forms, tags, ...parseSentences(segmented, input, models.parser) };
}
