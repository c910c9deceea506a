import { once } from 'node:events';
import { createServer } from 'node:http';

/** Hosts that the browsers themselves ask, whatever a page does. */
const OWN =
  /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|google-analytics\.com|chromium\.org)$/;

/**
 * A proxy that writes down which hosts are asked for and lets nothing through: what a page asks for is known, and never
 * leaves the machine.
 */
export async function startProxy() {
  const asked = [];
  const note = (host) => {
    if (!OWN.test(host)) asked.push(host);
  };
  const server = createServer((request, response) => {
    note(hostOf(request.url) ?? request.headers.host ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url.replace(/:\d+$/, ''));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.on('upgrade', (request, socket) => {
    note(hostOf(request.url) ?? request.headers.host ?? '');
    socket.destroy();
  });
  server.on('clientError', (_, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    /** @returns the hosts that were asked for since the last call. */
    take: () => asked.splice(0),
    stop: () => stopped(server),
  };
}

/** Ends a server without waiting for those who keep a connection. */
export function stopped(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
