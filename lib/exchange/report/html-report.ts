import { micromark } from 'micromark';
import type { Kept } from '../../model/kept';
import type { Note } from '../../model/note';
import { cover } from '../../model/span';
import { linkToPassage } from '../citation/text-fragment';
import { keptClaims } from '../../model/kept-claims';
import type { KeptClaim } from '../../model/kept-claims';
import type { MarkdownWords } from '../markdown/clipping-markdown';
import { escapeXml } from '../refi-qda/xml';

const STYLE = `
  :root { color-scheme: light; }
  body { font: 11pt/1.5 ui-serif, Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c1b19; }
  h1, h2, h3, .by, .kind { font-family: system-ui, sans-serif; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
  .by, .kind { color: #57534e; font-size: .85rem; }
  blockquote { margin: .25rem 0 1rem; padding-inline-start: .75rem; border-inline-start: 2px solid #a8a29e; }
  a { color: inherit; }
  h2, h3 { break-after: avoid; }
  article { break-after: page; } article:last-of-type { break-after: auto; }
  .claim, .note { break-inside: avoid; overflow-wrap: anywhere; }
  .note { margin-block-end: 1.25rem; }
  .note > p, .note > ul, .note > ol { margin-block: .25rem .5rem; }
  @page { margin: 2cm; }
  @media print { body { margin: 0 auto; padding: 0; } }
`;

/**
 * The articles with claims and notes as one HTML file to print or send: no script, no image, nothing loaded from
 * elsewhere; every text of a page or a reader is escaped and isolated for its own direction.
 */
export function toHtmlReport(title: string, kept: readonly Kept[], words: MarkdownWords, language: string): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeXml(language)}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeXml(title)}</title><style>${STYLE}</style></head>`,
    `<body><h1 dir="auto">${escapeXml(title)}</h1>`,
    ...kept.map((one) => article(one, words)),
    '</body></html>',
    '',
  ].join('\n');
}

function article(kept: Kept, words: MarkdownWords): string {
  const { meta } = kept.clipping;
  const claims = keptClaims(kept);
  const by = [meta.outlet, meta.byline, meta.published?.slice(0, 10)].filter(Boolean).map((part) => text(part ?? ''));
  const lang = meta.language === 'und' ? '' : ` lang="${escapeXml(meta.language)}"`;
  return [
    '<article>',
    `<h2 dir="auto"${lang}>${link(meta.canonicalUrl, meta.title || meta.canonicalUrl)}</h2>`,
    ...(by.length ? [`<p class="by">${by.join(' · ')}</p>`] : []),
    ...(claims.length ? [`<h3>${escapeXml(words.claims)}</h3>`, ...claims.map((c) => claimBlock(kept, c, words))] : []),
    ...(kept.notes.length ? [`<h3>${escapeXml(words.notes)}</h3>`, ...kept.notes.map(noteBlock)] : []),
    '</article>',
  ].join('\n');
}

function claimBlock(kept: Kept, { claim, speaker, words: said }: KeptClaim, words: MarkdownWords): string {
  const href = linkToPassage(kept.clipping.meta.canonicalUrl, kept.text.text, cover(claim.content));
  const who = `<strong>${text(speaker || words.unknownSpeaker)}</strong>`;
  return `<div class="claim">${who} <span class="kind">${link(href, words.kinds[claim.kind])}</span><blockquote dir="auto">${escapeXml(said)}</blockquote></div>`;
}

function noteBlock(note: Note): string {
  const actor = note.about?.kind === 'actor' ? `<p><strong>${text(note.about.name)}</strong></p>` : '';
  const passage = note.selectors ? `<blockquote dir="auto">${escapeXml(note.selectors.exact)}</blockquote>` : actor;
  const tags = note.tags.length ? `<p class="kind">${note.tags.map(text).join(' · ')}</p>` : '';
  return `<div class="note">${passage}<div dir="auto">${markdown(note.body)}</div>${tags}</div>`;
}

/** What the reader wrote, without pictures and HTML of its own; links lead to the web and to mail only. */
function markdown(body: string): string {
  const extensions = [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText'] } }];
  return micromark(escapeControls(body), { extensions });
}

/** As `escapeXml` does with characters that no file of this kind may hold. */
function escapeControls(body: string): string {
  return body.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** A link for web addresses only; anything else is shown as text. */
function link(href: string, label: string): string {
  if (!/^https?:\/\//i.test(href)) return escapeXml(label);
  return `<a href="${escapeXml(href)}" rel="noreferrer noopener">${escapeXml(label)}</a>`;
}

function text(value: string): string {
  return `<bdi>${escapeXml(value)}</bdi>`;
}
