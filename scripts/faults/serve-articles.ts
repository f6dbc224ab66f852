import { createServer } from 'node:http';

/** Serves as many articles as are asked for, each with its own address and text. */
export async function serveArticles(): Promise<{ address(number: number): string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const number = Number(/\/story\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(articlePage(number));
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    address: (number) => `http://localhost:${bound.port}/story/${number}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => void server.close(() => closed()));
    },
  };
}

function articlePage(number: number): string {
  const title = `Ferry ${number} leaves Sandvik late again`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) =>
      `<p>“Boat ${number} was ${i + 2} minutes late on day ${i},” harbour master Mara Olsen said. The port authority of Sandvik said that round ${number * 7 + i} would be checked by its inspectors before the winter, and that nobody had been told.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-02T10:00:00Z"></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}
