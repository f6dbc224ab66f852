import { strToU8, zipSync } from 'fflate';
import type { Code } from '../../model/code';
import type { Kept } from '../../model/kept';
import type { Note } from '../../model/note';
import { guidOf } from '../guid';
import { codeGuid, codesElement } from './codebook';
import { toXmlFile } from './xml';
import type { Xml } from './xml';

const DEFAULT_COLOUR = '#767676';

/**
 * The articles with their coded passages as a REFI-QDA project (`.qdpx`, a zip of `project.qde` and the plain
 * texts beside it), as NVivo, ATLAS.ti, MAXQDA and QualCoder read it. Tags that the codebook lacks are added to it.
 * Positions are counted in Unicode code points, as the standard asks (a pair of surrogates is one).
 * `coder` names the person, `at` is epoch milliseconds.
 */
export function toQdpx(kept: readonly Kept[], codes: readonly Code[], coder: string, at: number): Uint8Array {
  const files: Record<string, Uint8Array> = { 'project.qde': strToU8(projectXml(kept, codes, coder, at)) };
  for (const one of kept) files[`sources/${guidOf(one.clipping.id)}.txt`] = strToU8(one.text.text.toWellFormed());
  return zipSync(files, { mtime: at });
}

/** The `project.qde` of the project. */
export function projectXml(kept: readonly Kept[], codes: readonly Code[], coder: string, at: number): string {
  const user = guidOf(`coder ${coder}`);
  const all = withUsedTags(codes, kept);
  const notes = kept.flatMap((one) => one.notes.filter((note) => note.body));
  return toXmlFile({
    name: 'Project',
    attributes: {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: 'Hearsay',
      origin: 'Hearsay',
      creatingUserGUID: user,
      creationDateTime: new Date(at).toISOString(),
    },
    children: [
      { name: 'Users', children: [{ name: 'User', attributes: { guid: user, name: coder } }] },
      ...(all.length ? [{ name: 'CodeBook', children: [codesElement(all)] }] : []),
      ...(kept.length ? [{ name: 'Sources', children: kept.map((one) => textSource(one, user)) }] : []),
      ...(notes.length ? [{ name: 'Notes', children: notes.map((note) => noteElement(note, user)) }] : []),
    ],
  });
}

function textSource(kept: Kept, user: string): Xml {
  const guid = guidOf(kept.clipping.id);
  const positions = codePointPositions(kept.text.text);
  const passages = kept.notes.flatMap((note) => selection(note, positions, user));
  const whole = kept.notes.filter((note) => note.selectors === null);
  return {
    name: 'TextSource',
    attributes: {
      guid,
      name: kept.clipping.meta.title || kept.clipping.meta.canonicalUrl,
      plainTextPath: `internal://${guid}.txt`,
      creatingUser: user,
      creationDateTime: new Date(kept.clipping.savedAt).toISOString(),
    },
    children: [
      { name: 'Description', children: [kept.clipping.meta.canonicalUrl] },
      ...passages,
      ...whole.flatMap((note) => note.tags.map((tag) => coding(note, tag, user))),
      ...whole.filter((note) => note.body).map(noteRef),
    ],
  };
}

function selection(note: Note, positions: (offset: number) => number, user: string): Xml[] {
  if (!note.selectors) return [];
  return [
    {
      name: 'PlainTextSelection',
      attributes: {
        guid: guidOf(`selection ${note.id}`),
        name: note.selectors.exact.replace(/\s+/g, ' ').slice(0, 60),
        startPosition: positions(note.selectors.start),
        endPosition: positions(note.selectors.end),
        creatingUser: user,
        creationDateTime: new Date(note.createdAt).toISOString(),
      },
      children: [...note.tags.map((tag) => coding(note, tag, user)), ...(note.body ? [noteRef(note)] : [])],
    },
  ];
}

function coding(note: Note, tag: string, user: string): Xml {
  return {
    name: 'Coding',
    attributes: {
      guid: guidOf(`coding ${note.id} ${tag}`),
      creatingUser: user,
      creationDateTime: new Date(note.createdAt).toISOString(),
    },
    children: [{ name: 'CodeRef', attributes: { targetGUID: codeGuid(tag) } }],
  };
}

function noteRef(note: Note): Xml {
  return { name: 'NoteRef', attributes: { targetGUID: guidOf(`memo ${note.id}`) } };
}

function noteElement(note: Note, user: string): Xml {
  return {
    name: 'Note',
    attributes: {
      guid: guidOf(`memo ${note.id}`),
      creatingUser: user,
      creationDateTime: new Date(note.createdAt).toISOString(),
    },
    children: [{ name: 'PlainTextContent', children: [note.body] }],
  };
}

function withUsedTags(codes: readonly Code[], kept: readonly Kept[]): Code[] {
  const known = new Set(codes.map((code) => code.name));
  const used = new Set(kept.flatMap((one) => one.notes.flatMap((note) => note.tags)));
  const undefinedTags = [...used].filter((tag) => !known.has(tag));
  return [
    ...codes,
    ...undefinedTags.map((name) => ({
      name,
      definition: '',
      example: '',
      parent: null,
      colour: DEFAULT_COLOUR,
      key: '',
    })),
  ];
}

/** Turns UTF-16 offsets into code point positions; offsets past the end count as the end. */
function codePointPositions(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs.push(match.index);
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const before = pairs.findIndex((pair) => pair >= at);
    return at - (before < 0 ? pairs.length : before);
  };
}
