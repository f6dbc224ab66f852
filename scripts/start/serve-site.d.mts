/** One block of a sample article. */
export interface SampleBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

/** One article of the sample site. */
export interface SampleArticle {
  readonly slug: string;
  readonly path: string;
  readonly outlet: 'meridian' | 'transom' | 'lantern' | 'reader';
  readonly title: string;
  readonly byline: string;
  readonly published: string;
  readonly language: string;
  readonly paragraphs: readonly SampleBlock[];
  readonly later: SampleArticle | null;
}

/** The sample site while it is served. */
export interface Site {
  readonly origin: string;
  readonly articles: readonly SampleArticle[];
  readonly requests: string[];
  setLater(later: boolean): void;
  close(): Promise<void>;
}

export const FIRST_ARTICLE: string;
export const SECOND_ARTICLE: string;
export function serveSite(port?: number): Promise<Site>;
