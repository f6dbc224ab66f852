/**
 * Writes what the net is to be pinned on: an invented text with the codes that the shipped engine gives it, as a line of
 * dump.ts and, for the test, as the layers of a reading.
 *   npx tsx training/pin.ts > PIN.json
 */
import { findNames, readNameModels } from '../lib/language/actors/find-names';
import { findCandidates } from '../lib/language/attribution/candidates';
import { layersOf, readArticle, withNames } from '../lib/language/attribution/read';
import { windowOf } from '../lib/language/attribution/window';
import { readParts, readSequenceModel } from '../lib/language/learned/model-file';
import { lookCodes } from '../lib/language/net/look-codes';
import { piecesOf } from '../lib/language/net/pieces';
import { tokenCodes } from '../lib/language/net/token-codes';
import { readWords } from '../lib/language/read-words';
import { segment } from '../lib/language/segment/segment';
import { loadWordModels, readModelFile } from '../scripts/word-models';

const TEXT = `The lighthouse at Oskar Point will be lit again, Port Minister Lena Drev told the council on Tuesday.

"We counted forty ships in the fog," she said. "Nobody should have to count ships in the fog." According to the Harbour Union, two pilots had warned of it in May.`;

const seg = segment(TEXT);
const words = readWords(seg, loadWordModels());
const lexicon = readParts(readModelFile('claims-lexicon.bin')).tables[0];
if (!lexicon) throw new Error('no lexicon');
const names = findNames(seg, words.forms, words.tags, readNameModels(readModelFile('names.bin')));
const r = withNames(readArticle(seg, layersOf(words), lexicon), names);
const { candidates } = findCandidates(r, readSequenceModel(readModelFile('claims-cue.bin')), 1);
const looks = candidates
  .filter(({ probability }) => probability > 0.3)
  .map((cue) => {
    const { from, to } = windowOf(r, cue.first, cue.last);
    return { cue, from, to, codes: [...lookCodes(r, cue, from, to)] };
  });
const layers = {
  tag: [...r.tag],
  head: [...r.head],
  relation: [...r.relation],
  name: [...r.name],
  cueClass: [...r.cueClass],
  narrowClass: [...r.narrowClass],
};
const net = {
  word: [...r.word],
  pieces: [...piecesOf(r, 0, r.length)],
  codes: [...tokenCodes(r, 0, r.length)],
  looks,
};
process.stdout.write(JSON.stringify({ text: TEXT, layers, net }));
