import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { watch } from 'chokidar';
import sirv from 'sirv';
import type { FileNews } from '../preview/served-file.js';
import { decode } from './decode.js';

export interface PreviewWanted {
  /** The file that is shown, and its path as the user wrote it; `null` for the samples alone. */
  readonly file: { readonly path: string; readonly name: string } | null;
  /** `null` for one that is free. */
  readonly port: number | null;
}

export interface PreviewServer {
  /** Of the page. */
  readonly address: string;
  close(): Promise<void>;
}

/** What a card may do in the page: show pictures and videos of any host, and nothing else with the network. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' http: https: blob:",
  'media-src http: https:',
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Milliseconds between two looks at the file that nothing has asked for. */
const LOOK_EVERY = 1000;

const HEADERS = new Headers({
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});

/**
 * Serves the preview page to this machine alone, and tells it of each change of the file.
 *
 * @param page - the folder of the built page.
 * @throws Error with the code `EADDRINUSE` when something else has the port.
 */
export async function servePreview(page: string, { file, port }: PreviewWanted): Promise<PreviewServer> {
  const files = sirv(page, { dev: false });
  const changes = file && (await followFile(file.path, file.name));
  const server = createServer((request, response) => {
    response.setHeaders(HEADERS);
    // Not as a URL: `//` is none.
    const [pathname = '', search = ''] = (request.url ?? '').split('?');
    if (!isFromHere(request)) end(response, 403);
    else if (request.method !== 'GET' && request.method !== 'HEAD') end(response, 405);
    else if (pathname === '/file' && changes) changes.tell(response);
    else if (pathname === '/' && changes && search === '') {
      response.setHeader('location', '/?file');
      end(response, 307);
    } else files(request, response, () => end(response, 404));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port ?? 0, '127.0.0.1', resolve);
    });
  } catch (error) {
    await changes?.close();
    throw error;
  }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      await changes?.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A page of another site can't read the file by a name that leads here. */
function isFromHere({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

/** The news of a file, for all pages that show it. */
async function followFile(path: string, name: string) {
  const pages = new Set<ServerResponse>();
  let last = await newsOf(path, name);
  const look = async () => {
    const news = await newsOf(path, name);
    if (news.text === last.text && news.problem === last.problem) return;
    last = news;
    for (const page of pages) send(page, news);
  };
  // Editors write a new file and put it in the place of the old one, or empty it before they write.
  const watcher = watch(path, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 80, pollInterval: 20 },
  });
  let looking = new Promise<void>((ready) => watcher.once('ready', ready)).then(look);
  const lookSoon = () => (looking = looking.then(look));
  watcher.on('all', lookSoon);
  await looking;
  // What is told is lost with the folder: another one in its place, as after a change of branches, is found in time.
  const timer = setInterval(() => void (isAtRest(path) && lookSoon()), LOOK_EVERY);

  return {
    tell(response: ServerResponse) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      send(response, last);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    async close() {
      clearInterval(timer);
      for (const page of pages) page.end();
      await watcher.close();
    },
  };
}

/** Whether nobody is writing to the file, as far as can be seen; or there is none, or it can't be seen at all. */
function isAtRest(path: string): boolean {
  try {
    return Math.abs(Date.now() - statSync(path).mtimeMs) > 200;
  } catch {
    return true;
  }
}

function send(page: ServerResponse, news: FileNews): void {
  page.write(`data: ${JSON.stringify(news)}\n\n`);
}

async function newsOf(path: string, name: string): Promise<FileNews> {
  try {
    const { text, fault } = decode(await readFile(path));
    return { path: name, text: text?.replace(/^\ufeff/, '') ?? null, problem: fault?.message ?? null };
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'It is not there any more.' : String(error);
    return { path: name, text: null, problem: `${name} can't be read, and is shown as it was. ${reason}` };
  }
}
