import * as v from 'valibot';
import {
  type ActorId,
  type ChangeId,
  type ClaimId,
  type ClippingId,
  type CorrectionId,
  type NoteId,
  asId,
} from './ids';
import { fitsText } from './fits-text';

/**
 * Strict schemas of the nouns, for every door through which data comes in: messages and files. Each gives fresh plain
 * objects: unknown keys are refused, so nothing rides along and no prototype is ever taken over.
 */

/** Longest article text that is analysed or stored, in UTF-16 code units (about 300,000 words). */
export const MAX_TEXT_CHARS = 2_000_000;

export const MAX_LIST = 50_000;
export const ShortText = v.pipe(v.string(), v.maxLength(2_000));
export const LongText = v.pipe(v.string(), v.maxLength(100_000));
export const ArticleText = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS));
const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_TEXT_CHARS));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const HttpAddress = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^https?:\/\//i));
const WebAddress = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^(?:https?|file):\/\//i));

export const SpanSchema = v.pipe(
  v.strictObject({ start: Offset, end: Offset }),
  v.check(({ start, end }) => start <= end, 'ends before it starts'),
);
const Spans = v.pipe(v.array(SpanSchema), v.maxLength(1_000));

const brand = <Name extends ActorId | ChangeId | ClaimId | ClippingId | CorrectionId | NoteId>() =>
  v.pipe(
    Id,
    v.transform((id) => asId<Name>(id)),
  );
export const ActorIdSchema = brand<ActorId>();
export const ChangeIdSchema = brand<ChangeId>();
export const ClaimIdSchema = brand<ClaimId>();
export const ClippingIdSchema = brand<ClippingId>();
export const NoteIdSchema = brand<NoteId>();

const BlocksSchema = v.pipe(
  v.array(v.strictObject({ start: Offset, end: Offset, kind: v.picklist(['paragraph', 'heading', 'quote', 'item']) })),
  v.maxLength(MAX_LIST),
);

export const ArticleSchema = v.strictObject({
  meta: v.strictObject({
    url: WebAddress,
    canonicalUrl: WebAddress,
    title: LongText,
    byline: LongText,
    outlet: ShortText,
    published: v.nullable(ShortText),
    modified: v.nullable(ShortText),
    language: v.pipe(v.string(), v.maxLength(20)),
  }),
  text: ArticleText,
  blocks: BlocksSchema,
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

export const AnalysisSchema = v.strictObject({
  engine: ShortText,
  sentences: v.pipe(v.array(SpanSchema), v.maxLength(MAX_LIST)),
  actors: v.pipe(
    v.array(
      v.strictObject({
        id: ActorIdSchema,
        name: LongText,
        type: v.picklist(['person', 'organization', 'place']),
        role: LongText,
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
        speaker: LongText,
        stance: v.picklist(['asserts', 'denies', 'accuses', 'promises', 'asks', 'believes']),
        certainty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        why: v.pipe(v.array(v.strictObject({ code: v.picklist(REASONS), words: LongText })), v.maxLength(20)),
      }),
    ),
    v.maxLength(MAX_LIST),
  ),
});

export const DraftSchema = v.pipe(
  v.strictObject({ article: ArticleSchema, analysis: AnalysisSchema }),
  v.check(({ article, analysis }) => fitsText(article.text, article.blocks, analysis), 'points outside of its text'),
);

export const SelectorsSchema = v.strictObject({
  exact: ArticleText,
  prefix: ShortText,
  suffix: ShortText,
  start: Offset,
  end: Offset,
});

export const NoteSubjectSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('claim') }),
  v.strictObject({ kind: v.literal('actor'), name: v.pipe(ShortText, v.minLength(1)) }),
]);

export const NoteDraftSchema = v.strictObject({
  selectors: v.nullable(SelectorsSchema),
  about: v.exactOptional(NoteSubjectSchema),
  colour: v.picklist(['amber', 'green', 'blue', 'rose', 'grey']),
  body: LongText,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100)),
});

export const VerdictSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('right') }),
  v.strictObject({ kind: v.literal('wrong') }),
  v.strictObject({ kind: v.literal('speaker'), name: v.pipe(ShortText, v.trim(), v.minLength(1)) }),
]);

const TagName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const CodeSchema = v.strictObject({
  name: TagName,
  definition: LongText,
  example: LongText,
  parent: v.nullable(TagName),
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
  key: v.pipe(v.string(), v.maxLength(2)),
});

const NamingSchema = v.strictObject({
  name: v.pipe(ShortText, v.minLength(1)),
  type: v.picklist(['person', 'organization', 'place']),
  clippingId: v.nullable(ClippingIdSchema),
});

export const SameActorSchema = v.strictObject({
  pair: LongText,
  a: NamingSchema,
  b: NamingSchema,
  isSame: v.boolean(),
  decidedAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
});

const CorrectionIdSchema = brand<CorrectionId>();
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const TextHash = v.pipe(v.string(), v.maxLength(64));

export const ClippingSchema = v.strictObject({
  id: ClippingIdSchema,
  meta: ArticleSchema.entries.meta,
  urls: v.pipe(v.array(WebAddress), v.maxLength(100)),
  textHash: TextHash,
  savedAt: Time,
  updatedAt: Time,
  words: Count,
  claims: Count,
  actors: Count,
  trashedAt: Time,
});

export const NoteSchema = v.strictObject({
  ...NoteDraftSchema.entries,
  id: NoteIdSchema,
  clippingId: ClippingIdSchema,
  createdAt: Time,
  updatedAt: Time,
  revision: Count,
});

export const VersionMarkSchema = v.strictObject({ textHash: TextHash, foundAt: Time });

/** Everything kept about one article with its later versions (none in older files), its parts belonging together. */
export const KeptWholeSchema = v.pipe(
  v.strictObject({
    clipping: ClippingSchema,
    text: v.strictObject({
      clippingId: ClippingIdSchema,
      text: ArticleText,
      blocks: BlocksSchema,
      analysis: AnalysisSchema,
    }),
    notes: v.pipe(v.array(NoteSchema), v.maxLength(MAX_LIST)),
    corrections: v.pipe(
      v.array(
        v.strictObject({
          id: CorrectionIdSchema,
          clippingId: ClippingIdSchema,
          content: SelectorsSchema,
          verdict: VerdictSchema,
          createdAt: Time,
        }),
      ),
      v.maxLength(MAX_LIST),
    ),
    versions: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            clippingId: ClippingIdSchema,
            textHash: TextHash,
            foundAt: Time,
            title: LongText,
            text: ArticleText,
            blocks: BlocksSchema,
          }),
        ),
        v.maxLength(1_000),
      ),
      [],
    ),
  }),
  v.check(
    ({ clipping, text, notes, corrections, versions }) =>
      [text, ...notes, ...corrections, ...versions].every(({ clippingId }) => clippingId === clipping.id),
    'parts of another article',
  ),
  v.check(({ text }) => fitsText(text.text, text.blocks, text.analysis), 'points outside of its text'),
);

/** A row of what is kept beside the articles. */
export const KeptAsideSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('to-read'),
    row: v.strictObject({ url: HttpAddress, title: LongText, addedAt: Time }),
  }),
  v.strictObject({
    kind: v.literal('waiting'),
    row: v.strictObject({ ...NoteDraftSchema.entries, id: NoteIdSchema, url: HttpAddress, createdAt: Time }),
  }),
  v.strictObject({ kind: v.literal('code'), row: CodeSchema }),
  v.strictObject({ kind: v.literal('same-actor'), row: SameActorSchema }),
]);
