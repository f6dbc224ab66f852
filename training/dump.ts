/**
 * Writes what the net learns from, one JSON line an article, arrays as base64: the codes that the shipped engine gives the
 * net, the marked labels, and the cues to look at with their windows.
 *   npx tsx training/dump.ts OUT.jsonl
 */
import { createWriteStream } from 'node:fs';
import { draftsOfQuotations } from '../lib/language/attribution/alone';
import { findCandidates, mainToken } from '../lib/language/attribution/candidates';
import type { CueCandidate } from '../lib/language/attribution/cue';
import type { Reading } from '../lib/language/attribution/reading';
import { windowOf } from '../lib/language/attribution/window';
import { lookCodes } from '../lib/language/net/look-codes';
import { piecesOf } from '../lib/language/net/pieces';
import { tokenCodes } from '../lib/language/net/token-codes';
import { readNameModels } from '../lib/language/actors/find-names';
import { readSequenceModel } from '../lib/language/learned/model-file';
import {
  type Document,
  type GoldArticle,
  type GoldClaim,
  closeGaps,
  learnLexicon,
  putLabels,
  toDocuments,
  tokensIn,
} from '../scripts/train/attribution/documents';
import { isRight, runsOf } from '../scripts/train/attribution/train-attribution';
import { layersWith } from '../scripts/train/claims';
import { readLines } from '../scripts/train/corpora';
import { loadWordModels, readModelFile } from '../scripts/word-models';

const names = readNameModels(readModelFile('names.bin'));
const cueModel = readSequenceModel(readModelFile('claims-cue.bin'));
const layers = layersWith(loadWordModels(), names);

const CORPORA = ['polnear', 'intl'] as const;

function documentsOf(part: string): { corpus: string; document: Document }[] {
  return CORPORA.flatMap((corpus) =>
    toDocuments(readLines<GoldArticle>(`${corpus}/${part}.jsonl.gz`), corpus === 'intl' ? 1 : 0, layers).map(
      (document) => ({ corpus, document }),
    ),
  );
}

const base64 = (array: Uint8Array | Uint16Array | Int32Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

interface Look {
  readonly cue: CueCandidate;
  readonly right: boolean;
  readonly gold: GoldClaim | null;
}

/** Cues to look at: the marked ones, those that the linear model proposes, words that are often cues, lone quotations. */
function looksOf({ reading: r, gold, corpus }: Document): Look[] {
  const looks: Look[] = [];
  const taken = new Uint8Array(r.length);
  const add = (cue: CueCandidate, claim: GoldClaim | null): void => {
    looks.push({ cue, right: claim !== null, gold: claim });
    taken.fill(1, cue.first, cue.last + 1);
  };
  for (const claim of gold.attributions) {
    const span = claim.cue?.[0];
    if (!span) continue;
    const { first, last } = tokensIn(r, span);
    if (last >= first) {
      add({ first, last, main: mainToken(r, first, last), probability: 1, alone: false }, claim);
    }
  }
  for (const cue of findCandidates(r, cueModel, corpus).candidates) {
    if (!taken.subarray(cue.first, cue.last + 1).includes(1)) add(cue, null);
  }
  for (let i = 0; i < r.length; i += 1) {
    if (taken[i] || ((r.cueClass[i] ?? 0) < 3 && (r.narrowClass[i] ?? 0) < 3)) continue;
    add({ first: i, last: i, main: i, probability: 0, alone: false }, null);
  }
  const marked = gold.attributions.map((claim) => ({
    content: runsOf(r, claim.content),
    source: runsOf(r, claim.source ?? []),
  }));
  for (const draft of draftsOfQuotations(r)) {
    looks.push({ cue: draft.cue, right: marked.some((claim) => isRight(draft, claim)), gold: null });
  }
  return looks;
}

function look(r: Reading, { cue, right, gold }: Look): object {
  const { from, to } = windowOf(r, cue.first, cue.last);
  const labels = new Uint8Array(to - from);
  if (gold) {
    putLabels(r, labels, from, gold.content, 3);
    putLabels(r, labels, from, gold.source ?? [], 1);
    closeGaps(labels);
  }
  return {
    first: cue.first,
    last: cue.last,
    alone: cue.alone,
    right,
    from,
    codes: base64(lookCodes(r, cue, from, to)),
    labels: gold ? base64(labels) : null,
  };
}

const out = createWriteStream(process.argv[2] ?? '/dev/stdout');
const train = documentsOf('train');
const dev = documentsOf('dev');
learnLexicon(
  train.map(({ document }) => document),
  dev.map(({ document }) => document),
);
for (const [part, documents] of [['train', train] as const, ['dev', dev] as const]) {
  for (const { corpus, document } of documents) {
    const { reading: r, gold, labels } = document;
    out.write(
      `${JSON.stringify({
        id: gold.id,
        corpus,
        part,
        length: r.length,
        word: base64(r.word),
        head: base64(r.head),
        pieces: base64(piecesOf(r, 0, r.length)),
        codes: base64(tokenCodes(r, 0, r.length)),
        sentences: [...r.sentenceStart].slice(0, -1),
        paragraphs: [...r.paragraph.keys()].filter((i) => r.paragraph[i] !== r.paragraph[i - 1]),
        labels: base64(labels),
        discard: (gold.discard ?? []).map((span) => tokensIn(r, span)).map(({ first, last }) => [first, last + 1]),
        looks: looksOf(document).map((one) => look(r, one)),
      })}\n`,
    );
  }
}
out.end();
