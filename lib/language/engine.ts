/** Loads what the engine has learned and gives the one function that the rest of the program calls. */
import type { Analysis } from '../model/analysis';
import { analyse, type Models } from './analyse';
import { readParts, readSequenceModel } from './learned/model-file';

/** The language engine, ready to work. */
export interface Engine {
  /** Sentences, actors and claims of an English text. Same text, same answer; never throws. */
  analyse(text: string): Analysis;
}

/** Files in `public/models/`. */
const FILES = {
  names: 'claims-names.bin',
  cue: 'claims-cue.bin',
  span: 'claims-span.bin',
  judge: 'claims-judge.bin',
  lexicon: 'claims-lexicon.bin',
} as const;

/** Reads the model files by name. Rejects when one is missing or of another format. */
export async function loadEngine(readFile: (name: string) => Promise<Uint8Array>): Promise<Engine> {
  const [names, cue, span, judge, lexicon] = await Promise.all(
    [FILES.names, FILES.cue, FILES.span, FILES.judge, FILES.lexicon].map((name) => readFile(name)),
  );
  const read = (bytes: Uint8Array | undefined) => readSequenceModel(bytes ?? new Uint8Array());
  const words = readParts(lexicon ?? new Uint8Array()).tables[0];
  if (!words) throw new Error(`${FILES.lexicon} holds no words`);
  const models: Models = {
    names: read(names),
    attribution: { cue: read(cue), span: read(span), judge: read(judge), lexicon: words },
  };
  return { analyse: (text) => analyse(text, models) };
}
