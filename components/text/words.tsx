import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

/** Language of the article on show (ISO 639-1), so that its words are read aloud in it; empty when not known. */
export const ArticleLanguage = createContext('');

/** A short string of the page or the reader within our own text, kept from disturbing its direction. */
export function PageText({ children }: { readonly children: string }) {
  const language = useContext(ArticleLanguage);
  return <bdi {...(language ? { lang: language } : {})}>{children}</bdi>;
}

/**
 * A passage of the article: in the serif face, in its own language and direction. `inButton` makes it phrasing
 * content, `clamped` shows its first lines only.
 */
export function Passage(props: { readonly text: string; readonly clamped?: boolean; readonly inButton?: boolean }) {
  const language = useContext(ArticleLanguage);
  const Element = props.inButton ? 'span' : 'p';
  return (
    <Element class={props.clamped ? 'passage clamped' : 'passage'} dir="auto" {...(language ? { lang: language } : {})}>
      {props.text}
    </Element>
  );
}

/** The address if it is one of the web (http, https), else null: no other kind ever becomes a link. */
export function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

/** A link that opens in a new tab and tells the site nothing; plain text where the address is not one of the web. */
export function WebLink({
  url,
  class: name = '',
  children,
}: {
  readonly url: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const address = webAddress(url);
  if (!address) return <span class={name}>{children}</span>;
  return (
    <a class={name} href={address} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
