/** An invented article for looking at paint: quotations of every kind, many speakers, long names, on papers of choice. */

const NAMES = [
  'Harbour Minister Odalys Brenkamp',
  'Tomasz Eilertsen-Kowalczyk, head of the Northgate Association of Independent Ferry Operators and Dock Workers',
  'Mara Oduya',
  'the Port Authority',
  'Deputy Mayor Ilan Vasquez-Thornbury',
];

const PARAGRAPHS = [
  (name: string) =>
    `“The quay will be open again before the winter,” ${name} said on Tuesday, standing by the closed gate.`,
  (name: string) => `${name} said the repairs would cost twice as much as the council had been told in spring.`,
  (name: string) => `${name} called the plan “a promise without a date” and asked the council to name one.`,
  (name: string) => `According to ${name}, three of the nine ferries were out of service for most of the year.`,
  (name: string) => `“We counted every crate,” ${name} told reporters. “Nobody has asked us for the list since.”`,
  () =>
    'The harbour has stood at the mouth of the river Anselm for two hundred years, and most families in the town have had somebody on the boats.',
];

export interface Paper {
  readonly background: string;
  readonly colour: string;
  readonly scheme?: 'dark';
}

export const PAPERS = {
  light: { background: '#ffffff', colour: '#1a1a1a' },
  dark: { background: '#16171a', colour: '#e6e6e6', scheme: 'dark' },
  tinted: { background: '#fff1e5', colour: '#33302e' },
  faint: { background: '#ffffff', colour: '#757575' },
} as const satisfies Record<string, Paper>;

/** The page as HTML, with `paragraphs` paragraphs. */
export function articlePage(paper: Paper, paragraphs = 12): string {
  const body = Array.from({ length: paragraphs }, (_, i) => {
    const write = PARAGRAPHS[i % PARAGRAPHS.length];
    return `<p>${write?.(NAMES[(i * 7) % NAMES.length] ?? '') ?? ''}</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay stays closed as repairs run late</title>
<meta property="article:published_time" content="2026-03-09T08:00:00Z"><meta property="og:site_name" content="The Anselm Ledger">
<meta name="author" content="Marta Ortiz"><style>
body { margin: 0; background: ${paper.background}; color: ${paper.colour}; font: 19px/1.6 Georgia, serif; ${paper.scheme ? `color-scheme: ${paper.scheme};` : ''} }
main { max-width: 640px; margin: 40px auto; padding: 0 16px; } h1 { line-height: 1.2; } a { color: inherit; }
</style></head><body><header><a href="#home">The Anselm Ledger</a></header><main><article><h1>Quay stays closed as repairs run late</h1>
<p>By <a href="#marta">Marta Ortiz</a></p>${body.join('\n')}</article></main><footer>Invented for tests.</footer></body></html>`;
}
