import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { stopped } from './proxy.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const PAGES = resolve(import.meta.dirname, 'page');

/** What a page is served with: nothing, what reliability asks for, and the smallest policy of docs/security.md. */
export const POLICIES = {
  open: null,
  closed:
    "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify mf-card",
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; media-src 'self' https:; connect-src 'self'; " +
    "require-trusted-types-for 'script'; trusted-types lit-html dompurify mf-card",
};

/**
 * Serves the pages that the measurements run in, the built files, and what each page is to do.
 *
 * - `/run/<id>`: the page that a browser is sent to. It fetches `/job/<id>` and posts what came of it to `/done/<id>`.
 * - `/frame/<policy>`: what the page puts in frames, one for each few payloads.
 * - `/build/<name>/…`: the built files of that name.
 *
 * @param builds - a Map from names to folders.
 */
export async function startServer(builds) {
  const jobs = new Map();
  const strays = [];
  const opened = [];
  let count = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const [, first, name, ...rest] = url.pathname.split('/');
    const html = (text, policy) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (policy) response.setHeader('content-security-policy', policy);
      response.end(text);
    };
    response.setHeader('cache-control', first === 'build' ? 'max-age=600' : 'no-store');
    if (first === 'run' && jobs.has(name)) return html(RUN);
    if (first === 'frame' && Object.hasOwn(POLICIES, name)) return html(frame(url), POLICIES[name]);
    if (first === 'blank') return html('<!doctype html><title>blank</title>');
    if (first === 'opened') {
      opened.push({ name, referrer: request.headers.referer ?? '' });
      return html(OPENED);
    }
    if (first === 'opener') {
      opened.push({ name, opener: rest[0] });
      return response.writeHead(204).end();
    }
    if (first === 'job' && jobs.has(name)) {
      response.setHeader('content-type', 'application/json');
      return response.end(jobs.get(name).text);
    }
    if (first === 'done' && jobs.has(name)) return void receive(request, response, jobs.get(name));
    if (first === 'page') return file(PAGES, [name, ...rest], response);
    if (first === 'build' && builds.has(name)) return file(builds.get(name), rest, response);
    if (url.pathname !== '/favicon.ico') strays.push(url.pathname);
    response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Another origin on the same machine. */
    other: `http://localhost:${port}`,
    /** @returns what the page is sent to, and a promise of what came of it. */
    job(job) {
      const id = String(++count);
      const entry = { text: JSON.stringify(job) };
      const done = new Promise((settle) => (entry.settle = settle));
      jobs.set(id, entry);
      return { url: `http://127.0.0.1:${port}/run/${id}`, done: done.finally(() => jobs.delete(id)) };
    },
    /** @returns the paths that were asked for though there is nothing, since the last call. */
    takeStrays: () => strays.splice(0),
    /** @returns which pages were opened, and what they know of the one that did. */
    takeOpened: () => opened.splice(0),
    stop: () => stopped(server),
  };
}

const RUN =
  '<!doctype html><meta charset="utf-8"><title>run</title><script type="module" src="/page/runner.js"></script>';

/** Says of itself whether it can reach who opened it. */
const OPENED = `<!doctype html><title>opened</title><script>
  fetch(location.pathname.replace('opened', 'opener') + '/' + (opener === null ? 'none' : 'reachable'));
</script>`;

function frame({ search }) {
  const query = search.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>frame</title>' +
    `<script src="/page/hooks.js"></script><script type="module" src="/page/frame.js${query}"></script>` +
    '<body><main id="place"></main></body></html>'
  );
}

function file(folder, steps, response) {
  const path = resolve(folder, ...steps.map(decodeURIComponent));
  if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile())
    return void response.writeHead(404).end();
  response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
  createReadStream(path).pipe(response);
}

async function receive(request, response, { settle }) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  response.writeHead(204).end();
  settle(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}
