import { XMLParser } from 'fast-xml-parser';
import * as v from 'valibot';
import type { Code } from '../../model/code';
import { guidOf } from '../guid';
import { toXmlFile } from './xml';
import type { Xml } from './xml';

/**
 * The codebook as a REFI-QDA `.qdc` file (https://www.qdasoftware.org, version 1.5). The example follows the
 * definition in the description, since the standard has no place of its own for it. A codebook without codes is
 * not valid there: gives null.
 */
export function codebookToQdc(codes: readonly Code[]): string | null {
  if (!codes.length) return null;
  return toXmlFile({
    name: 'CodeBook',
    attributes: { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Hearsay' },
    children: [codesElement(codes)],
  });
}

/** The `Codes` element that codebook and project share: codes below their parents, in the given order. */
export function codesElement(codes: readonly Code[]): Xml {
  const names = new Set(codes.map((code) => code.name));
  const under = Map.groupBy(codes, (code) => (code.parent !== null && names.has(code.parent) ? code.parent : null));
  const seen = new Set<string>();
  const element = (code: Code): Xml => {
    seen.add(code.name);
    const children = (under.get(code.name) ?? []).filter((child) => !seen.has(child.name));
    const description = [code.definition, code.example].filter(Boolean).join(EXAMPLE_MARK);
    return {
      name: 'Code',
      attributes: { guid: codeGuid(code.name), name: code.name, isCodable: true, color: code.colour },
      children: [...(description ? [{ name: 'Description', children: [description] }] : []), ...children.map(element)],
    };
  };
  const top = (under.get(null) ?? []).map(element);
  // Codes that are each other's parents hang below none; they are put at the top rather than lost.
  const rest: Xml[] = [];
  for (const code of codes) if (!seen.has(code.name)) rest.push(element(code));
  return { name: 'Codes', children: [...top, ...rest] };
}

/** The GUID of a code, the same in every file. */
export function codeGuid(name: string): string {
  return guidOf(`code ${name}`);
}

const EXAMPLE_MARK = '\n\nExample: ';
const DEFAULT_COLOUR = '#767676';

/** A code of a `.qdc` file as the parser gives it; children are read level by level, so depth is no danger. */
const RawCode = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  color: v.optional(v.string(), ''),
  Description: v.optional(v.union([v.string(), v.array(v.string())]), ''),
  Code: v.optional(v.array(v.unknown()), []),
});

/**
 * The codes of a `.qdc` file, parents before children; a name that comes twice is read once.
 * Null when it is no codebook. Entities other than XML's own are not expanded.
 */
export function qdcToCodes(file: string): Code[] | null {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: true,
    // Numbered characters (&#39;) are decoded only with this.
    htmlEntities: true,
    isArray: (name) => name === 'Code',
  });
  const root = v.safeParse(
    v.object({ CodeBook: v.object({ Codes: v.object({ Code: v.array(v.unknown()) }) }) }),
    parse(parser, file),
  );
  if (!root.success) return null;
  const codes = new Map<string, Code>();
  let level: { raw: unknown; parent: string | null }[] = root.output.CodeBook.Codes.Code.map((raw) => ({
    raw,
    parent: null,
  }));
  while (level.length) {
    const next: typeof level = [];
    for (const { raw, parent } of level) {
      const parsed = v.safeParse(RawCode, raw);
      if (!parsed.success) continue;
      const { name, color, Description, Code: children } = parsed.output;
      if (!codes.has(name)) codes.set(name, toCode(name, color, [Description].flat().join('\n'), parent));
      next.push(...children.map((child) => ({ raw: child, parent: name })));
    }
    level = next;
  }
  return [...codes.values()];
}

function parse(parser: XMLParser, file: string): unknown {
  try {
    return parser.parse(file);
  } catch {
    // Anything that is no well-formed XML is no codebook.
    return null;
  }
}

function toCode(name: string, colour: string, description: string, parent: string | null): Code {
  const [definition = '', example = ''] = description.split(EXAMPLE_MARK);
  return { name, definition, example, parent, colour: longColour(colour), key: '' };
}

/** "#abc" and "#AABBCC" as "#aabbcc"; anything else as grey. */
function longColour(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : DEFAULT_COLOUR;
}
