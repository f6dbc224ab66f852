import { createServer } from 'node:http';
import { readArticles } from '../../tests/fixtures/site/read-articles.mjs';
import { frontPage } from '../../tests/fixtures/site/templates/front.mjs';
import { lanternPage } from '../../tests/fixtures/site/templates/lantern.mjs';
import { meridianPage } from '../../tests/fixtures/site/templates/meridian.mjs';
import { readerShell } from '../../tests/fixtures/site/templates/reader.mjs';
import { transomPage } from '../../tests/fixtures/site/templates/transom.mjs';

const PAGES = { meridian: meridianPage, transom: transomPage, lantern: lanternPage };

/** The smallest file that browsers show as a PDF: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** The article the demonstration opens first, and the one it opens after that. */
export const FIRST_ARTICLE = '/meridian/world/karvonia-begins-filling-velibrod';
export const SECOND_ARTICLE = '/transom/politics/lethany-protests-river-flow';

/**
 * Serves the sample news site on a free port of localhost. An article with a later edition shows it at `?v=2`, and at
 * its plain address too once `setLater(true)` was called. `requests` lists the paths asked for.
 */
export async function serveSite(port = 0) {
  const articles = readArticles();
  const requests = [];
  const state = { later: false, origin: '' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', state.origin);
    requests.push(url.pathname);
    const { status, type, body } = answer(articles, url, state);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  state.origin = `http://localhost:${server.address().port}`;
  return {
    origin: state.origin,
    articles,
    requests,
    setLater: (later) => {
      state.later = later;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(articles, url, state) {
  const path = url.pathname.replace(/\/$/, '');
  if (path.startsWith('/reader/data')) return json(readerData(articles, path.slice('/reader/data'.length)));
  if (path.startsWith('/reader')) return html(readerShell());
  if (path === '') return html(frontPage('Sample news', articles));
  if (path === '/paper.pdf') return { status: 200, type: 'application/pdf', body: PDF };
  if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
  const outlet = path.slice(1);
  if (outlet in PAGES) return html(frontPage(outlet, ofOutlet(articles, outlet)));
  const found = articles.find((article) => article.path === path);
  if (!found) return { status: 404, type: 'text/plain', body: 'no such page' };
  const later = state.later || url.searchParams.get('v') === '2';
  const others = ofOutlet(articles, found.outlet).filter((article) => article !== found);
  return html(PAGES[found.outlet]((later && found.later) || found, { origin: state.origin, others }));
}

function readerData(articles, path) {
  const all = ofOutlet(articles, 'reader');
  if (path === '/list') return all.map((article) => ({ title: article.title, path: article.path }));
  const index = all.findIndex((article) => path === `/${article.slug}`);
  return { ...all[index], next: all[(index + 1) % all.length] };
}

function ofOutlet(articles, outlet) {
  return articles.filter((article) => article.outlet === outlet);
}

function html(body) {
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function json(value) {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}

// Called by itself: `node scripts/start/serve-site.mjs [PORT]`.
if (process.argv[1] === import.meta.filename) {
  const site = await serveSite(Number(process.argv[2] ?? 0));
  console.log(`sample site: ${site.origin}`);
}
