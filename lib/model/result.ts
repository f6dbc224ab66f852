/** An expected outcome: the value, or the reason why there is none. Crosses contexts, so it is plain data. */
export type Result<Value, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

/** A result that holds `value`. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A result that says why there is no value. */
export function fail<Reason extends string>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

/** Closes a switch over a union: a compile error when a case was forgotten. */
export function unreachable(never: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(never)}`);
}
