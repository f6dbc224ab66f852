import { type RefObject } from 'preact';
import type { ClaimId, NoteId } from '../../lib/model/ids';
import { asId } from '../../lib/model/ids';
import type { Span } from '../../lib/model/span';
import type { MarkedBlock, Piece } from './mark-text';

export interface KeptTextProps {
  readonly blocks: readonly MarkedBlock[];
  readonly label: string;
  /** Language of the text, empty when not known. */
  readonly language: string;
  readonly root: RefObject<HTMLElement | null>;
  readonly onClaim: (id: ClaimId) => void;
  readonly onNote: (id: NoteId) => void;
  /** The pointer is on the words of this claim, or (null) left them. */
  readonly onPoint: (id: ClaimId | null) => void;
  /** Words were selected, or (null) are no longer. */
  readonly onSelect: (passage: Span | null) => void;
}

const ELEMENTS = { paragraph: 'p', heading: 'h3', quote: 'blockquote', item: 'p' } as const;

/** The kept article, block by block, with its claims and notes marked in it as in the page. */
export function KeptText(props: KeptTextProps) {
  const { blocks, language, root } = props;
  const dataOf = (event: Event) => (event.target instanceof HTMLElement ? event.target.dataset : {});
  const onClick = (event: MouseEvent) => {
    const { note, claim } = dataOf(event);
    if (!getSelection()?.isCollapsed) return;
    if (note !== undefined) props.onNote(asId(note));
    else if (claim !== undefined) props.onClaim(asId(claim));
  };
  const onPointerOver = (event: PointerEvent) => {
    const { claim } = dataOf(event);
    props.onPoint(claim === undefined ? null : asId(claim));
  };
  const selected = () => props.onSelect(root.current && selectedIn(root.current));
  return (
    <section
      class="kept-text"
      ref={root}
      aria-label={props.label}
      {...(language ? { lang: language } : {})}
      onClick={onClick}
      onPointerOver={onPointerOver}
      onPointerLeave={() => props.onPoint(null)}
      onPointerUp={selected}
      onKeyUp={selected}
    >
      {blocks.map(({ kind, start, pieces }) => {
        const Element = ELEMENTS[kind];
        return (
          <Element key={start} class={`block ${kind}`} dir="auto">
            {pieces.map((piece) => (
              <span key={piece.start} {...markOf(piece)} data-start={piece.start} data-end={piece.end}>
                {piece.text}
              </span>
            ))}
          </Element>
        );
      })}
    </section>
  );
}

function markOf({ claim, note }: Piece) {
  const names = [...(claim ? ['claimed', claim.kind] : []), ...(note ? ['noted', note.colour] : [])];
  return {
    ...(names.length > 0 ? { class: names.join(' ') } : {}),
    ...(claim ? { 'data-claim': claim.id } : {}),
    ...(note ? { 'data-note': note.id } : {}),
  };
}

/** The stretch of the article text that is selected inside `root`; null when nothing is, or something outside too. */
function selectedIn(root: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetIn(root, range.startContainer, range.startOffset),
    offsetIn(root, range.endContainer, range.endOffset),
  ];
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Where a point of the document lies in the article text; a point between blocks counts as the next one's start. */
function offsetIn(root: HTMLElement, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  if (node instanceof Text) {
    const start = node.parentElement?.dataset['start'];
    return start === undefined ? null : Number(start) + offset;
  }
  const child = node.childNodes[offset];
  const next = child instanceof HTMLElement ? child : null;
  const piece = next?.matches('[data-start]') ? next : next?.querySelector<HTMLElement>('[data-start]');
  return piece ? Number(piece.dataset['start']) : null;
}
