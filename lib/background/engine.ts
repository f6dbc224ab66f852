import { type Engine, loadEngine } from '../language/engine';
import { readOwnFile } from '../platform/files';

let loading: Promise<Engine> | null = null;

/** The language engine, loaded at its first use. The module keeps it as a cache: a stopped worker loads it again. */
export function getEngine(): Promise<Engine> {
  loading ??= loadEngine((name) => readOwnFile(`models/${name}`)).catch((error: unknown) => {
    // A failed load is tried again at the next call.
    loading = null;
    throw error;
  });
  return loading;
}
