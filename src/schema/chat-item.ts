import * as z from 'zod/mini';
import { integer, text, uri } from './common.js';

const imageLink = z.looseObject({ href: uri, alternateText: text() });
const titledUrl = z.looseObject({ href: uri, title: text() });

/** Something the user is asked for before a chat action is sent. */
export const chatInputSchema = z.looseObject({
  id: text(),
  label: text(),
  format: text(),
  options: z.optional(z.looseObject({})),
  minLength: z.optional(integer),
  maxLength: z.optional(integer),
  value: text(),
});

/** The one object of the published schemas that may have no other members. */
export const chatActionSchema = z.strictObject({
  title: text(),
  description: text(),
  image: z.optional(imageLink),
  url: z.optional(titledUrl),
  userInput: z.optional(z.array(chatInputSchema)),
  payload: z.optional(z.looseObject({})),
  headers: z.optional(z.looseObject({})),
  type: text(),
  navigationType: z.optional(z.enum(['applicationPage', 'browser'])),
});

/** A row of a table: its title names it, its short description is the value. */
export const chatRowSchema = z.looseObject({
  id: text(),
  title: text(),
  subtitle: text(),
  shortDescription: text(),
  description: text(),
  image: z.optional(imageLink),
  url: z.optional(titledUrl),
});

export const chatTableSchema = z.looseObject({
  title: text(),
  description: text(),
  type: text(),
  data: z.optional(z.array(chatRowSchema)),
});

export const chatDetailsSchema = z.looseObject({
  id: text(),
  contextId: text(),
  title: text(),
  subtitle: text(),
  shortDescription: text(),
  description: text(),
  image: z.optional(imageLink),
  type: text(),
  url: z.optional(titledUrl),
  workflowId: text(),
  workflowStep: text(),
  tabularData: z.optional(z.array(chatTableSchema)),
  actions: z.optional(z.array(chatActionSchema)),
});

/**
 * A chat item as bots send it: the published chatbot schema, verdict for verdict. {@link readCards} reads what
 * this refuses, too, and says why; also the older flat items, of which it says nothing but that it allows them.
 */
export const chatItemSchema = z.looseObject({
  itemDetails: z.optional(chatDetailsSchema),
  get children() {
    return z.optional(z.array(chatItemSchema));
  },
});

/** A chat item on the wire, before it is read. */
export type WireChatItem = z.infer<typeof chatItemSchema>;
