/**
 * Leaves out the blocks that readers do not count as the article: the headline and byline repeated, dates, picture credits, boxes
 * that sell or lead elsewhere, and everything after the heading with which a page begins to offer other articles. Pure; the
 * patterns are general English ones, none is made for one site.
 */
import type { PageBlock } from './collect-blocks';

/** What the page says about the article, as far as it is repeated in the text. */
export interface Known {
  readonly title: string;
  readonly byline: string;
  readonly outlet: string;
}

type TextBlock = Pick<PageBlock, 'kind' | 'text'>;

/** Longer blocks are prose, whatever they begin with. */
const MAX_CLUTTER_WORDS = 45;
const MAX_CLUTTER_CHARS = 2_000;

const SELLS =
  /^(?:sign(?:ing)? ?up\b(?: for| to|:| and)|subscribe\b|newsletter\b|get (?:our|the) .{0,60}\b(?:newsletter|delivered|inbox|updates)|every day we send an email|join our \w+|follow (?:us|@\w+|.{1,40} on (?:twitter|facebook|instagram|google))|(?:for|check out) .{0,90}\b(?:newsletter|breaking news emails?)\b|support (?:the|our|us)\b.{0,30}$|download (?:the|our) .{0,30}\bapp\b|you can save this article by|like this story\?|want more\b.{0,40}\?$|new to \w+\?|let our news|stay informed with|click here (?:to subscribe|for more)|have a tip\?|do you have a story)|\bunlimited (?:online|digital) access\b|\be-?paper\b|\bsubscribe to .{0,60}newsletters?\b|sent straight to your inbox|\bin your inbox\b|\bmay earn (?:us )?an? (?:affiliate )?commission|uses cookies to|accept (?:all )?cookies/i;

const LEADS_ELSEWHERE =
  /^(?:\[?(?:read (?:more|also|next)|also read|see also|see more|related(?: \w+)?|recommended|watch|more on this|don['’]t miss|listen|also)\s*(?:[:|\]]|$)|more (?:on|from|in|stories|great|about)\b.{0,40}$|most (?:read|popular)\b|popular$|trending\b|latest news$|you (?:may|might) also (?:like|be interested).{0,20}$|breaking news(?: emails?)?$|current issue$|table of contents$|today['’]s news:|about the author|be the first to comment|holiday gift guides?$|comments?\s*\d*$|\d+ comments?$|join the conversation|tell us what you think)/i;

const FURNITURE =
  /^(?:advert(?:isement|ising)?s?\b.{0,30}$|(?:story|article) continues|continue reading|share(?:\s+(?:this|on|tweet|article|facebook|twitter|submit|email|whatsapp)\b.{0,30})?$|skip to \w+|sign in$|log in$|loading\b|updated?:?$|published:?$|photo(?:s|graph)?:|image:|image credit|image \d+ of \d+|\d+ of \d+$|slide \d+|watch now$|warning$|duration:? \d|this slideshow requires|copyright (?:©|@|\(c\)|20)|all rights reserved|©|___+$|\/\*|[%*•·|–—-]+$|https?:\/\/\S+$|\d+ (?:minutes?|mins?|hours?|days?) (?:ago|read)$|\d+[- ]min(?:ute)? read$)/i;

const CREDIT =
  /(?:\((?:image|photo|picture|pic|credit)s?(?: credit)?: .{1,60}\)|\((?:ap|afp|reuters|getty|epa)\b.{0,60}\)|(?:via|\/) ?getty images?|getty images|\bap photo\b.{0,40}|photo(?:graph)? by .{3,40}|\| (?:reuters|afp))\)?$/i;

const STAMP =
  /^(?:(?:last )?(?:updated|published|posted|modified)\b|by\b.{2,60}\bon\b)?.{0,24}?(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?(?:\s+(?:at\s+)?\d{1,2}:\d{2}.{0,10})?\s+\d{4}|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s+\d{4}|\b\d{1,2}\/\d{1,2}\/\d{2,4}|last updated \d+ \w+ ago)/i;
/** A stamp has little besides its dates. */
const MAX_STAMP_CHARS = 90;

/** The article's own blocks, in order. */
export function dropClutter<B extends TextBlock>(blocks: readonly B[], known: Known): B[] {
  return blocks.slice(0, endOfArticle(blocks)).filter((block) => !isClutter(block, known));
}

/** Whether the block by itself is none of the article's prose. */
export function isClutter({ kind, text }: TextBlock, known: Known): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (isRepeated(kind, text, known)) return true;
  if (text.length > MAX_CLUTTER_CHARS || text.split(/\s+/).length > MAX_CLUTTER_WORDS) return false;
  if (SELLS.test(text) || LEADS_ELSEWHERE.test(text) || FURNITURE.test(text) || CREDIT.test(text)) return true;
  return text.length <= MAX_STAMP_CHARS && STAMP.test(text) && !/[.!?]["”’]?$/.test(text);
}

/** Whether the block only says again what the page's metadata say. */
function isRepeated(kind: TextBlock['kind'], text: string, known: Known): boolean {
  const words = wordsOf(text);
  const isHeadline = words === wordsOf(known.title);
  const name = words.replace(/^(?:by|from) /, '');
  const isByline =
    known.byline !== '' && (name === wordsOf(known.byline) || name === wordsOf(`${known.byline} ${known.outlet}`));
  return (isHeadline && (kind === 'heading' || kind === 'paragraph')) || isByline;
}

/** Headings under which a page offers other things than the article. */
const OFFERS =
  /^(?:more (?:on|from|in|stories|great|about)\b|you (?:may|might) also|related\b|recommended\b|want more|about the author|most (?:read|popular)|latest news$|comments?$|read next|don['’]t miss|digg picks|make msn)/i;
/** What follows such a heading is cut only if it is this share of the text or less: the heading may stand in the middle of prose. */
const MAX_TAIL_SHARE = 0.3;

function endOfArticle(blocks: readonly TextBlock[]): number {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let tail = 0;
  let end = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const text = blocks[i]?.text ?? '';
    tail += text.length;
    if (tail > total * MAX_TAIL_SHARE) break;
    if (text.length < 60 && OFFERS.test(text)) end = i;
  }
  return end;
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
