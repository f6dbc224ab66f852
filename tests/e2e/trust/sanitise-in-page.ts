/** Runs in a page: what the sanitiser of notes makes of hostile Markdown and HTML. */
import { renderMarkdown, sanitise } from '../../../components/notes/Markdown';

declare global {
  var sanitiseAll: (texts: readonly string[]) => string[];
}

const ALLOWED = new Set('p br hr em strong code pre blockquote ul ol li a h1 h2 h3 h4 h5 h6'.split(' '));
const ATTRIBUTES = new Set(['href', 'start', 'target', 'rel']);

/** What is wrong with the sanitised text; empty when nothing is. */
function wrongWith(nodes: DocumentFragment): string[] {
  const wrong: string[] = [];
  for (const element of nodes.querySelectorAll('*')) {
    if (!ALLOWED.has(element.localName)) wrong.push(`element ${element.localName}`);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) wrong.push(`attribute ${name}`);
      if (name === 'href' && !/^https?:\/\//.test(value)) wrong.push(`address ${value}`);
    }
  }
  return wrong;
}

function markupOf(nodes: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(nodes);
  return box.innerHTML;
}

globalThis.sanitiseAll = (texts) =>
  texts.flatMap((text) => {
    // As Markdown, and as if the Markdown had let all of it through.
    const wrong = [...wrongWith(renderMarkdown(text)), ...wrongWith(sanitise(text))];
    const once = markupOf(sanitise(text));
    if (markupOf(sanitise(once)) !== once) wrong.push('changes when it is sanitised again');
    return wrong.map((what) => `${what}: ${text.slice(0, 100)}`);
  });
