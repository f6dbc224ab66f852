/** What the buttons of card and bar do. Each gives what is to be shown next. */
import { citeClaim } from '../exchange/citation/cite';
import type { WriteFailure } from '../messages/protocol';
import type { Claim } from '../model/analysis';
import type { NoteId } from '../model/ids';
import type { NoteDraft } from '../model/note';
import type { ReaderRequest } from '../model/page-view';
import { unreachable, type Result } from '../model/result';
import { cover } from '../model/span';
import { writeFailureWords } from '../platform/failure-words';
import { say } from '../platform/words';
import type { ArticlePage } from './article-page';
import type { BarAction } from './bar/bar';
import type { CardAction } from './card/card';
import { copyText } from './copy-text';
import type { Ports } from './ports';
import type { Selected } from './selection';

/** The card or bar closes, or stays and says this (nothing, if empty). */
export type Outcome = { readonly closes: true } | { readonly closes: false; readonly status: string };

const CLOSES: Outcome = { closes: true };

function says(status: string): Outcome {
  return { closes: false, status };
}

export class ReaderActions {
  readonly #document: Document;
  readonly #page: ArticlePage;
  readonly #worker: Ports['worker'];

  constructor(document: Document, page: ArticlePage, worker: Ports['worker']) {
    this.#document = document;
    this.#page = page;
    this.#worker = worker;
  }

  async onCard(claim: Claim, action: CardAction): Promise<Outcome> {
    switch (action.kind) {
      case 'note':
      case 'tag':
        return this.#write(this.#page.describe(cover(claim.content)), action.kind);
      case 'name-speaker':
        return this.#handOver({ kind: 'speaker', claim: claim.id });
      case 'said-before':
        return this.#handOver({ kind: 'before', claim: claim.id });
      case 'copy':
        return this.#copy(claim);
      case 'judge':
        return told(await this.#page.correct(claim.id, action.verdict), says(say('card.saved')));
      default:
        return unreachable(action);
    }
  }

  async onSelection({ span }: Selected, action: BarAction): Promise<Outcome> {
    const selectors = this.#page.describe(span);
    if (action.kind === 'remove') return CLOSES;
    const outcome =
      action.kind === 'colour'
        ? told(await this.#page.addNote({ selectors, colour: action.colour, body: '', tags: [] }), CLOSES)
        : await this.#write(selectors, action.kind);
    // Words that stay selected would bring the bar back when the pointer is lifted from its button.
    if (outcome === CLOSES) this.#document.getSelection()?.removeAllRanges();
    return outcome;
  }

  async onNote(id: NoteId, action: BarAction): Promise<Outcome> {
    const note = this.#page.note(id);
    if (!note) return CLOSES;
    switch (action.kind) {
      case 'note':
      case 'tag':
        return this.#handOver({ kind: 'edit', note: id, focus: fieldOf(action.kind) });
      case 'remove':
        return told(await this.#page.removeNote(note), CLOSES);
      case 'colour':
        return told(await this.#page.recolour(note, action.colour), says(''));
      default:
        return unreachable(action);
    }
  }

  async #copy(claim: Claim): Promise<Outcome> {
    const article = this.#page.read?.known.article;
    if (!article) return CLOSES;
    const isCopied = await copyText(citeClaim(article, claim, 'apa', Date.now()), this.#document);
    return says(say(isCopied ? 'card.copied' : 'card.copyFailed'));
  }

  async #write(selectors: NoteDraft['selectors'], button: 'note' | 'tag'): Promise<Outcome> {
    return selectors ? this.#handOver({ kind: 'note', selectors, focus: fieldOf(button) }) : CLOSES;
  }

  /** Hands over to the side panel, where typing is safe. It has to be opened before anything is waited for. */
  async #handOver(request: ReaderRequest): Promise<Outcome> {
    const opening = this.#worker.openPanel().catch(() => null);
    this.#page.ask(request);
    const opened = await opening;
    return opened?.ok ? CLOSES : says(say('card.writeInPanel'));
  }
}

function fieldOf(button: 'note' | 'tag'): 'body' | 'tags' {
  return button === 'tag' ? 'tags' : 'body';
}

function told(written: Result<unknown, WriteFailure>, whenSaved: Outcome): Outcome {
  return written.ok ? whenSaved : says(writeFailureWords(written.reason));
}
