import * as v from 'valibot';

const MAX_CHARS = 200;

/** Why data was not accepted, in one line: "Invalid type: Expected string but received 7 → at title". */
export function reasonOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return v.summarize([issues[0]]).replace(/^×\s*/, '').replace(/\s+/g, ' ').slice(0, MAX_CHARS);
}
