import { type Engine, loadEngine } from '../language/engine';
import { readOwnFile } from '../platform/files';

let loading: Promise<Engine> | null = null;

/**
 * Read once by an engine that was just loaded: code that has not run yet is several times as slow, and the article for
 * which the engine was asked is not there yet.
 */
const WARM_UP =
  'RAVENNA QUAY — “We will wait for the report,” Ann Lee, the harbour master, said on Monday. She told reporters that the ' +
  'bridge was “safe for now”. According to the Ministry of Works, repairs would cost 14 million.';

/** The language engine, loaded at its first use. The module keeps it as a cache: a stopped worker loads it again. */
export function getEngine(): Promise<Engine> {
  loading ??= loadWarm().catch((error: unknown) => {
    // A failed load is tried again at the next call.
    loading = null;
    throw error;
  });
  return loading;
}

/** Loads the engine before it is needed; what goes wrong is told to whoever needs it. */
export function prepareEngine(): void {
  getEngine().catch(() => {});
}

async function loadWarm(): Promise<Engine> {
  const engine = await loadEngine((name) => readOwnFile(`models/${name}`));
  engine.analyse(WARM_UP);
  return engine;
}
