import { type Code, undefinedCode } from '../../model/code';
import type { Kept } from '../../model/kept';
import type { Note } from '../../model/note';
import { guidOf } from '../guid';
import { codeGuid, codesElement } from './codebook';
import { beginXmlFile, toXml } from './xml';
import type { Xml } from './xml';

const DEFAULT_COLOUR = '#767676';

/**
 * The `project.qde` of a REFI-QDA project (`.qdpx`, a zip of it and the plain texts beside it), as NVivo, ATLAS.ti, MAXQDA
 * and QualCoder read it, out of articles that come one by one. Tags that the codebook lacks are added to it.
 * Positions are counted in Unicode code points, as the standard asks (a pair of surrogates is one).
 */
export class ProjectWriter {
  readonly #user: string;
  readonly #sources: string[] = [];
  readonly #notes: string[] = [];
  readonly #tags = new Set<string>();

  /** `coder` names the person, `at` is epoch milliseconds. */
  constructor(
    readonly codes: readonly Code[],
    readonly coder: string,
    readonly at: number,
  ) {
    this.#user = guidOf(`coder ${coder}`);
  }

  add(kept: Kept): void {
    this.#sources.push(toXml(textSource(kept, this.#user)));
    for (const note of kept.notes) {
      for (const tag of note.tags) this.#tags.add(tag);
      if (note.body) this.#notes.push(toXml(noteElement(note, this.#user)));
    }
  }

  /** The file, in pieces to be put together. */
  end(): readonly string[] {
    const user = this.#user;
    const codes = withTags(this.codes, this.#tags);
    const list = (name: string, elements: readonly string[]) =>
      elements.length ? [`<${name}>`, ...elements, `</${name}>`] : [];
    return [
      beginXmlFile('Project', {
        xmlns: 'urn:QDA-XML:project:1.0',
        name: 'Hearsay',
        origin: 'Hearsay',
        creatingUserGUID: user,
        creationDateTime: new Date(this.at).toISOString(),
      }),
      toXml({ name: 'Users', children: [{ name: 'User', attributes: { guid: user, name: this.coder } }] }),
      ...(codes.length ? [toXml({ name: 'CodeBook', children: [codesElement(codes)] })] : []),
      ...list('Sources', this.#sources),
      ...list('Notes', this.#notes),
      '</Project>\n',
    ];
  }
}

/** Where the text of a clipping lies in the zip. */
export function sourcePath(kept: Kept): string {
  return `sources/${guidOf(kept.clipping.id)}.txt`;
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

function withTags(codes: readonly Code[], tags: ReadonlySet<string>): Code[] {
  const known = new Set(codes.map((code) => code.name));
  const unknown = [...tags].filter((tag) => !known.has(tag));
  return [...codes, ...unknown.map((name) => ({ ...undefinedCode(name), colour: DEFAULT_COLOUR }))];
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
