import { readArticles } from '../../tests/fixtures/site/read-articles.mjs';

/** The English articles of the sample site as plain texts. */
export function sampleTexts(): string[] {
  return readArticles()
    .filter(({ language }) => language === 'en')
    .map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('\n\n'));
}
