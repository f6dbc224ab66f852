import type { PageReport } from './article-in-page';

/** A browser in which saved pages are read by the code that ships, in a world of its own as a content script has it. */
export interface SavedPageReader {
  /** Shows these bytes as if they came from `url` and reads them; rejects where the browser cannot. */
  read(html: Buffer, url: string): Promise<PageReport>;
  close(): Promise<void>;
}
