/** The smallest element that holds all the nodes; null when there are none, or none. */
export function smallestAround(nodes: readonly Node[]): Element | null {
  let element = nodes[0]?.parentElement ?? null;
  while (element && !nodes.every((node) => element?.contains(node))) element = element.parentElement;
  return element;
}
