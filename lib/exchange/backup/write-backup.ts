import type { KeptWhole } from '../../model/kept';
import { type BackupHead, FORMAT, VERSION } from './format';

/** The file of all these articles, in pieces of one article each. */
export async function* writeBackup(
  { codes, sameActors }: BackupHead,
  articles: AsyncIterable<KeptWhole>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, version: VERSION, codes, sameActors }).slice(0, -1)},"articles":[\n`;
  let separator = '';
  for await (const one of articles) {
    yield separator + JSON.stringify(one);
    separator = ',\n';
  }
  yield '\n]}\n';
}
