import type { WriteFailure } from '../../lib/messages/protocol';
import type { LongWork, Opening } from '../../lib/model/opened-file';

/** What importing needs from outside. */
export interface ImportPort {
  /** Recognises a file by its content and reads it; nothing is stored before what it gives is taken. */
  openFile(file: Blob, work: LongWork): Promise<Opening<WriteFailure>>;
}
