import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadShippedEngine } from '../predict/claims';
import { type Report, median, time } from './report';
import { sampleTexts } from './sample-texts';

const ROUNDS = 7;

/**
 * The whole engine on the sample articles, against compromise's sentences, tags, quotations and names on the same ones, and
 * beside wink-nlp's sentences, tags and entities (dates, money and the like: it knows no names, no quotations).
 */
export async function bench(): Promise<Report> {
  const texts = sampleTexts();
  const words = texts.join(' ').split(/\s+/).length;
  const loading = await time(loadShippedEngine);
  const engine = await loadShippedEngine();
  const ours: number[] = [];
  const theirs: number[] = [];
  const winks: number[] = [];
  const wink = winkNLP(model);
  const partOfSpeech = wink.its.pos.bind(wink.its);
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
      const third = await time(() => {
        const doc = wink.readDoc(text);
        return [doc.sentences().out(), doc.tokens().out(partOfSpeech), doc.entities().out()];
      });
      // The first round warms both up.
      if (round > 0) {
        ours.push(own);
        theirs.push(other);
        winks.push(third);
      }
    }
  }
  const total = (times: readonly number[]) => times.reduce((sum, t) => sum + t, 0) / (ROUNDS - 1);
  const speed = (times: readonly number[]) => Math.round((words / total(times)) * 1000);
  return {
    what: `claims and actors of ${texts.length} sample articles, ${words} words, one thread`,
    rows: [
      { name: 'Hearsay, an article', times: ours },
      { name: 'compromise, an article', times: theirs },
      { name: 'wink-nlp, an article', times: winks },
    ],
    peer: 'compromise',
    ratio: median(theirs) / median(ours),
    notes: [
      `words a second: Hearsay ${speed(ours)}, compromise ${speed(theirs)}, wink-nlp ${speed(winks)}; ${((total(ours) / words) * 1000).toFixed(1)} ms for 1,000 words`,
      `models loaded in ${loading.toFixed(0)} ms`,
    ],
  };
}
