import type { Fact } from '../diagnostics/diagnostic.js';
import { pathFrom, type At } from './at.js';
import { FORM_TYPE } from './encode-request.js';
import type { ActionBlock, ActionKind, CardAction, HttpMethod } from './model.js';
import { HTTP_METHODS } from './http-methods.js';
import { readInputs, type InputWording } from './read-inputs.js';
import { isWire, type Reading, type Wire } from './reading.js';
import { meant } from './spelling.js';
import { UniqueNames } from './unique-names.js';
import { isCallable } from './url-policy.js';
import { quote, shown, typeName } from './verdict.js';

const KNOWN_KEYS = ['DIRECT', 'USER_INPUT', 'OPEN_IN', 'DISMISS', 'INSTALL_APP'];

/** Methods that carry an action: what a browser can send and a connector can answer. */
const SENDABLE: readonly HttpMethod[] = ['GET', 'HEAD', 'DELETE', 'PATCH', 'POST', 'PUT'];

/** How a format words its actions. */
export interface ActionWording extends InputWording {
  keyOf(reading: Reading, from: Wire, at: At): string;
  labelOf(reading: Reading, from: Wire, at: At, actionKey: string): string;
  descriptionOf(reading: Reading, from: Wire, at: At): string | null;
  contentTypeOf(reading: Reading, from: Wire, at: At): string | null;
  /** The name of the member with the fixed values. */
  readonly request: string;
}

/** Known whatever its case, and with white space round it. */
function plainKey(actionKey: string): string {
  return actionKey.trim().toUpperCase();
}

const ON_CARDS: ActionWording = {
  keyOf(reading, from, at) {
    const actionKey = reading.text(from, 'action_key', at) ?? '';
    const here = { up: at, step: 'action_key' };
    const key = plainKey(actionKey);
    if (!KNOWN_KEYS.includes(key)) {
      const like = meant(actionKey, KNOWN_KEYS);
      if (actionKey)
        reading.note('unknown-action-key', here, {
          got: quote(actionKey),
          ...(like !== null && { repair: ['did-you-mean', like] }),
        });
    } else if (key !== actionKey) reading.readAs(here, key);
    return actionKey;
  },
  labelOf: (reading, from, at, actionKey) => reading.label(from, 'label', at) ?? (actionKey || 'Action'),
  descriptionOf: () => null,
  contentTypeOf: (reading, from, at) => readContentType(reading, from, 'content_type', at),
  request: 'request',
  inputs: 'user_input',
  minLength: 'min_length',
  maxLength: 'max_length',
};

/**
 * The actions of a card or a chat item, in their order.
 *
 * @param card - where the card, or the outermost item, lies.
 * @param slots - names for all actions of the card.
 */
export function readActions(
  reading: Reading,
  from: Wire,
  at: At | null,
  card = at,
  slots = new UniqueNames(),
  wording = ON_CARDS,
): CardAction[] {
  const actions = reading.objects(from, 'actions', at, (action, here) =>
    readAction(reading, action, here, card, wording),
  );
  // By what it does: a label may change with the language, or count something. Only where several do the same, it
  // tells them apart.
  const does = actions.map(({ slot }) => slot);
  for (const action of actions) {
    const { slot, label } = action;
    action.slot = slots.take(does.indexOf(slot) === does.lastIndexOf(slot) ? slot : `${slot} ${label}`);
  }
  return actions;
}

function readAction(
  reading: Reading,
  from: Wire,
  at: At,
  card: At | null,
  wording: ActionWording,
): CardAction & { slot: string } {
  const actionKey = wording.keyOf(reading, from, at);
  const label = wording.labelOf(reading, from, at, actionKey);
  const key = plainKey(actionKey);
  const found = reading.findings.length;
  const url = reading.href(from, 'url', at);
  const method = readMethod(reading, from, at);
  const { kind, blockedBy } = judge(key, url, method, reading.findings.length > found, from[wording.request]);
  // A URL that the policy refused has its own diagnostic.
  if (blockedBy && !(blockedBy === 'blocked-url' && url === null))
    reading.note('blocked-action', blockedAt(blockedBy, from, at, wording), {
      member: quote(label),
      got: blockReason(blockedBy, url, from, wording),
    });
  const fixed = from[wording.request];
  const request = isWire(fixed) ? fixed : {};
  return {
    kind,
    slot: `${key} ${url ?? ''}`,
    path: pathFrom(card, at),
    id: reading.text(from, 'id', at),
    actionKey,
    label,
    description: wording.descriptionOf(reading, from, at),
    completedLabel: reading.label(from, 'completed_label', at) ?? 'Completed',
    primary: reading.flag(from, 'primary'),
    url,
    method: method ?? 'GET',
    contentType: wording.contentTypeOf(reading, from, at) ?? FORM_TYPE,
    request,
    inputs: kind === 'send' ? readInputs(reading, from, at, request, wording) : [],
    allowRepeated: reading.flag(from, 'allow_repeated'),
    removesCard: reading.flag(from, 'remove_card_on_completion'),
    exclusiveSet: readExclusiveSet(reading, from, at),
    mfaRequired: !(
      from.mfa_required === undefined ||
      from.mfa_required === null ||
      from.mfa_required === false
    ),
    blockedBy,
    grouped: false,
  };
}

