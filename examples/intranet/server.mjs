/*
 * One server for the page and the connector, as in an intranet; who is signed in has its cookie.
 */
import { randomUUID } from 'node:crypto';
import { connector } from '../connector/connector.mjs';
import { listen, pages } from '../serve.mjs';

export async function start({ port = 0, slow, log } = {}) {
  const session = randomUUID();
  const app = await pages(import.meta.dirname);
  app.addHook('onSend', async (request, reply) => {
    if (request.url === '/')
      reply.header('set-cookie', `session=${session}; HttpOnly; SameSite=Strict; Path=/`);
  });
  await app.register(connector, {
    slow,
    log,
    address: () => '/',
    isAllowed: ({ headers }) => headers.cookie === `session=${session}`,
  });
  const url = await listen(app, port);
  return { url, close: () => app.close() };
}
