import * as v from 'valibot';
import {
  ActorIdSchema,
  ChangeIdSchema,
  ClaimIdSchema,
  ClippingIdSchema,
  NoteIdSchema,
  ArticleSchema,
  AnalysisSchema,
  DraftSchema,
  SelectorsSchema,
  NoteDraftSchema,
  VerdictSchema,
  LongText,
  ArticleText,
} from '../model/schemas';
import { LAYERS } from '../model/page-view';

/** Strict schemas of the arguments of every call that crosses a context. */

const TargetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('claim'), id: ClaimIdSchema }),
  v.strictObject({ kind: v.literal('note'), id: NoteIdSchema }),
  v.strictObject({ kind: v.literal('actor'), id: ActorIdSchema }),
  v.strictObject({ kind: v.literal('change'), id: ChangeIdSchema }),
]);

export const LayersSchema = v.strictObject({ claims: v.boolean(), actors: v.boolean(), notes: v.boolean() });
const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Arguments of PageCalls. */
export const PAGE_ARGS = {
  prepare: v.strictTuple([]),
  analyse: v.strictTuple([ArticleText]),
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
  requestsOutside: v.strictTuple([]),
  relatedTo: v.strictTuple([ArticleSchema, AnalysisSchema, v.nullable(ClippingIdSchema)]),
  saidBefore: v.strictTuple([LongText, v.nullable(ClippingIdSchema)]),
} as const;

/** Arguments of TabCalls. */
export const TAB_ARGS = {
  view: v.strictTuple([]),
  readAnyway: v.strictTuple([]),
  reveal: v.strictTuple([TargetSchema]),
  point: v.strictTuple([v.nullable(TargetSchema)]),
  setLayer: v.strictTuple([v.picklist(LAYERS), v.boolean()]),
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
