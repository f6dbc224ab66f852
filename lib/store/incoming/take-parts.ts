/** What belongs to articles of a backup; each part already bears the id that its article has here. */
import type { ClippingId, CorrectionId, NoteId } from '../../model/ids';
import type { Correction, Note } from '../../model/note';
import type { Version } from '../../model/version';
import type { Database } from '../database';
import type { ImportReceipt } from '../import-receipt';

/** Takes notes that are missing here or newer; gives how many. */
export async function takeNotes(db: Database, notes: readonly Note[], receipt: ImportReceipt): Promise<number> {
  const found = await db.notes.bulkGet(notes.map(({ id }) => id));
  const here = new Map(found.flatMap((note) => (note ? [[note.id, note] as const] : [])));
  const newer = new Map<NoteId, Note>();
  for (const note of notes) {
    const best = newer.get(note.id) ?? here.get(note.id);
    if (!best || best.revision < note.revision) newer.set(note.id, note);
  }
  await db.notes.bulkPut([...newer.values()]);
  for (const { id, revision } of newer.values()) {
    receipt.notes.push({ id, revision });
    const replaced = here.get(id);
    if (replaced) receipt.replaced.push(replaced);
  }
  return newer.size;
}

/** Takes the reader's judgements that are missing here; gives them. */
export async function takeCorrections(
  db: Database,
  corrections: readonly Correction[],
  receipt: ImportReceipt,
): Promise<readonly Correction[]> {
  const here = await db.corrections.bulkGet(corrections.map(({ id }) => id));
  const missing = new Map<CorrectionId, Correction>();
  for (const [i, correction] of corrections.entries())
    if (!here[i] && !missing.has(correction.id)) missing.set(correction.id, correction);
  await db.corrections.bulkPut([...missing.values()]);
  receipt.corrections.push(...missing.keys());
  return [...missing.values()];
}

/** Takes later versions that are missing here. Of one text there is one version: one that is here already is the same. */
export async function takeVersions(db: Database, versions: readonly Version[], receipt: ImportReceipt): Promise<void> {
  const keyOf = ({ clippingId, textHash }: Version): [ClippingId, string] => [clippingId, textHash];
  const here = await db.versions.bulkGet(versions.map(keyOf));
  const missing = new Map<string, Version>();
  for (const [i, version] of versions.entries()) {
    const key = keyOf(version).join(' ');
    if (!here[i] && !missing.has(key)) missing.set(key, version);
  }
  await db.versions.bulkPut([...missing.values()]);
  receipt.versions.push(...[...missing.values()].map(keyOf));
}
