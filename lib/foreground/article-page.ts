/**
 * The article of this page as it is known now, and all that changes it. Holds the state; paints and shows nothing.
 */
import { describe } from '../anchoring/describe';
import type { TabCalls, WriteFailure } from '../messages/protocol';
import { type Claim, isPartial } from '../model/analysis';
import { isEnglish } from '../model/article';
import type { ClippingDraft } from '../model/clipping';
import type { ClaimId } from '../model/ids';
import type { Note, NoteDraft, Verdict } from '../model/note';
import type { Layers, NotReadReason, PageView, ReaderRequest } from '../model/page-view';
import { fail, ok, type Result } from '../model/result';
import { cover, type Span } from '../model/span';
import { extractInSteps, type ExtractedArticle } from '../page/extract-article';
import type { TextMap } from '../page/text-map';
import { breathe } from './breathe';
import { isFilledByFrame } from './filled-by-frame';
import { join, type Joined, type Known } from './known';
import type { Ports } from './ports';

/** What happened, for those who paint and show it. `nodes`: the same text stands in other nodes. */
export type PageChange = 'state' | 'article' | 'notes' | 'layers' | 'nodes' | 'asked';

/** An article that was read, with where it lies in the page. */
export interface ReadArticle extends Joined {
  readonly known: Known;
  readonly textMap: TextMap;
}

type State =
  | { readonly kind: 'reading' }
  | { readonly kind: 'not-read'; readonly reason: NotReadReason; readonly canReadAnyway: boolean }
  | { readonly kind: 'read'; readonly read: ReadArticle };

export class ArticlePage {
  readonly #document: Document;
  readonly #worker: Ports['worker'];
  readonly #changed: (change: PageChange) => void;
  readonly #canPaint: boolean;
  #state: State = { kind: 'reading' };
  #layers: Layers = { claims: true, actors: false, notes: true };
  #asked: ReaderRequest | null = null;
  /** The reader asked to read this page though it does not look like an article. */
  #anyway = false;
  /** Grows with each reading, so that an older one is dropped where it stands. */
  #reading = 0;

  constructor(document: Document, worker: Ports['worker'], canPaint: boolean, changed: (change: PageChange) => void) {
    this.#document = document;
    this.#worker = worker;
    this.#canPaint = canPaint;
    this.#changed = changed;
  }

  get read(): ReadArticle | null {
    return this.#state.kind === 'read' ? this.#state.read : null;
  }

  get layers(): Layers {
    return this.#layers;
  }

  /** The page as the panel sees it. */
  view(): PageView {
    const state = this.#state;
    if (state.kind === 'reading') return { state: 'reading' };
    if (state.kind === 'not-read') {
      const { reason, canReadAnyway } = state;
      return { state: 'not-read', reason, canReadAnyway, url: this.#document.location.href };
    }
    const { known, analysis, verdicts, notes, changes } = state.read;
    return {
      state: 'read',
      article: known.article,
      analysis,
      verdicts,
      clipping: known.memory?.clipping ?? null,
      notes,
      changes,
      versions: known.memory?.versions ?? [],
      layers: this.#layers,
      canPaint: this.#canPaint,
      notice: noticeOf(known),
      asked: this.#asked,
    };
  }

  /** Reads the page from the start. */
  async readPage(anyway: boolean): Promise<void> {
    this.#anyway = anyway;
    this.#asked = null;
    this.#set({ kind: 'reading' });
    await this.#readNow();
  }

  /**
   * Reads the page again after a change: new nodes are mapped, and a changed text is analysed anew. Settles when the
   * page was looked at; what is found in a new text comes later.
   */
  async readAgain(): Promise<void> {
    const reading = ++this.#reading;
    const extracted = await this.#extract(reading);
    if (!extracted) return;
    const before = this.read;
    if (!extracted.ok) {
      const isNews =
        this.#state.kind === 'reading' || (this.#state.kind === 'not-read' && this.#state.reason !== extracted.reason);
      if (isNews) this.#set(notRead(extracted.reason));
      return;
    }
    const { article, textMap } = extracted.value;
    if (before?.known.article.text === article.text) {
      this.#state = { kind: 'read', read: { ...before, textMap } };
      this.#changed('nodes');
      return;
    }
    void this.#understand(reading, extracted.value);
  }

  /** Asks the store again what it knows: notes and corrections are placed anew. */
  async refresh(): Promise<void> {
    const before = this.read;
    if (!before) return;
    const memory = await this.#worker.remember(before.known.article);
    // The article may have been read anew while the store answered.
    const now = this.read;
    if (!memory.ok || !now || now.known.article !== before.known.article) return;
    const known = { ...now.known, memory: memory.value };
    this.#state = { kind: 'read', read: { known, textMap: now.textMap, ...join(known) } };
    this.#changed('notes');
  }

  setLayers(layers: Layers): void {
    this.#layers = layers;
    this.#changed('layers');
  }

  /** Asks the panel to open an editor; null ends that. */
  ask(request: ReaderRequest | null): void {
    this.#asked = request;
    this.#changed('asked');
  }

  claim(id: ClaimId): Claim | null {
    return this.read?.analysis.claims.find((claim) => claim.id === id) ?? null;
  }

  verdictOn(id: ClaimId): Verdict | null {
    return this.read?.verdicts.find(({ claim }) => claim === id)?.verdict ?? null;
  }

  note(id: Note['id']): Note | null {
    return this.read?.notes.find(({ note }) => note.id === id)?.note ?? null;
  }

  /** The stored description of a passage; null while no article is read. */
  describe(span: Span): Note['selectors'] {
    return this.read ? describe(this.read.known.article.text, span) : null;
  }

  keep(): Promise<Awaited<ReturnType<Ports['worker']['keep']>>> {
    return this.#write((draft) => this.#worker.keep(draft));
  }

  addNote(note: NoteDraft): Promise<Result<Note, WriteFailure>> {
    return this.#write((draft) => this.#worker.addNote(draft, note));
  }

  /** Gives a note another colour. */
  recolour(note: Note, colour: Note['colour']): Promise<Result<Note, WriteFailure>> {
    const { selectors, body, tags } = note;
    return this.#write(() => this.#worker.editNote(note.id, note.revision, { selectors, body, tags, colour }));
  }

  removeNote(note: Note): Promise<Result<null, WriteFailure>> {
    return this.#write(() => this.#worker.deleteNote(note.id));
  }

  correct(id: ClaimId, verdict: Verdict | null): ReturnType<Ports['worker']['correct']> {
    const claim = this.claim(id);
    const content = claim && this.describe(cover(claim.content));
    if (!content) return Promise.resolve<ReturnType<TabCalls['correct']>>(fail('not-found'));
    return this.#write((draft) => this.#worker.correct(draft, content, verdict));
  }

  async #write<Value>(
    write: (draft: ClippingDraft) => Promise<Result<Value, WriteFailure>>,
  ): Promise<Result<Value, WriteFailure>> {
    const known = this.read?.known;
    if (!known) return fail('not-found');
    const written = await write({ article: known.article, analysis: known.found });
    if (written.ok) await this.refresh();
    return written;
  }

