import { isEnglish } from '../model/article';
import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import type { Database } from '../store/database';
import { keepClipping } from '../store/clippings';
import { isAwaited } from '../store/elsewhere';

/**
 * Keeps an article that is being read and that notes from elsewhere wait for: whoever has noted something on an article
 * wants it kept, as with a note that is written here. What fails is tried again at the next reading.
 */
export async function keepAwaited(
  article: Article,
  analyse: (text: string) => Promise<Analysis>,
  db?: Database,
): Promise<void> {
  const awaited = await isAwaited(article, db);
  if (!awaited.ok || !awaited.value) return;
  const found = await analyse(article.text);
  await keepClipping({ article, analysis: isEnglish(article.meta.language) ? found : { ...found, claims: [] } }, db);
}
