import type { Clipping, ClippingText } from '../../model/clipping';
import { type Description, describeArticle } from '../../search/description';

/** What of a stored article goes into the index. */
export function describeClipping({ id, meta }: Clipping, { text, analysis }: ClippingText): Description {
  const { title, outlet, published } = meta;
  return describeArticle(id, { title, text, outlet, published }, analysis);
}