  async #readNow(): Promise<void> {
    const reading = ++this.#reading;
    // Whatever is wrong with it is told when it is needed.
    this.#worker.prepare().catch(() => {});
    const extracted = await this.#extract(reading);
    if (extracted?.ok) await this.#understand(reading, extracted.value);
    else if (extracted) this.#set(notRead(extracted.reason));
  }

  /** Null where a newer reading has begun meanwhile. */
  async #extract(reading: number): Promise<Result<ExtractedArticle, NotReadReason> | null> {
    if (this.#document.contentType === 'application/pdf') return fail('pdf');
    const extracted = await this.#extractOrFail(reading);
    if (!extracted) return null;
    if (extracted.ok && (extracted.value.looksLikeArticle || this.#anyway)) return ok(extracted.value);
    if (isFilledByFrame(this.#document)) return fail('frame');
    return extracted.ok ? fail('not-an-article') : extracted;
  }

  /** A page can be odd beyond what was foreseen; then this page fails, and says so. */
  async #extractOrFail(reading: number): Promise<Result<ExtractedArticle, NotReadReason> | null> {
    try {
      const steps = extractInSteps(this.#document, this.#document.location.href);
      for (;;) {
        // Before the first one too: starting up was a piece of work of its own.
        await breathe();
        if (reading !== this.#reading) return null;
        const step = steps.next();
        if (step.done) return step.value;
      }
    } catch (error) {
      console.error('Hearsay:', error);
      return fail('failed');
    }
  }

  async #understand(reading: number, { article, textMap }: ExtractedArticle): Promise<void> {
    const answers = await Promise.all([this.#worker.analyse(article.text), this.#worker.remember(article)]).catch(
      () => null,
    );
    if (reading !== this.#reading) return;
    if (!answers) {
      this.#set(notRead('failed'));
      return;
    }
    const [analysed, remembered] = answers;
    if (!analysed.ok) {
      this.#set(notRead(analysed.reason));
      return;
    }
    const found = isEnglish(article.meta.language) ? analysed.value : { ...analysed.value, claims: [] };
    // A store that does not answer takes the notes away, not the claims.
    const known = { article, found, memory: remembered.ok ? remembered.value : null };
    this.#set({ kind: 'read', read: { known, textMap, ...join(known) } });
  }

  #set(state: State): void {
    this.#state = state;
    this.#changed(state.kind === 'read' ? 'article' : 'state');
  }
}

function noticeOf({ article, found }: Known): 'not-english' | 'partial' | null {
  if (!isEnglish(article.meta.language)) return 'not-english';
  return isPartial(found, article.text) ? 'partial' : null;
}

function notRead(reason: NotReadReason): State {
  return { kind: 'not-read', reason, canReadAnyway: reason === 'not-an-article' };
}
