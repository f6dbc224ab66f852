import * as v from 'valibot';
import type { ActorId, ClaimId, ClippingId, NoteId } from '../model/ids';
import { asId } from '../model/ids';

/**
 * Strict schemas of every argument that crosses a context. Each gives a fresh plain object: unknown keys are refused,
 * so nothing rides along and no prototype is ever taken over.
 */

/** Longest article text that is analysed or stored, in UTF-16 code units (about 300,000 words). */
export const MAX_TEXT_CHARS = 2_000_000;

const MAX_LIST = 50_000;
const Short = v.pipe(v.string(), v.maxLength(2_000));
const Long = v.pipe(v.string(), v.maxLength(100_000));
const Text = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS));
const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_TEXT_CHARS));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const WebAddress = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^(?:https?|file):\/\//i));

const Span = v.pipe(
  v.strictObject({ start: Offset, end: Offset }),
  v.check(({ start, end }) => start <= end, 'ends before it starts'),
);
const Spans = v.pipe(v.array(Span), v.maxLength(1_000));

const brand = <Name extends ActorId | ClaimId | ClippingId | NoteId>() =>
  v.pipe(
    Id,
    v.transform((id) => asId<Name>(id)),
  );
const ActorIdSchema = brand<ActorId>();
const ClaimIdSchema = brand<ClaimId>();
const ClippingIdSchema = brand<ClippingId>();
const NoteIdSchema = brand<NoteId>();

const ArticleSchema = v.strictObject({
  meta: v.strictObject({
    url: WebAddress,
    canonicalUrl: WebAddress,
    title: Long,
    byline: Long,
    outlet: Short,
    published: v.nullable(Short),
    modified: v.nullable(Short),
    language: v.pipe(v.string(), v.maxLength(20)),
  }),
  text: Text,
  blocks: v.pipe(
    v.array(
      v.strictObject({ start: Offset, end: Offset, kind: v.picklist(['paragraph', 'heading', 'quote', 'item']) }),
    ),
    v.maxLength(MAX_LIST),
  ),
});

const REASONS = [
  'quotation-with-cue',
  'quotation-alone',
  'reported-with-cue',
  'speaker-named',
  'speaker-by-pronoun',
  'speaker-by-description',
  'speaker-carried-over',
  'speaker-only-described',
  'speaker-unknown',
  'corrected-by-reader',
] as const;

const AnalysisSchema = v.strictObject({
  engine: Short,
  sentences: v.pipe(v.array(Span), v.maxLength(MAX_LIST)),
  actors: v.pipe(
    v.array(
      v.strictObject({
        id: ActorIdSchema,
        name: Long,
        type: v.picklist(['person', 'organization', 'place']),
        role: Long,
        mentions: v.pipe(
          v.array(v.strictObject({ start: Offset, end: Offset, form: v.picklist(['name', 'pronoun', 'description']) })),
          v.maxLength(MAX_LIST),
        ),
      }),
    ),
    v.maxLength(MAX_LIST),
  ),
  claims: v.pipe(
    v.array(
      v.strictObject({
        id: ClaimIdSchema,
        kind: v.picklist(['direct', 'mixed', 'indirect']),
        source: Spans,
        cue: Spans,
        content: v.pipe(Spans, v.minLength(1)),
        actor: v.nullable(ActorIdSchema),
        speaker: Long,
        stance: v.picklist(['asserts', 'denies', 'accuses', 'promises', 'asks', 'believes']),
        certainty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        why: v.pipe(v.array(v.strictObject({ code: v.picklist(REASONS), words: Long })), v.maxLength(20)),
      }),
    ),
    v.maxLength(MAX_LIST),
  ),
});

const DraftSchema = v.strictObject({ article: ArticleSchema, analysis: AnalysisSchema });

const SelectorsSchema = v.strictObject({ exact: Text, prefix: Short, suffix: Short, start: Offset, end: Offset });

const NoteDraftSchema = v.strictObject({
  selectors: v.nullable(SelectorsSchema),
  colour: v.picklist(['amber', 'green', 'blue', 'rose', 'grey']),
  body: Long,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100)),
});

const VerdictSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('right') }),
  v.strictObject({ kind: v.literal('wrong') }),
  v.strictObject({ kind: v.literal('speaker'), name: v.pipe(Short, v.trim(), v.minLength(1)) }),
]);

const TargetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('claim'), id: ClaimIdSchema }),
  v.strictObject({ kind: v.literal('note'), id: NoteIdSchema }),
  v.strictObject({ kind: v.literal('actor'), id: ActorIdSchema }),
]);

const LayersSchema = v.strictObject({ claims: v.boolean(), actors: v.boolean(), notes: v.boolean() });
const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const TabId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Arguments of PageCalls. */
export const PAGE_ARGS = {
  analyse: v.strictTuple([Text]),
  remember: v.strictTuple([ArticleSchema]),
  keep: v.strictTuple([DraftSchema]),
  addNote: v.strictTuple([DraftSchema, NoteDraftSchema]),
  correct: v.strictTuple([DraftSchema, SelectorsSchema, v.nullable(VerdictSchema)]),
  editNote: v.strictTuple([NoteIdSchema, Revision, NoteDraftSchema]),
  deleteNote: v.strictTuple([NoteIdSchema]),
  completeTag: v.strictTuple([v.pipe(v.string(), v.maxLength(200))]),
  openPanel: v.strictTuple([]),
} as const;

/** Arguments of PanelCalls. */
export const PANEL_ARGS = {
  readTab: v.strictTuple([TabId]),
  relatedTo: v.strictTuple([ArticleSchema, AnalysisSchema, v.nullable(ClippingIdSchema)]),
  saidBefore: v.strictTuple([Long, v.nullable(ClippingIdSchema)]),
} as const;

/** Arguments of TabCalls. */
export const TAB_ARGS = {
  view: v.strictTuple([]),
  readAnyway: v.strictTuple([]),
  reveal: v.strictTuple([TargetSchema]),
  point: v.strictTuple([v.nullable(TargetSchema)]),
  setLayers: v.strictTuple([LayersSchema]),
  keep: v.strictTuple([]),
  addNote: v.strictTuple([NoteDraftSchema]),
  correct: v.strictTuple([ClaimIdSchema, v.nullable(VerdictSchema)]),
  settle: v.strictTuple([]),
  focusPage: v.strictTuple([]),
  refresh: v.strictTuple([]),
  leave: v.strictTuple([]),
} as const;

/** Arguments of PageEvents. */
export const EVENT_ARGS = {
  viewChanged: v.strictTuple([]),
  pointedAt: v.strictTuple([v.nullable(ClaimIdSchema)]),
} as const;
