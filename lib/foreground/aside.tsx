/**
 * What stands beside the text: the card of a claim (shown by the pointer, or pinned by click or keyboard), the bar of
 * a selection, the bar of a note. One of them at a time; a selection comes before a card.
 */
import type { TargetsAt } from '../highlight/target-at';
import type { Claim } from '../model/analysis';
import type { ClaimId, NoteId } from '../model/ids';
import { unreachable } from '../model/result';
import type { PanelTarget } from '../model/target';
import { say } from '../platform/words';
import type { ArticlePage } from './article-page';
import { Bar } from './bar/bar';
import { Card } from './card/card';
import { passageBox, type Pencil } from './pencil';
import { boxAround, placeAtEdge, placeBeside, type Box, type Point, type Size } from './place-box';
import type { Ports } from './ports';
import { ReaderActions, type Outcome } from './reader-actions';
import { selectedIn, type Selected } from './selection';
import { Stage, type Scenery } from './stage';

/** The pointer rests so long on a claim before its card comes, and may leave it so long on its way to the card. */
const REST_MS = 450;
const LEAVE_MS = 350;

interface ShownCard {
  readonly kind: 'card';
  readonly claim: ClaimId;
  /** Stays until it is closed; else it goes with the pointer. */
  readonly isPinned: boolean;
  readonly status: string;
}

interface ShownSelection {
  readonly kind: 'selection';
  readonly selected: Selected;
  readonly status: string;
}

interface ShownNote {
  readonly kind: 'note';
  readonly note: NoteId;
  readonly status: string;
}

type Shown = ShownCard | ShownSelection | ShownNote;

export class Aside {
  readonly #document: Document;
  readonly #page: ArticlePage;
  readonly #pencil: Pencil;
  readonly #ports: Ports;
  readonly #stage: Stage;
  readonly #actions: ReaderActions;
  #shown: Shown | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointedClaim: ClaimId | null = null;
  /** Where the keyboard was before it came to the stage. */
  #focusedBefore: HTMLElement | null = null;

