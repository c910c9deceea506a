/*
 * Two origins: the app, and the card's page that it shows in a web view. Native code is what has the login, so that the
 * page never sees a token.
 */
import fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connector } from '../connector/connector.mjs';
import { listen, pages } from '../serve.mjs';

export async function start({ port = 0, cardPort = 0, slow, log } = {}) {
  const token = randomUUID();
  let appUrl = '';

  const card = await pages(join(import.meta.dirname, 'card'));
  /** The one origin that may frame the card, and that it talks with: known to the server, not taken from the URL. */
  card.get('/app-origin', () => ({ origin: appUrl }));
  card.addHook('onSend', async (_, reply) => {
    reply.header('content-security-policy', `frame-ancestors ${appUrl}`);
  });
  const cardUrl = await listen(card, cardPort);

  const app = fastify({ forceCloseConnections: true });
  const page = (name, type) => async (_, reply) =>
    reply.type(type).send(await readFile(join(import.meta.dirname, 'app', name)));
  app.get('/', page('index.html', 'text/html'));
  app.get('/app.css', page('app.css', 'text/css'));
  app.get('/app.js', page('app.js', 'text/javascript'));
  app.get('/native.js', page('native.js', 'text/javascript'));
  app.get('/config', () => ({ token, card: cardUrl }));
  await app.register(connector, {
    slow,
    log,
    address: () => `${appUrl}/`,
    isAllowed: ({ headers }) => headers.authorization === `Bearer ${token}`,
  });
  appUrl = await listen(app, port);
  return { url: appUrl, cardUrl, close: () => Promise.all([app.close(), card.close()]) };
}