/** What pressing it does. What can't be sent safely is not sent: a broken body, an unknown method, no URL. */
function judge(
  key: string,
  url: string | null,
  method: HttpMethod | null,
  refused: boolean,
  request: unknown,
): { kind: ActionKind; blockedBy: ActionBlock | null } {
  const blocked = (blockedBy: ActionBlock) => ({ kind: 'none' as const, blockedBy });
  if (key === 'DISMISS') return { kind: 'dismiss', blockedBy: null };
  if (url === null) return blocked(refused ? 'blocked-url' : 'no-url');
  if (key === 'OPEN_IN') return { kind: 'open', blockedBy: null };
  if (HAS_CREDENTIALS.test(url)) return blocked('blocked-url');
  if (!isCallable(url))
    return key === 'INSTALL_APP' ? { kind: 'open', blockedBy: null } : blocked('blocked-url');
  if (method === null || !SENDABLE.includes(method)) return blocked('method');
  if (request !== undefined && request !== null && !isWire(request)) return blocked('request');
  return { kind: 'send', blockedBy: null };
}

/** `fetch` throws at a name or a password in a URL. */
const HAS_CREDENTIALS = /^(?:https?:)?[\\/]{2}[^\\/?#]*@/i;

/** The member that stands in the way. */
function blockedAt(block: ActionBlock, from: Wire, at: At, { request }: ActionWording): At {
  const step = block === 'method' ? 'type' : block === 'request' ? request : 'url';
  if (from[step] === undefined) return at;
  const here = { up: at, step };
  return step === 'url' && isWire(from.url) && from.url.href !== undefined
    ? { up: here, step: 'href' }
    : here;
}

function blockReason(block: ActionBlock, url: string | null, from: Wire, { request }: ActionWording): Fact {
  if (block === 'method') return ['action-method', shown(from.type)];
  if (block === 'request') return ['action-request', request, typeName(from[request])];
  if (url !== null && HAS_CREDENTIALS.test(url)) return ['action-credentials'];
  return [`action-${block}`];
}

/** A page writes every text in UTF-8, whatever else is asked for. */
export function readContentType(reading: Reading, from: Wire, member: string, at: At): string | null {
  const text = reading.text(from, member, at);
  const here = { up: at, step: member };
  if (text === null) {
    if (typeof from[member] === 'string') reading.readAs(here, FORM_TYPE);
    return null;
  }
  const contentType = text.replace(OTHER_CHARSET, '$1utf-8');
  if (contentType !== text) reading.readAs(here, contentType);
  return contentType;
}

const OTHER_CHARSET = /(;\s*charset\s*=\s*)(?!"?utf-8"?\s*(?:;|$))("[^"]*"|[^;\s]*)/i;

/** `null` for what is no method; GET when there is none, as connectors' own default is. */
function readMethod(reading: Reading, from: Wire, at: At): HttpMethod | null {
  const member = reading.nameOf(from, 'type', 'http_type', at);
  const text = reading.text(from, member, at);
  if (text === null) return from[member] === undefined || from[member] === null ? 'GET' : null;
  const upper = text.toUpperCase();
  const method = HTTP_METHODS.find((known) => known === upper);
  if (method && method !== text) reading.readAs({ up: at, step: member }, method);
  return method ?? null;
}

function readExclusiveSet(reading: Reading, from: Wire, at: At): string | null {
  const member = reading.nameOf(from, 'mutually_exclusive_set_id', 'mutually_exclusive_id', at);
  return reading.text(from, member, at);
}
