import { useCallback, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Code } from '../../lib/model/code';

/** What was filled in for a code and not saved, and the code as it was then: changed elsewhere meanwhile, it is not overwritten. */
export interface CodeDraft {
  readonly was: Code;
  readonly draft: Code;
}

interface Desk {
  /** The code that is being added. */
  readonly adding: Code | null;
  readonly changed: Readonly<Record<string, CodeDraft>>;
}

const EMPTY: Desk = { adding: null, changed: {} };
const KEY = 'code drafts';

/** As it may be half filled in. */
const DraftSchema = v.object({
  name: v.string(),
  definition: v.string(),
  example: v.string(),
  parent: v.nullable(v.string()),
  colour: v.string(),
  key: v.string(),
});
const DeskSchema = v.object({
  adding: v.nullable(DraftSchema),
  changed: v.record(v.string(), v.object({ was: DraftSchema, draft: DraftSchema })),
});

/** Forms of codes that were not saved: they stay when the reader goes elsewhere or reloads, as long as the tab is open. */
export function useCodeDrafts() {
  const [desk, setDesk] = useState(readDesk);
  const put = useCallback((change: (desk: Desk) => Desk) => {
    setDesk((before) => {
      const next = change(before);
      writeDesk(next);
      return next;
    });
  }, []);
  return {
    ...desk,
    setAdding: (adding: Code | null) => put((before) => ({ ...before, adding })),
    setChanged: (name: string, draft: CodeDraft | null) =>
      put((before) => {
        const rest = Object.entries(before.changed).filter(([key]) => key !== name);
        return { ...before, changed: Object.fromEntries([...rest, ...(draft ? [[name, draft] as const] : [])]) };
      }),
  };
}

function readDesk(): Desk {
  try {
    const parsed = v.safeParse(DeskSchema, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.output : EMPTY;
  } catch {
    // What is no JSON was not written here.
    return EMPTY;
  }
}

function writeDesk(desk: Desk): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(desk));
  } catch {
    // No room: the form still has what was typed.
  }
}
