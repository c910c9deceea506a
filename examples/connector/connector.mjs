/*
 * A connector as a plugin for Fastify: cards of four systems, their actions, and their files. It follows the rules that
 * connectors follow: form encoding only, errors in their known shapes, `X-Backend-Status` for what a system said.
 */
import formbody from '@fastify/formbody';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { cardOf, openTasks } from './cards.mjs';

const files = join(import.meta.dirname, 'files');
const icons = join(import.meta.dirname, '../../stories/cards/media');
const types = { png: 'image/png', pdf: 'application/pdf', svg: 'image/svg+xml' };

/**
 * @param options.address - the address under which clients reach it, with a slash at its end.
 * @param options.isAllowed - whether a request comes from somebody who is signed in.
 * @param options.log - told of each action that arrives, whatever becomes of it.
 * @param options.slow - milliseconds that the slow ones of the systems take.
 */
export async function connector(app, { address, isAllowed, log = () => {}, slow = 2500 }) {
  const tasks = openTasks();
  /** What was answered, by request id: the same request again is the same answer, and is not done twice. */
  const answered = new Map();
  const desk = { signedIn: false };
  const budget = { tries: 0 };

  // Nothing but forms: anything else is a 415.
  app.removeAllContentTypeParsers();
  await app.register(formbody);

  app.addHook('onRequest', async (request, reply) => {
    const open = request.method === 'OPTIONS' || request.routeOptions.config.open;
    if (!open && !isAllowed(request))
      return reply.code(401).send({ message: 'The token is missing or too old' });
  });

  app.get('/cards', () => ({
    objects: [...tasks.values()].map((task) => cardOf(task, address())),
  }));

  app.get('/icons/:name', { config: { open: true } }, ({ params }, reply) => send(reply, icons, params.name));
  app.get('/files/:name', ({ params }, reply) => send(reply, files, params.name));

  app.get('/budget', { config: { open: true } }, (_, reply) =>
    reply.type('text/plain').send('Workplace, Q3: locked while the quarter is closed.'),
  );

  /** The user has signed in to the service desk again. */
  app.post('/sign-in/service-desk', (_, reply) => {
    desk.signedIn = true;
    return reply.code(204).send();
  });

  app.post('/tasks/:id/:decision', async (request, reply) => {
    const requestId = request.headers['x-request-id'];
    log({ ...request.params, requestId, values: { ...request.body } });
    const known = requestId && answered.get(requestId);
    const { status, headers = {}, body = {} } = known ?? (await decide(request));
    if (requestId && status < 300) answered.set(requestId, { status, body });
    return reply.code(status).headers(headers).send(body);
  });

  async function decide({ params, body }) {
    const task = tasks.get(params.id);
    if (!task) return { status: 404, body: { error: 'This was decided in the meantime.' } };
    const { decision } = params;
    if (decision === 'decline' && (body?.reason ?? '').trim().length < 5)
      return { status: 400, body: { errors: { reason: 'Say in a few words why.' } } };
    const refusal = decision === 'approve' ? await refusals[task.kind]?.(body ?? {}) : undefined;
    if (!refusal) tasks.delete(task.id);
    return refusal ?? { status: 200 };
  }

  /** How the systems refuse an approval. */
  const refusals = {
    /** The first try meets a locked budget; whoever tries again finds it open. */
    requisition: () =>
      budget.tries++ > 0
        ? undefined
        : {
            status: 409,
            body: {
              title: 'The budget is locked',
              error_message: 'Accounting is closing the quarter. Try again in a moment.',
              actions: [{ label: 'See the budget', url: { href: `${address()}budget` } }],
            },
          },
    /** The service desk has forgotten who the user is, and says 401; a connector must not pass that on as it is. */
    access: () =>
      desk.signedIn
        ? undefined
        : {
            status: 400,
            headers: { 'x-backend-status': '401' },
            body: { error: 'invalid_connector_token' },
          },
    /** Slow, and particular about names. */
    async absence({ cover = '' }) {
      await new Promise((resolve) => setTimeout(resolve, slow));
      return /^(ingrid|mateusz|wei ling)\b/i.test(cover)
        ? undefined
        : {
            status: 400,
            body: { errors: { cover: `Nobody called “${cover}” is in this team. Ingrid is.` } },
          };
    },
  };
}

function send(reply, folder, name) {
  if (!/^[\w-]+\.(png|pdf|svg)$/.test(name)) return reply.code(404).send({ error: 'No such file' });
  return reply.type(types[name.split('.')[1]]).send(createReadStream(join(folder, name)));
}
