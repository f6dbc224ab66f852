/**
 * The part of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) that Hearsay writes.
 */
export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'highlighting' | 'commenting' | 'tagging' | 'identifying';
  readonly created: string;
  readonly modified?: string;
  readonly generator: { readonly id: string; readonly type: 'Software'; readonly name: string };
  readonly body?: readonly TextualBody[];
  readonly target: SpecificResource;
}

export interface TextualBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/markdown' | 'text/plain';
  readonly purpose: 'commenting' | 'tagging' | 'identifying' | 'classifying';
}

export interface SpecificResource {
  readonly type: 'SpecificResource';
  readonly source: string;
  /** Both point to the same passage; absent when the annotation is on the whole article. */
  readonly selector?: readonly [TextQuoteSelector, TextPositionSelector];
  /** When the article was captured. */
  readonly state: { readonly type: 'TimeState'; readonly sourceDate: string };
}

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export interface AnnotationCollection {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'AnnotationCollection';
  readonly label: string;
  readonly total: number;
  readonly first: {
    readonly id: string;
    readonly type: 'AnnotationPage';
    readonly partOf: string;
    readonly startIndex: 0;
    readonly items: readonly Annotation[];
  };
}
