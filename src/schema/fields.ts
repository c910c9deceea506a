import * as z from 'zod/mini';
import { dateTime, integer, text } from './common.js';

/** An item of a SECTION: a fact, or a file. */
export const fieldItemSchema = z.looseObject({
  type: text(),
  title: text(),
  description: text(),
  attachment_name: text(),
  vendor_attachment_url: text(),
  attachment_content_type: text(),
  attachment_content_length: z.optional(integer),
  attachment_url: text(),
  attachment_method: text(),
  created_at: z.optional(dateTime),
  updated_at: z.optional(dateTime),
});

export const commentSchema = z.looseObject({
  display_name: text(),
  text: text(),
  creation_date: z.optional(dateTime),
});

/** A field of the body. Its `type` is free text; the reader knows six. */
export const fieldSchema = z.looseObject({
  type: text(),
  title: text(),
  subtitle: text(),
  description: text(),
  content: z.optional(z.array(z.looseObject({}))),
  comments: z.optional(z.array(commentSchema)),
  items: z.optional(z.array(fieldItemSchema)),
});
