import type { ArticleMeta } from '../../model/article';
import { parseByline } from './byline';
import type { CslName } from './byline';

/** A date as CSL-JSON has it: year, month 1-12, day, as exact as known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** An article in CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), what reference managers import. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title: string;
  readonly author: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly URL: string;
  readonly language?: string;
}

/** The article as a CSL-JSON item; `accessedAt` is epoch milliseconds, read in UTC. Fields the page does not give are absent. */
export function toCslItem(meta: ArticleMeta, accessedAt: number): CslItem {
  const issued = meta.published === null ? null : toCslDate(meta.published);
  return {
    id: meta.canonicalUrl,
    type: meta.outlet ? 'article-newspaper' : 'webpage',
    title: meta.title,
    author: parseByline(meta.byline, meta.outlet),
    ...(meta.outlet ? { 'container-title': meta.outlet } : {}),
    ...(issued ? { issued } : {}),
    accessed: toCslDate(new Date(accessedAt).toISOString()) ?? { 'date-parts': [[1970, 1, 1]] },
    URL: meta.canonicalUrl || meta.url,
    ...(meta.language && meta.language !== 'und' ? { language: meta.language } : {}),
  };
}

/** The day of an ISO 8601 date as it is written there (no change of time zone); null when it is none. */
export function toCslDate(iso: string): CslDate | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)?.slice(1).filter(Boolean).map(Number);
  return parts?.length ? { 'date-parts': [parts] } : null;
}
