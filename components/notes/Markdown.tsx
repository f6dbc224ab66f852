import DOMPurify, { type Config } from 'dompurify';
import { micromark } from 'micromark';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { webAddress } from '../text/words';

/** No picture, no style, no form: nothing that could load or send anything when a note is shown. */
const ALLOWED: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: 'p br hr em strong code pre blockquote ul ol li a h1 h2 h3 h4 h5 h6'.split(' '),
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** Markdown as safe nodes: only plain text markup, and links only to the web. */
export function renderMarkdown(markdown: string): DocumentFragment {
  return sanitise(micromark(markdown));
}

/** HTML as nodes of which only plain text markup is left, and links only to the web. */
export function sanitise(html: string): DocumentFragment {
  // A document without a body (`<frameset>`) gives nothing at all, whatever the types say.
  const nodes: DocumentFragment | null = DOMPurify.sanitize(html, ALLOWED);
  if (!nodes) return new DocumentFragment();
  for (const link of nodes.querySelectorAll('a')) {
    const address = webAddress(link.getAttribute('href') ?? '');
    if (address === null) link.replaceWith(...link.childNodes);
    else {
      link.href = address;
      link.target = '_blank';
      link.rel = 'noreferrer noopener';
    }
  }
  return nodes;
}

/** What the reader wrote, rendered from Markdown. */
export function Markdown({ text }: { readonly text: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ref.current?.replaceChildren(renderMarkdown(text)), [text]);
  return <div class="markdown" dir="auto" ref={ref} />;
}
