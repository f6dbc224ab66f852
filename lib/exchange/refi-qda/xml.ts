/** An element of an XML file: name, attributes (absent when undefined), children. */
export interface Xml {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children?: readonly (Xml | string)[];
}

/** The element as a complete XML 1.0 file. */
export function toXmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root)}\n`;
}

/** The element as a part of such a file. */
export function toXml({ name, attributes = {}, children = [] }: Xml): string {
  const attrs = attributesXml(attributes);
  if (!children.length) return `<${name}${attrs}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : toXml(child))).join('');
  return `<${name}${attrs}>${inner}</${name}>`;
}

/** What begins a file whose root element is written piece by piece; `</name>` ends it. */
export function beginXmlFile(name: string, attributes: Xml['attributes'] = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${name}${attributesXml(attributes)}>`;
}

function attributesXml(attributes: NonNullable<Xml['attributes']>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
}

/** Text for an XML or HTML file; characters that XML 1.0 forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
