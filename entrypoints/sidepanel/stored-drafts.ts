import * as v from 'valibot';
import type { Drafts } from '../../components/port';
import { NoteSubjectSchema } from '../../lib/model/schemas';
import { readSession, writeSession } from '../../lib/platform/session';

const SelectorsSchema = v.object({
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  start: v.number(),
  end: v.number(),
});

const DraftsSchema = v.record(
  v.string(),
  v.object({
    selectors: v.nullable(SelectorsSchema),
    about: v.exactOptional(NoteSubjectSchema),
    revision: v.number(),
    body: v.string(),
    tags: v.array(v.string()),
    colour: v.picklist(['amber', 'green', 'blue', 'rose', 'grey']),
  }),
);

const keyOf = (url: string) => `drafts:${url}`;

/** Unsaved notes of the page at `url`; none where what is stored is not of that shape. */
export async function readDrafts(url: string): Promise<Drafts> {
  const parsed = v.safeParse(DraftsSchema, await readSession(keyOf(url)));
  return parsed.success ? parsed.output : {};
}

/** Keeps the unsaved notes of the page at `url` until the browser is closed. */
export async function writeDrafts(url: string, drafts: Drafts): Promise<void> {
  await writeSession(keyOf(url), Object.keys(drafts).length === 0 ? undefined : drafts);
}
