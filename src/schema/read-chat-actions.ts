import { blankAction, type Mutable } from './blank.js';
import { encodeRequest } from './encode-request.js';
import { alias, also, as, leaf, link, list, object, see } from './form.js';
import type { CardAction } from './model.js';
import { asking, contentType, finishAction, fixedValues, method, mfa } from './read-actions.js';
import { input } from './read-inputs.js';
import { readText, within } from './read-values.js';
import { flag, label, text } from './values.js';
import { isWire, type Wire } from './wire.js';

const chatInput = input({
  minLength: 'minLength',
  maxLength: 'maxLength',
  length: 'integer',
  members: { value: as(text, 'preset') },
});

/** Of the headers only this one is sent: a card must not make up credentials. */
const headers = leaf('object', (reading, value) => {
  if (!isWire(value)) return value === null ? null : reading.leftOut();
  const names = Object.keys(value);
  const name = names.find((each) => each.toLowerCase() === 'content-type');
  const others = names.filter((each) => each !== name);
  if (others.length) reading.note('unsent-headers', { got: others.slice(0, 3).join(', ') });
  return name === undefined
    ? null
    : within(reading, name, () => see(reading, also(contentType), value[name]));
});

const NAVIGATIONS = ['applicationPage', 'browser'];

/** An action of a chat item. Members of a card's action are forbidden in it, and read all the same. */
export const chatAction = object<Mutable<CardAction>>(
  blankAction,
  {
    title: as(label, 'label'),
    description: text,
    image: link('', { alternateText: as(text, '') }),
    url: link('url', { title: as(text, '') }),
    userInput: asking('payload', as(list(chatInput), 'inputs')),
    payload: as(fixedValues, 'request'),
    headers: as(headers, 'contentType'),
    type: as(method('string'), 'method'),
    navigationType: as(leaf(NAVIGATIONS.join('|'), readText), ''),
    id: also(text),
    completed_label: as(also(label), 'completedLabel'),
    primary: also(flag),
    allow_repeated: as(also(flag), 'allowRepeated'),
    remove_card_on_completion: as(also(flag), 'removesCard'),
    mfa_required: as(also(mfa), 'mfaRequired'),
    mutually_exclusive_set_id: as(also(text), 'exclusiveSet'),
    mutually_exclusive_id: alias('mutually_exclusive_set_id', text, 'exclusiveSet'),
    http_type: alias('type', method(''), 'method'),
    user_input_field: asking('payload', alias('userInput', list(chatInput), 'inputs')),
  },
  {
    closed: true,
    finish(out, reading, from) {
      out.actionKey = asks(from) ? 'USER_INPUT' : navigates(from) ? 'OPEN_IN' : 'DIRECT';
      out.label ||= out.description ?? reading.words().unknownAction;
      if (out.description === out.label) out.description = null;
      finishAction(out, reading, from, 'payload');
      if (out.kind === 'open') out.url = urlWithPayload(out);
      // What only asks, such as for a list, can be asked again: the answer scrolls away in a conversation.
      out.allowRepeated ||= out.method === 'GET';
      out.grouped = reading.itemDepth > 0;
      return out;
    },
  },
);

function asks({ userInput }: Wire): boolean {
  return isWire(userInput) || (Array.isArray(userInput) && userInput.length > 0);
}

/**
 * Whether an action opens a page. `navigationType` tells the client to go to a target, inside the host or in an
 * embedded browser: a link then, which the host takes over with `mf-open`. One with another method than GET has
 * something to send before it can lead anywhere, and one without a `navigationType` gets the next items of the
 * conversation from its connector, which a page can't show: both are sent.
 */
function navigates({ navigationType, type }: Wire): boolean {
  const isGet = typeof type === 'string' ? type.toUpperCase() === 'GET' : (type ?? null) === null;
  return isGet && NAVIGATIONS.includes(navigationType as string);
}

/** A link has only its URL to carry values. */
function urlWithPayload(action: CardAction): string | null {
  const encoded = encodeRequest(action, {});
  return encoded.ok ? encoded.url : action.url;
}
