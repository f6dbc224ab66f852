import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

const claimsIn = (text: string): string[] =>
  engine.analyse(text).claims.map(({ stance, content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${stance}: ${words}`;
  });

describe('what nobody said', () => {
  it.each([
    'Mayor Lena Tarn declined to say whether the bridge would be closed.',
    'A spokesman for Olmport Steel would not confirm that the plant will close.',
    'Police did not say how many people were arrested in Varnholt.',
    'Tarn never said that taxes would rise.',
    'The ministry could not immediately confirm that the ship had sunk.',
    'Officials refused to say who had paid for the trip.',
    'The bank has yet to say whether it will pay.',
    'Ruiz would neither confirm nor deny that the dam leaks.',
    'Ruiz stopped short of saying that the dam was safe.',
    'Ruiz avoided saying whether the dam was safe.',
    'It is unclear whether Ruiz said the dam was safe.',
    'Nobody has claimed that the dam is safe.',
    'Neither Ruiz nor Brandt said that the plan was dead.',
    'Ruiz did not deny that she had met the banker.',
    'What has Tarn said about the bridge?',
    'Why does the mayor say the bridge is safe?',
    'If he says the vote was stolen, Brandt will be fined.',
    'Should Ruiz say that the plan is good, the council will vote.',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([]);
  });
});

describe('what was said all the same', () => {
  it.each([
    ['Ruiz denied that she had met the banker.', 'denies: that she had met the banker'],
    ['Ruiz does not believe that the bridge is safe.', 'denies: that the bridge is safe'],
    ['Ruiz said that the bridge is not safe.', 'asserts: that the bridge is not safe'],
    ['Ruiz promised that nobody would lose a job.', 'promises: that nobody would lose a job'],
    ['Ruiz didn’t just say that the dam leaks.', 'asserts: that the dam leaks'],
    ['If the dam breaks, Ruiz said, the town will drown.', 'asserts: If the dam breaks … the town will drown'],
    ['“Nobody is safe,” Ruiz said.', 'asserts: “Nobody is safe,”'],
  ])('%s', (text, claim) => {
    expect(claimsIn(text)).toEqual([claim]);
  });
});
