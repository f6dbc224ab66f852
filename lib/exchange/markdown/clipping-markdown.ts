import type { Kept } from '../../model/kept';
import type { Note } from '../../model/note';
import { cover } from '../../model/span';
import { linkToPassage } from '../citation/text-fragment';
import { keptClaims } from '../../model/kept-claims';
import type { KeptClaim } from '../../model/kept-claims';
import { escapeMarkdown, obsidianTag, yamlString } from './escape';

/** Words of the interface that stand in the file, in the reader's language. */
export interface MarkdownWords {
  readonly claims: string;
  readonly notes: string;
  readonly article: string;
  readonly kinds: Readonly<Record<'direct' | 'mixed' | 'indirect', string>>;
  readonly unknownSpeaker: string;
}

/** One clipping as a Markdown file for Obsidian and the like: properties, claims by speaker, notes, the article. */
export function clippingToMarkdown(kept: Kept, words: MarkdownWords): string {
  return [properties(kept), ...body(kept, words, 1)].join('\n\n') + '\n';
}

/** Several clippings as one file, an article a section. */
export function digestToMarkdown(title: string, kept: readonly Kept[], words: MarkdownWords): string {
  return [`# ${escapeMarkdown(title)}`, ...kept.flatMap((one) => body(one, words, 2))].join('\n\n') + '\n';
}

/** A file name for the clipping: date and title, without characters that file systems or Obsidian refuse. */
export function markdownFileName(kept: Kept): string {
  const { published, title } = kept.clipping.meta;
  const name = `${(published ?? '').slice(0, 10)} ${title}`
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|#^[\]%]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const short = shorten(name).trim() || 'clipping';
  return `${RESERVED.test(short) ? `${short} article` : short}.md`;
}

/** Names that Windows keeps for devices, whatever comes after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** File systems count bytes, of which they take 255; a number may come behind the name. */
const MAX_NAME_BYTES = 200;

function shorten(name: string): string {
  let bytes = 0;
  let short = '';
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MAX_NAME_BYTES || short.length >= 100) break;
    short += character;
  }
  return short;
}

/** What may stand between the angle brackets of a link. */
const WEB_LINK = /^https?:\/\/[^\s<>\\]+$/i;

function properties(kept: Kept): string {
  const { meta, savedAt } = kept.clipping;
  const tags = [...new Set(kept.notes.flatMap((note) => note.tags.map(obsidianTag)))].filter(Boolean).toSorted();
  return [
    '---',
    `title: ${yamlString(meta.title)}`,
    `outlet: ${yamlString(meta.outlet)}`,
    `byline: ${yamlString(meta.byline)}`,
    ...(meta.published ? [`published: ${yamlString(meta.published)}`] : []),
    `saved: ${new Date(savedAt).toISOString()}`,
    `source: ${yamlString(meta.canonicalUrl)}`,
    `tags: [${tags.map(yamlString).join(', ')}]`,
    '---',
  ].join('\n');
}

function body(kept: Kept, words: MarkdownWords, level: number): string[] {
  const { meta } = kept.clipping;
  const heading = (depth: number, text: string) => `${'#'.repeat(level + depth)} ${text.replace(/\s+/g, ' ')}`;
  const lead = [meta.outlet, meta.byline, meta.published?.slice(0, 10)].filter(Boolean).join(' · ');
  const claims = keptClaims(kept);
  return [
    heading(0, escapeMarkdown(meta.title)),
    ...(lead ? [escapeMarkdown(lead)] : []),
    ...(claims.length ? [heading(1, words.claims), ...claims.map((c) => claimBlock(kept, c, words))] : []),
    ...(kept.notes.length ? [heading(1, words.notes), ...kept.notes.map(noteBlock)] : []),
    heading(1, words.article),
    ...kept.text.blocks.map((b) => {
      const text = escapeMarkdown(kept.text.text.slice(b.start, b.end));
      return b.kind === 'heading'
        ? heading(2, text)
        : b.kind === 'item'
          ? `- ${text}`
          : b.kind === 'quote'
            ? quote(text)
            : text;
    }),
  ];
}

function claimBlock(kept: Kept, { claim, speaker, words: said }: KeptClaim, words: MarkdownWords): string {
  const link = linkToPassage(kept.clipping.meta.canonicalUrl, kept.text.text, cover(claim.content));
  const who = [
    `**${escapeMarkdown(speaker || words.unknownSpeaker)}**`,
    words.kinds[claim.kind],
    // Only an address of the web becomes a link.
    ...(WEB_LINK.test(link) ? [`[↗](<${link}>)`] : []),
  ].join(' · ');
  return `${who}\n\n${quote(escapeMarkdown(said))}`;
}

function noteBlock(note: Note): string {
  const actor = note.about?.kind === 'actor' ? [`**${escapeMarkdown(note.about.name)}**`] : [];
  const passage = note.selectors ? [quote(escapeMarkdown(note.selectors.exact))] : actor;
  const tags = note.tags
    .map(obsidianTag)
    .filter(Boolean)
    .map((tag) => `#${tag}`)
    .join(' ');
  return [...passage, ...(note.body ? [note.body] : []), ...(tags ? [tags] : [])].join('\n\n');
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}