  constructor(document: Document, page: ArticlePage, pencil: Pencil, ports: Ports, signal: AbortSignal) {
    this.#document = document;
    this.#page = page;
    this.#pencil = pencil;
    this.#ports = ports;
    this.#actions = new ReaderActions(document, page, ports.worker);
    this.#stage = new Stage(document, () => this.#forget(), signal);
    document.addEventListener('keydown', (event) => event.isTrusted && this.#key(event), { capture: true, signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  owns(event: Event): boolean {
    return this.#stage.owns(event);
  }

  /** The pointer is over this. */
  over({ claim, actor }: TargetsAt): void {
    if (this.#isPinned()) return;
    this.#point(claim ?? actor);
    clearTimeout(this.#timer);
    const target = claim?.kind === 'claim' ? claim.id : null;
    if (this.#shown?.kind === 'card' && this.#shown.claim === target) return;
    if (target !== null && this.#shown?.kind !== 'selection' && this.#shown?.kind !== 'note') {
      this.#timer = setTimeout(() => this.#showCard(target, false), REST_MS);
    } else if (this.#shown?.kind === 'card') {
      this.#timer = setTimeout(() => this.close(), LEAVE_MS);
    }
  }

  /** The pointer is on the card itself. */
  overOurs(): void {
    clearTimeout(this.#timer);
  }

  clicked({ claim, note }: TargetsAt): void {
    if (note?.kind === 'note') this.#show({ kind: 'note', note: note.id, status: '' });
    else if (claim?.kind === 'claim') this.#showCard(claim.id, true);
    else if (this.#shown) this.close();
  }

  selectionChanged(): void {
    const selected = selectedIn(this.#document, this.#page);
    if (selected) this.#show({ kind: 'selection', selected, status: '' });
    else if (this.#shown?.kind === 'selection' && !this.#stage.hasFocus()) this.close();
  }

  /** Shows what is known now, after a change of notes or verdicts. */
  refresh(): void {
    if (!this.#shown) return;
    const scenery = this.#sceneryOf(this.#shown);
    if (scenery) this.#stage.show(scenery);
    else this.close();
  }

  /** Brings the keyboard to the bar of the selection, else to the card of the first claim in sight; false for neither. */
  focus(): boolean {
    const selected = selectedIn(this.#document, this.#page);
    const claim = this.#firstInSight();
    if (selected) this.#show({ kind: 'selection', selected, status: '' });
    else if (claim) this.#showCard(claim.id, true);
    else return false;
    this.#takeFocus();
    return true;
  }

  close(): void {
    const hadFocus = this.#stage.hasFocus();
    this.#stage.clear();
    this.#forget();
    if (hadFocus) this.#focusedBefore?.focus({ preventScroll: true });
    this.#focusedBefore = null;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#shown = null;
    this.#point(null);
  }

  #isPinned(): boolean {
    return this.#shown?.kind === 'card' && this.#shown.isPinned;
  }

  #point(target: PanelTarget | null): void {
    this.#pencil.point(target);
    const claim = target?.kind === 'claim' ? target.id : null;
    if (claim === this.#pointedClaim) return;
    this.#pointedClaim = claim;
    this.#ports.tell.pointedAt(claim);
  }

  #showCard(claim: ClaimId, isPinned: boolean): void {
    this.#point({ kind: 'claim', id: claim });
    this.#show({ kind: 'card', claim, isPinned, status: '' });
  }

  #show(shown: Shown): void {
    clearTimeout(this.#timer);
    this.#shown = shown;
    this.refresh();
  }

  #takeFocus(): void {
    const { activeElement } = this.#document;
    if (!this.#stage.hasFocus() && activeElement instanceof HTMLElement) this.#focusedBefore = activeElement;
    this.#stage.focus();
  }

  #sceneryOf(shown: Shown): Scenery | null {
    switch (shown.kind) {
      case 'card':
        return this.#cardScenery(shown);
      case 'selection':
        return this.#selectionScenery(shown);
      case 'note':
        return this.#noteScenery(shown);
      default:
        return unreachable(shown);
    }
  }

  #cardScenery(shown: ShownCard): Scenery | null {
    const { claim: id, status } = shown;
    const claim = this.#page.claim(id);
    const { read } = this.#page;
    if (!claim || !read) return null;
    const target: PanelTarget = { kind: 'claim', id };
    return {
      content: (
        <Card
          key={id}
          claim={claim}
          cue={claim.cue.map(({ start, end }) => read.known.article.text.slice(start, end)).join(' … ')}
          speakerRole={read.analysis.actors.find((actor) => actor.id === claim.actor)?.role ?? ''}
          actors={read.analysis.actors}
          verdict={this.#page.verdictOn(id)}
          status={status}
          act={(action) => void this.#after(shown, this.#actions.onCard(claim, action))}
        />
      ),
      tone: this.#pencil.toneAt(target),
      place: (size) => this.#besideColumn(claim, size),
    };
  }

  #selectionScenery(shown: ShownSelection): Scenery {
    const { selected, status } = shown;
    return {
      content: (
        <Bar
          label={say('bar.label')}
          colour={null}
          canRemove={false}
          status={status}
          act={(action) => void this.#after(shown, this.#actions.onSelection(shown.selected, action))}
        />
      ),
      tone: this.#pencil.toneOf(selected.range.startContainer),
      place: (size) => this.#beside(boxAround([...selected.range.getClientRects()]), size),
    };
  }

  #noteScenery(shown: ShownNote): Scenery | null {
    const { note: id, status } = shown;
    const note = this.#page.note(id);
    if (!note) return null;
    const target: PanelTarget = { kind: 'note', id };
    return {
      content: (
        <Bar
          key={id}
          label={say('bar.noteLabel')}
          colour={note.colour}
          canRemove={note.body === '' && note.tags.length === 0}
          status={status}
          act={(action) => void this.#after(shown, this.#actions.onNote(shown.note, action))}
        />
      ),
      tone: this.#pencil.toneAt(target),
      place: (size) => this.#beside(passageBox(this.#pencil, target), size),
    };
  }

  /** In the margin beside the column where there is room, else under or over the lines of the claim. */
  #besideColumn(claim: Claim, size: Size): Point | null {
    const lines = this.#pencil.sentenceBox(claim);
    const column = this.#pencil.columnOf(claim);
    const view = this.#windowSize();
    if (!lines || !column || !isSeen(lines, view)) return null;
    const { left, right } = column;
    return placeBeside({ ...lines, left, right }, size, view, ['right', 'left']) ?? this.#beside(lines, size);
  }

  #beside(passage: Box | null, size: Size): Point | null {
    const view = this.#windowSize();
    if (!passage || !isSeen(passage, view)) return null;
    return placeBeside(passage, size, view, ['below', 'above']) ?? placeAtEdge(passage, size, view);
  }

  #windowSize(): Size {
    const { clientWidth: width, clientHeight } = this.#document.documentElement;
    return { width, height: Math.min(clientHeight, this.#document.defaultView?.innerHeight ?? clientHeight) };
  }

  /** Shows what came of a button, if the same thing is still shown. */
  async #after(shown: Shown, outcome: Promise<Outcome>): Promise<void> {
    const next = await outcome;
    if (!this.#shown || !isSame(this.#shown, shown)) return;
    if (next.closes) this.close();
    else this.#show({ ...this.#shown, status: next.status });
  }

  #key(event: KeyboardEvent): void {
    if (!this.#shown) return;
    if (event.key === 'Escape') {
      if (this.#stage.owns(event)) event.preventDefault();
      this.close();
      return;
    }
    const step = STEPS.get(event.key);
    if (step === undefined || this.#shown.kind !== 'card' || !this.#stage.owns(event)) return;
    event.preventDefault();
    this.#step(this.#shown.claim, step);
  }

  /** Goes to the next claim that has a place on the page. */
  #step(from: ClaimId, step: 1 | -1): void {
    const claims = this.#page.read?.analysis.claims ?? [];
    const ordered = step === 1 ? claims : claims.toReversed();
    const after = ordered.slice(ordered.findIndex(({ id }) => id === from) + 1);
    const next = after.find(({ id }) => passageBox(this.#pencil, { kind: 'claim', id }) !== null);
    if (!next) return;
    if (!this.#isInSight(next)) this.#pencil.reveal({ kind: 'claim', id: next.id });
    this.#showCard(next.id, true);
    this.#takeFocus();
  }

  #firstInSight(): Claim | undefined {
    return this.#page.read?.analysis.claims.find((claim) => this.#isInSight(claim));
  }

  #isInSight({ id }: Claim): boolean {
    const box = passageBox(this.#pencil, { kind: 'claim', id });
    return box !== null && box.top >= 0 && box.top < this.#document.documentElement.clientHeight;
  }
}

function isSame(a: Shown, b: Shown): boolean {
  if (a.kind === 'card') return b.kind === 'card' && a.claim === b.claim;
  if (a.kind === 'note') return b.kind === 'note' && a.note === b.note;
  return b.kind === 'selection' && a.selected === b.selected;
}

function isSeen({ top, bottom }: Box, { height }: Size): boolean {
  return bottom >= 0 && top <= height;
}

const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowDown', 1],
  ['ArrowRight', 1],
  ['ArrowUp', -1],
  ['ArrowLeft', -1],
]);
