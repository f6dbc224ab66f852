import { purgeTrash } from '../store/trash';
import type { Database } from '../store/database';

/** Nothing the reader waits for is at work then. */
const IDLE_MS = 5000;

/** Deletes what has been in the trash for its 30 days, some seconds after the worker was woken. */
export function purgeSoon(): void {
  setTimeout(() => void purgeNow(), IDLE_MS);
}

/** Deletes what has been in the trash for its 30 days; what fails is tried again when the worker is woken next. */
export async function purgeNow(db?: Database): Promise<void> {
  await purgeTrash(Date.now(), db);
}
