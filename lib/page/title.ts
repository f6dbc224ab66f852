/** Chooses the headline among what a page offers, and takes the site's name off it. */

/** What a page offers as a title; empty where it offers nothing. */
export interface TitleSources {
  /** Headline of the JSON-LD. */
  readonly headline: string;
  /** Of meta elements, best first. */
  readonly meta: readonly string[];
  /** Texts of the h1 elements in order. */
  readonly heading: readonly string[];
  /** Text of the title element. */
  readonly documentTitle: string;
  /** What the extraction took for the title. */
  readonly extracted: string;
  readonly outlet: string;
}

/** Longer titles are cut: nobody writes them, and a page may say anything. */
const MAX_TITLE_CHARS = 1_000;

/** The headline; empty where the page offers none. An h1 wins if another source agrees with it, as it is what readers see. */
export function chooseTitle(sources: TitleSources): string {
  const others = [sources.headline, ...sources.meta, sources.documentTitle, sources.extracted]
    .map(clean)
    .filter(Boolean);
  const agreed = sources.heading.map(clean).find((h) => h && others.some((other) => agree(h, other)));
  const title = agreed ?? others[0] ?? sources.heading.map(clean).find(Boolean) ?? '';
  return withoutOutlet(title, sources.outlet);
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_CHARS);
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether both are the same headline, one of them perhaps with the site's name. */
function agree(a: string, b: string): boolean {
  const [shorter = '', longer = ''] = [key(a), key(b)].toSorted((x, y) => x.length - y.length);
  return shorter.length > 0 && longer.includes(shorter) && shorter.length > longer.length * 0.5;
}

/** `title` (spaces made one) without a last (or first) part that is the outlet's name: "Bridge closed | The Daily Ferry". */
function withoutOutlet(title: string, outlet: string): string {
  const name = key(outlet);
  const isOutlet = (part: string) => {
    const k = key(part);
    return k.length > 0 && name.length > 0 && (name.includes(k) || k.includes(name));
  };
  const last = /^(.+?) [|\-–—:·•»«]+ ([^|–—·•»«]+)$/.exec(title);
  if (last?.[1] && last[2] && isOutlet(last[2])) return last[1];
  const first = /^([^|–—·•»«]+?) [|\-–—·•»«]+ (.+)$/.exec(title);
  return first?.[1] && first[2] && isOutlet(first[1]) ? first[2] : title;
}
