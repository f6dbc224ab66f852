/** Work that may pause wherever it yields, so that whoever does it can let others go first. */
export type InSteps<Value> = Generator<void, Value>;

/** Does the work without a pause. */
export function atOnce<Value>(work: InSteps<Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
