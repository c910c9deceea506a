/*
 * What the servers of the examples share.
 */
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A server for one folder of pages, with the built package under `/mf-card/`. */
export async function pages(folder) {
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: folder, index: 'index.html' });
  await app.register(fastifyStatic, { root: join(root, 'dist'), prefix: '/mf-card/', decorateReply: false });
  return app;
}

/** Starts a server on this machine only; port 0 is any that is free. Gives its address. */
export function listen(app, port) {
  return app.listen({ port, host: '127.0.0.1' });
}
