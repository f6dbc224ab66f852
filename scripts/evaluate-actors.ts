/**
 * Reads real articles with the engine, puts all their actors into one roster, and prints who became one actor by
 * themselves and who is proposed, for reading and counting by hand:
 * `npx tsx scripts/evaluate-actors.ts [joined|proposed|twice] [--every N] [--cache DIR]`. What the engine found is kept in the
 * cache, so that other rules can be tried on it in seconds. Needs the shared data beside the repository.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hasShared } from './evaluate/corpora';
import { readArticles } from './evaluate/actors/articles';
import { rosterOf } from './evaluate/actors/roster-of';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, cache: { type: 'string', default: '.cache/actors' } },
});
if (!hasShared()) {
  console.error('the shared data is not beside the repository: nothing measured');
  process.exit(2);
}
const roster = rosterOf(await readArticles(values.cache));
const [which = ''] = positionals;
const every = Number(values.every);

/** The same share of the lines whatever the order and number of the others. */
const isPicked = (line: string) => createHash('sha1').update(line).digest().readUInt32BE(0) % every === 0;

console.log(roster.summary);
const lines = which === 'joined' ? roster.joined : which === 'proposed' ? roster.proposed : [];
for (const line of lines.filter(isPicked)) console.log(line);
