import type { CodeRefusal, Code } from '../../lib/model/code';
import type { CodingChange } from '../../lib/model/coding';
import type { ClippingId, NoteId } from '../../lib/model/ids';
import type { Note } from '../../lib/model/note';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { FollowCodes } from '../hooks/use-codes';

/** Why nothing was changed. */
export type CodeFailure = WriteFailure | CodeRefusal;

type Changed = Promise<Result<CodingChange, CodeFailure>>;

/** What the codebook, and whatever tags many things at once, needs from outside of itself. */
export interface CodesPort {
  /** Every code and every tag in use; at once and after every change. */
  readonly follow: FollowCodes;
  /** The notes outside the trash that bear the tag. */
  notes(name: string): Promise<Result<readonly Note[], WriteFailure>>;
  /** Adds a code (`was` null) or changes the one that was read as `was`. */
  save(was: Code | null, code: Code): Changed;
  merge(from: string, into: string): Changed;
  split(from: string, code: Code, notes: readonly NoteId[]): Changed;
  remove(name: string): Changed;
  /** Gives the tag to the articles, or takes it from them. */
  tagClippings(ids: readonly ClippingId[], tag: string, on: boolean): Changed;
  takeBack(change: CodingChange): Promise<Result<null, WriteFailure>>;
}
