import { unreachable } from '../../model/result';

/** A query, understood. Every text is one: what makes no sense as an operator is searched for as words. */
export type QueryNode =
  | { readonly kind: 'word'; readonly text: string }
  /** Words in this order, side by side. */
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string }
  | { readonly kind: 'date'; readonly side: 'before' | 'after'; readonly day: number }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'any'; readonly nodes: readonly QueryNode[] };

/** actor: is named; said-by: is quoted or reported; outlet, tag; kind: of a claim in it; has: note or tag. */
export const QUERY_FIELDS = ['actor', 'said-by', 'outlet', 'tag', 'kind', 'has'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** All phrases of a query, each once. */
export function phrasesOf(node: QueryNode): string[] {
  switch (node.kind) {
    case 'phrase':
      return [node.text];
    case 'not':
      return phrasesOf(node.node);
    case 'all':
    case 'any':
      return [...new Set(node.nodes.flatMap(phrasesOf))];
    case 'word':
    case 'field':
    case 'date':
      return [];
    default:
      return unreachable(node);
  }
}
