import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { approvals } from './make-cards.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#0b57b7"/></svg>';
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the pages of the benchmark and what was built, on this machine alone.
 *
 * - `/lab.html`, `/refreshes.html`: an empty page with the script of that name from `page/` in it.
 * - `/first-card.html?NAME`: a page with one card in its text, which the contestant shows as soon as it is loaded.
 * - `/built/NAME/…`: from `folder`.
 *
 * @returns the server, listening, and its `origin`.
 */
export async function serve(folder) {
  const server = createServer(({ url, headers }, response) => {
    const { pathname, search } = new URL(url, `http://${headers.host}`);
    const body = bodyOf(pathname, search.slice(1), `http://${headers.host}`, folder);
    if (body === undefined) return response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': `${TYPES[extname(pathname)]}; charset=utf-8`,
        // Nothing that is measured comes out of a cache; the icon is the same for all.
        'cache-control': pathname === '/icon.svg' ? 'max-age=3600' : 'no-store',
        // Without these two the page's clock has steps of 0.1 ms.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      .end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

function bodyOf(pathname, query, origin, folder) {
  if (pathname === '/icon.svg') return ICON;
  if (pathname === '/lab.html' || pathname === '/refreshes.html')
    return page(`<script type="module" src="/page${pathname.replace('.html', '.js')}"></script>`);
  if (pathname === '/first-card.html') return page(firstCard(query, origin));
  const file = pathname.startsWith('/built/') ? join(folder, pathname.slice(7)) : join(here, pathname);
  return existsSync(file) && extname(file) in TYPES ? readFileSync(file) : undefined;
}

function page(body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="/icon.svg"><body>${body}`;
}

function firstCard(name, origin) {
  const cards = JSON.stringify(approvals(1, `${origin}/icon.svg`)).replaceAll('<', '\\u003c');
  return `<main></main><script type="application/json">${cards}</script>
<script type="module">
  import { start, show } from '/built/${name}/index.js';
  import { firstCard } from '/page/first-card.js';
  globalThis.measured = firstCard(start, show);
</script>`;
}
