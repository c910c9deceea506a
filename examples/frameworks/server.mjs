/*
 * The server of all these apps: their built files, cards to decide on, and the answers to what was decided.
 *
 *   node examples/frameworks/server.mjs examples/frameworks/vue/dist
 */
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Serves a folder on this machine only.
 *
 * @param folder - absolute; has an `index.html`.
 * @param port - any that is free when left out.
 * @returns its address, what was sent to it, and what ends it.
 */
export async function serve(folder, port = 0) {
  const app = fastify({ forceCloseConnections: true });
  const sent = [];
  let loads = 0;
  await app.register(fastifyStatic, { root: folder, index: 'index.html' });
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.get('/cards', () => cards(++loads));
  app.post('/decisions/:id', ({ params, body }) => {
    sent.push({ id: params.id, body: typeof body === 'string' ? body : JSON.stringify(body) });
    return {};
  });
  return { url: await app.listen({ port, host: '127.0.0.1' }), sent, close: () => app.close() };
}

/** @param loads - how often the cards have been asked for: something that changes. */
function cards(loads) {
  const card = (id, title, amount, action) => ({
    id,
    name: 'Expenses',
    header: { title, subtitle: ['Mara Lindqvist'] },
    body: {
      fields: [
        { type: 'GENERAL', title: 'Amount', description: amount },
        { type: 'GENERAL', title: 'Loaded', description: `${loads} times` },
      ],
    },
    actions: [
      {
        id: `${id}-approve`,
        label: 'Approve',
        completed_label: 'Approved',
        primary: true,
        type: 'POST',
        url: { href: `/decisions/${id}` },
        ...action,
      },
    ],
  });
  const comment = { id: 'comment', label: 'Comment', format: 'textarea' };
  return [
    card('lisbon', 'Trip to Lisbon', 'EUR 1,284.50', { action_key: 'USER_INPUT', user_input: [comment] }),
    card('oslo', 'Trip to Oslo', 'NOK 9,120.00', { action_key: 'DIRECT' }),
    card('monitors', 'Two monitors', 'EUR 698.00', { action_key: 'DIRECT' }),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await serve(resolve(process.argv[2] ?? '.'), Number(process.env.PORT ?? 8080));
  console.log(url);
}
