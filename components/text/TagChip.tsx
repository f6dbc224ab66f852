import type { ComponentChildren } from 'preact';
import { useCodes } from '../hooks/use-codes';
import { PageText } from './words';

/** A tag as a chip: in the colour of its code, with its definition as a hint. `children` is what can be done with it. */
export function TagChip({ tag, children }: { readonly tag: string; readonly children?: ComponentChildren }) {
  const code = useCodes().find((use) => use.code.name === tag)?.code;
  return (
    <span
      class="tag"
      {...(code ? { style: { '--code': code.colour } } : {})}
      {...(code?.definition ? { title: code.definition } : {})}
    >
      <PageText>{tag}</PageText>
      {children}
    </span>
  );
}
