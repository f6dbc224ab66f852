import nlp from 'compromise';
import { loadShippedEngine } from '../predict/claims';
import { type Report, median, time } from './report';
import { sampleTexts } from './sample-texts';

const ROUNDS = 7;

/** The whole engine on the sample articles, against compromise's sentences, tags, quotations and names on the same ones. */
export async function bench(): Promise<Report> {
  const texts = sampleTexts();
  const words = texts.join(' ').split(/\s+/).length;
  const loading = await time(loadShippedEngine);
  const engine = await loadShippedEngine();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) {
      const own = await time(() => engine.analyse(text));
      const other = await time(() => {
        const doc = nlp(text);
        return [
          doc.quotations().out('array'),
          doc.people().out('array'),
          doc.organizations().out('array'),
          doc.places().out('array'),
        ];
      });
      // The first round warms both up.
      if (round > 0) {
        ours.push(own);
        theirs.push(other);
      }
    }
  }
  const total = (times: readonly number[]) => times.reduce((sum, t) => sum + t, 0) / (ROUNDS - 1);
  return {
    what: `claims and actors of ${texts.length} sample articles, ${words} words, one thread`,
    rows: [
      { name: 'Hearsay, an article', times: ours },
      { name: 'compromise, an article', times: theirs },
    ],
    peer: 'compromise',
    ratio: median(theirs) / median(ours),
    notes: [
      `Hearsay: ${Math.round((words / total(ours)) * 1000)} words a second, ${((total(ours) / words) * 1000).toFixed(1)} ms for 1,000 words`,
      `models loaded in ${loading.toFixed(0)} ms`,
    ],
  };
}
