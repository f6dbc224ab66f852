import type { CodeUse } from '../../lib/model/code';
import { fold } from '../../lib/search/terms';

/** A code with those below it, by the alphabet. */
export interface CodeNode {
  readonly use: CodeUse;
  readonly below: readonly CodeNode[];
}

/** The codes as a tree; one whose parent is nowhere, or below itself, stands at the top. */
export function treeOf(uses: readonly CodeUse[], language: string): readonly CodeNode[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = uses.toSorted((a, b) => compare(a.code.name, b.code.name));
  const names = new Set(uses.map(({ code }) => code.name));
  const under = Map.groupBy(sorted, ({ code }) =>
    code.parent !== null && names.has(code.parent) ? code.parent : null,
  );
  const seen = new Set<string>();
  const node = (use: CodeUse): CodeNode => {
    seen.add(use.code.name);
    const children = (under.get(use.code.name) ?? []).filter(({ code }) => !seen.has(code.name));
    return { use, below: children.map(node) };
  };
  const top = (under.get(null) ?? []).map(node);
  return [...top, ...sorted.flatMap((use) => (seen.has(use.code.name) ? [] : [node(use)]))];
}

/** All codes of a tree in the order they are read, with how deep each stands. */
export function flatten(nodes: readonly CodeNode[], depth = 0): readonly { use: CodeUse; depth: number }[] {
  return nodes.flatMap(({ use, below }) => [{ use, depth }, ...flatten(below, depth + 1)]);
}

/** The codes in whose name or texts every word of the query stands. */
export function matchCodes(uses: readonly CodeUse[], query: string): readonly CodeUse[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return uses.filter(({ code }) => {
    const text = fold([code.name, code.definition, code.example].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
