/** The same calls, answered later: how a call looks from another context. */
export type Later<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Answer>
    : never;
};

/** Handlers for calls: they may answer at once or later, and are told who asks. */
export type Handlers<Calls, Sender> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (sender: Sender, ...args: Args) => Answer | Promise<Answer>
    : never;
};
