import type { KeptAside, KeptWhole } from '../../model/kept';
import { BESIDE, FORMAT, VERSION } from './format';

/** The file of all these articles and of what is kept beside them, in pieces of one record each. */
export async function* writeBackup(
  articles: AsyncIterable<KeptWhole>,
  beside: AsyncIterable<KeptAside>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, version: VERSION }).slice(0, -1)},"articles":[\n`;
  yield* linesOf(articles);
  yield `\n${BESIDE}\n`;
  yield* linesOf(beside);
  yield '\n]}\n';
}

async function* linesOf(records: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '';
  for await (const one of records) {
    yield separator + JSON.stringify(one);
    separator = ',\n';
  }
}
