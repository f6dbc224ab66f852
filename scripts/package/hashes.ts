/** What two builds have in common, byte for byte. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The SHA-256 of each file under `folder`, by its path there. */
export function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, digest(readFileSync(join(folder, file)))]),
  );
}

/** Paths of files that are missing on one side or are not the same; empty for two equal builds. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function digest(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
