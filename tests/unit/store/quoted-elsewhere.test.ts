import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../lib/model/analysis';
import { type ActorId, asId, type ClaimId, type ClippingId } from '../../../lib/model/ids';
import type { Result } from '../../../lib/model/result';
import { keepClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { findQuotedElsewhere } from '../../../lib/store/quoted-elsewhere';
import { trashClippings } from '../../../lib/store/trash';

const WORDS = 'We will not sail until every one of the crew is paid in full';
let db: Database;
let count = 0;

beforeEach(() => {
  db = new Database(`quoted-${(count += 1)}`);
});
afterEach(() => db.delete());

/** An article in which this person says these words. */
function draftOf(name: string, words: string, speaker = 'Ana Ruiz') {
  const url = `https://news.example/${name}`;
  const meta = { url, canonicalUrl: url, title: name, byline: '', outlet: 'Post', published: null, modified: null };
  const text = `“${words},” ${speaker} told ${name} on the quay.`;
  const actor = asId<ActorId>('a1');
  const claim = {
    id: asId<ClaimId>('c1'),
    kind: 'direct' as const,
    source: [],
    cue: [],
    content: [{ start: 0, end: words.length + 3 }],
    actor,
    speaker,
    stance: 'asserts' as const,
    certainty: 1,
    why: [],
  };
  const person = { id: actor, name: speaker, type: 'person' as const, role: '', mentions: [] };
  const analysis: Analysis = { engine: 'test', sentences: [], actors: [person], claims: [claim] };
  return { article: { meta: { ...meta, language: 'en' }, text, blocks: [] }, analysis };
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function keep(...draft: Parameters<typeof draftOf>): Promise<ClippingId> {
  return must(await keepClipping(draftOf(...draft), db)).id;
}

async function quoted(not: ClippingId | null = null) {
  const { article, analysis } = draftOf('here', WORDS);
  return must(await findQuotedElsewhere(article, analysis, not, db));
}

describe('a quotation that stands elsewhere too', () => {
  it('is found whole and cut, in order of the keeping, the first marked', async () => {
    await keep('first', 'not sail until every one of the crew is paid');
    await keep('other', 'The bridge is safe for now and for the winter');
    await keep('second', WORDS);
    const [found, ...more] = await quoted();
    expect(more).toEqual([]);
    expect(found?.words.replace(/,$/, '')).toBe(WORDS);
    expect(found?.there.map(({ title, isFirst }) => [title, isFirst])).toEqual([
      ['first', true],
      ['second', false],
    ]);
    expect(found?.there[0]?.pieces.filter(({ kind }) => kind === 'cut').map(({ text }) => text.trim())).toEqual([
      'We will',
      'in full',
    ]);
  });

  it('is not the first where the article itself was kept before', async () => {
    const own = await keep('here', WORDS);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await keep('later', WORDS);
    const [found] = await quoted(own);
    expect(found?.there.map(({ title, isFirst }) => [title, isFirst])).toEqual([['later', false]]);
  });

  it('is not found in the trash, nor where another person says it', async () => {
    const first = await keep('first', WORDS);
    await keep('another', 'not sail until every one of the crew', 'Bo Lind');
    await trashClippings([first], db);
    expect(await quoted()).toEqual([]);
  });

  it('is no turn of phrase', async () => {
    await keep('first', 'The report will be published in due course');
    const { article, analysis } = draftOf('here', 'We will answer the ministry in due course');
    expect(must(await findQuotedElsewhere(article, analysis, null, db))).toEqual([]);
  });
});
