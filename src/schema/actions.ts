import * as z from 'zod/mini';
import { integer, link, text, uuid } from './common.js';
import { HTTP_METHODS } from './http-methods.js';

const flag = () => z.optional(z.boolean());
const length = () => z.optional(integer.check(z.gte(0)));

/** Something the user is asked for before an action is sent. */
export const userInputSchema = z.looseObject({
  id: z.string(),
  label: z.string(),
  format: text(),
  display_content: text(),
  options: z.optional(z.looseObject({})),
  min_length: length(),
  max_length: length(),
});

export const actionSchema = z.looseObject({
  id: uuid,
  action_key: z.string(),
  label: z.string(),
  mutually_exclusive_set_id: text(),
  completed_label: z.string(),
  primary: flag(),
  mfa_required: flag(),
  url: link,
  type: z.enum(HTTP_METHODS),
  content_type: text(),
  request: z.optional(z.looseObject({})),
  allow_repeated: flag(),
  remove_card_on_completion: flag(),
  user_input: z.optional(z.array(userInputSchema)),
});
