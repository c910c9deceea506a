import * as z from 'zod/mini';
import { actionSchema } from './actions.js';
import { dateTime, integer, link, text, uri, uuid } from './common.js';
import { fieldSchema } from './fields.js';

const headerSchema = z.looseObject({
  title: text(),
  subtitle: z.optional(z.array(z.string())),
  links: z.optional(
    z.looseObject({
      title: z.optional(uri),
      subtitle: z.optional(z.array(z.nullable(uri))),
    }),
  ),
});

const bannerSchema = z.looseObject({
  items: z.optional(
    z.array(
      z.looseObject({ type: z.enum(['video', 'image']), title: text(), description: text(), href: uri }),
    ),
  ),
});

/**
 * A card as connectors send it: the published card response schema, verdict for verdict. Members it does
 * not know are allowed everywhere and kept. {@link readCards} reads what this refuses, too, and says why.
 */
export const cardSchema = z.looseObject({
  id: z.optional(uuid),
  importance: z.optional(integer),
  image: z.optional(link),
  creation_date: z.optional(dateTime),
  expiration_date: z.optional(dateTime),
  due_date: z.optional(dateTime),
  template: z.optional(link),
  header: z.optional(headerSchema),
  links: z.optional(z.array(z.looseObject({ href: uri, text: z.string() }))),
  banner: z.optional(bannerSchema),
  body: z.optional(z.looseObject({ description: text(), fields: z.optional(z.array(fieldSchema)) })),
  hash: text(),
  backend_id: text(),
  actions: z.optional(z.array(actionSchema)),
  sticky: z.optional(z.looseObject({ until: dateTime, type: text() })),
  tags: z.optional(z.array(z.string())),
});

/** What a connector answers: `{ objects: [card, …] }`. */
export const cardResponseSchema = z.looseObject({ objects: z.optional(z.array(cardSchema)) });

/** A card on the wire, before it is read. */
export type WireCard = z.infer<typeof cardSchema>;
/** What a connector answers, as its JSON is. */
export type WireCardResponse = z.infer<typeof cardResponseSchema>;
