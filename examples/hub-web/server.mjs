/*
 * Two servers, as in life: the hub's own, which has the page and gives out tokens, and the one that connectors are
 * reached by, at another origin.
 */
import cors from '@fastify/cors';
import fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import { connector } from '../connector/connector.mjs';
import { listen, pages } from '../serve.mjs';

/** Milliseconds that a token is good for. */
const LIFE = 300_000;

export async function start({ port = 0, flowsPort = 0, slow, log } = {}) {
  const tokens = new Map();
  let flowsUrl = '';
  let url = '';

  const flows = fastify({ forceCloseConnections: true });
  await flows.register(cors, {
    origin: (origin, done) => done(null, origin === url),
    methods: ['GET', 'POST'],
    // Else the page can't read it: then only the body tells that the connector wants a new sign-in.
    exposedHeaders: ['X-Backend-Status'],
  });
  await flows.register(connector, {
    slow,
    log,
    address: () => `${flowsUrl}/`,
    isAllowed: ({ headers }) => {
      const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
      return (tokens.get(token) ?? 0) > Date.now();
    },
  });
  flowsUrl = await listen(flows, flowsPort);

  const hub = await pages(import.meta.dirname);
  hub.get('/config', () => ({ flows: flowsUrl }));
  hub.get('/token', () => {
    const token = randomUUID();
    tokens.set(token, Date.now() + LIFE);
    return { token, expiresIn: LIFE / 1000 };
  });
  url = await listen(hub, port);
  return { url, flowsUrl, close: () => Promise.all([hub.close(), flows.close()]) };
}
