import { checkActors } from '../store/actors/check-actors';
import { checkIndex } from '../store/index/check-index';
import { mergeIndex } from '../store/index/merge-index';

/** Nothing the reader waits for is at work then; short enough for a worker that lives for 30 seconds. */
const IDLE_MS = 3000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Packs and merges the index in a moment without other calls. */
export function mergeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void mergeIndex(), IDLE_MS);
}

/** Compares index, actors and clippings and repairs what disagrees; for after an install or update. */
export async function repairIndex(): Promise<void> {
  await checkIndex();
  await checkActors();
  mergeSoon();
}
