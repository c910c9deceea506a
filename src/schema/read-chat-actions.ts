import type { At } from './at.js';
import { encodeRequest } from './encode-request.js';
import type { CardAction } from './model.js';
import { readActions, readContentType, type ActionWording } from './read-actions.js';
import { isWire, type Reading, type Wire } from './reading.js';
import type { UniqueNames } from './unique-names.js';

/** The actions of an item, as those of a card are. */
export function readChatActions(
  reading: Reading,
  details: Wire,
  at: At | null,
  card: At | null,
  slots: UniqueNames,
  grouped: boolean,
): CardAction[] {
  return readActions(reading, details, at, card, slots, IN_CHAT).map((action) => ({
    ...action,
    url: action.kind === 'open' ? urlWithPayload(action) : action.url,
    description: action.description === action.label ? null : action.description,
    // What only asks, such as for a list, can be asked again: the answer scrolls away in a conversation.
    allowRepeated: action.allowRepeated || action.method === 'GET',
    grouped,
  }));
}

const IN_CHAT: ActionWording = {
  keyOf(_reading, from) {
    if (asks(from)) return 'USER_INPUT';
    return navigates(from) ? 'OPEN_IN' : 'DIRECT';
  },
  labelOf: (reading, from, at) =>
    reading.label(from, 'title', at) ?? reading.text(from, 'description', at) ?? 'Action',
  descriptionOf: (reading, from, at) => reading.text(from, 'description', at),
  contentTypeOf: contentTypeIn,
  request: 'payload',
  inputs: 'userInput',
  minLength: 'minLength',
  maxLength: 'maxLength',
};

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
  return isGet && (navigationType === 'applicationPage' || navigationType === 'browser');
}

/** A link has only its URL to carry values. */
function urlWithPayload(action: CardAction): string | null {
  const encoded = encodeRequest(action, {});
  return encoded.ok ? encoded.url : action.url;
}

/** Of the headers only this one is sent: a card must not make up credentials. */
function contentTypeIn(reading: Reading, from: Wire, at: At): string | null {
  const here = { up: at, step: 'headers' };
  const headers = reading.object(from, 'headers', at);
  const names = Object.keys(headers);
  const contentType = names.find((name) => name.toLowerCase() === 'content-type');
  const others = names.filter((name) => name !== contentType);
  if (others.length) reading.note('unsent-headers', here, { got: others.slice(0, 3).join(', ') });
  return contentType === undefined ? null : readContentType(reading, headers, contentType, here);
}
