import type { Fact } from '../diagnostics/diagnostic.js';
import { blankAction, NONE, type Mutable } from './blank.js';
import { FORM_TYPE } from './encode-request.js';
import { quote, shown, typeName } from './facts.js';
import { alias, as, leaf, link, list, object, quietly, type Element, type MemberOf } from './form.js';
import { HTTP_METHODS } from './http-methods.js';
import type { ActionBlock, ActionKind, CardAction, HttpMethod } from './model.js';
import { input } from './read-inputs.js';
import { readText } from './read-values.js';
import type { Reading } from './reading.js';
import { meant } from './spelling.js';
import type { UniqueNames } from './unique-names.js';
import { BASES, isCallable, isPlainUrl } from './url-policy.js';
import { flag, label, text, uuid } from './values.js';
import { wireAt } from './wire-at.js';
import { isWire, type Wire } from './wire.js';

const KNOWN_KEYS = ['DIRECT', 'USER_INPUT', 'OPEN_IN', 'DISMISS', 'INSTALL_APP'];

/** Methods that carry an action: what a browser can send and a connector can answer. */
const SENDABLE: readonly HttpMethod[] = ['GET', 'HEAD', 'DELETE', 'PATCH', 'POST', 'PUT'];

/** Known whatever its case, and with white space round it. */
function plainKey(actionKey: string): string {
  return KNOWN_KEYS.includes(actionKey) ? actionKey : actionKey.trim().toUpperCase();
}

const key = leaf('string', (reading, value) => {
  const actionKey = readText(reading, value);
  if (actionKey === null) return null;
  const plain = plainKey(actionKey);
  if (!KNOWN_KEYS.includes(plain)) {
    const like = meant(actionKey, KNOWN_KEYS);
    const repair = like !== null && { repair: ['did-you-mean', like] as const };
    reading.note('unknown-action-key', { got: quote(actionKey), ...repair });
  } else if (plain !== actionKey) reading.readAs(plain);
  return actionKey;
});

function isMethod(value: unknown): value is HttpMethod {
  return HTTP_METHODS.includes(value as HttpMethod);
}

/** `''` for what is no method. */
export function method(expected: string): Element {
  return leaf(
    expected,
    (reading, value) => {
      if (value === null || isMethod(value)) return value;
      const word = readText(reading, value);
      const upper = word?.toUpperCase();
      const known = HTTP_METHODS.find((each) => each === upper);
      if (known && known !== word) reading.readAs(known);
      return known ?? '';
    },
    isMethod,
  );
}

/** A page writes every text in UTF-8, whatever else is asked for. */
export const contentType = leaf('string', (reading, value) => {
  const type = readText(reading, value);
  if (type === null) {
    if (typeof value === 'string') reading.readAs(FORM_TYPE);
    return null;
  }
  const read = type.replace(OTHER_CHARSET, '$1utf-8');
  if (read !== type) reading.readAs(read);
  return read;
});

const OTHER_CHARSET = /(;\s*charset\s*=\s*)(?!"?utf-8"?\s*(?:;|$))("[^"]*"|[^;\s]*)/i;

/** Anything but an absent member or `false` asks for it. */
export const mfa = leaf('boolean', (_, value) => value !== null && value !== false);

/** The fixed values as they are. */
export const fixedValues = leaf('object', (_, value) => (isWire(value) ? value : null));

/**
 * What an action asks for; of one that only opens something or goes away nothing is said.
 *
 * @param fixed - the member with the fixed values, whose key space the answers share.
 */
export function asking(fixed: string, member: MemberOf): MemberOf {
  return quietly((from, reading) => {
    reading.fixed = from[fixed];
    reading.forms++;
    return typeof from.action_key === 'string' && UNASKED.includes(plainKey(from.action_key));
  }, member);
}

const UNASKED = ['OPEN_IN', 'DISMISS'];

const cardInput = input({
  required: 'id label',
  minLength: 'min_length',
  maxLength: 'max_length',
  length: 'integer>=0',
  members: { display_content: as(text, 'help') },
});

const action = object<Mutable<CardAction>>(
  blankAction,
  {
    id: uuid,
    action_key: as(key, 'actionKey'),
    label,
    mutually_exclusive_set_id: as(text, 'exclusiveSet'),
    completed_label: as(label, 'completedLabel'),
    primary: flag,
    mfa_required: as(mfa, 'mfaRequired'),
    url: link('url'),
    type: as(method(HTTP_METHODS.join('|')), 'method'),
    content_type: as(contentType, 'contentType'),
    request: fixedValues,
    allow_repeated: as(flag, 'allowRepeated'),
    remove_card_on_completion: as(flag, 'removesCard'),
    user_input: asking('request', as(list(cardInput), 'inputs')),
    http_type: alias('type', method(''), 'method'),
    mutually_exclusive_id: alias('mutually_exclusive_set_id', text, 'exclusiveSet'),
    user_input_field: asking('request', alias('user_input', list(cardInput), 'inputs')),
  },
  {
    required: 'id action_key label completed_label url type',
    finish: (out, reading, from) => finishAction(out, reading, from, 'request'),
  },
);

/** The actions of a card, in their order. */
export const actions = list(action);

/**
 * What pressing an action does, once it is read.
 *
 * @param fixed - the member with the fixed values.
 */
export function finishAction(
  out: Mutable<CardAction>,
  reading: Reading,
  from: Wire,
  fixed: string,
): CardAction {
  if (!out.label) {
    out.label = out.actionKey || reading.words().unknownAction;
    // One that is missing, or no text, has its own finding.
    if (typeof from.label === 'string')
      reading.note('repaired', { member: 'label', repair: ['read-as', quote(out.label)] }, 'label');
  }
  out.completedLabel ||= reading.words().completed;
  const key = plainKey(out.actionKey);
  out.blockedBy = blockOf(key, out, from, from[fixed]);
  out.kind = out.blockedBy ? 'none' : kindOf(key, out.url);
  const { url, blockedBy, label, kind } = out;
  // A URL that the policy refused has its own finding.
  if (blockedBy && !(blockedBy === 'blocked-url' && url === null)) {
    reading.note(
      'blocked-action',
      { member: quote(label), got: blockReason(blockedBy, url, from, fixed) },
      ...blockedAt(blockedBy, from, fixed),
    );
  }
  if (kind !== 'send') out.inputs = NONE;
  out.slot = `${key} ${url ?? ''}`;
  out.path = reading.pathInCard();
  if (!HTTP_METHODS.includes(out.method)) out.method = 'GET';
  return out;
}

/** What can't be sent safely is not sent: a broken body, an unknown method, no URL. */
function blockOf(key: string, { url, method }: CardAction, from: Wire, fixed: unknown): ActionBlock | null {
  if (key === 'DISMISS') return null;
  if (url === null) return hasUrl(from) ? 'blocked-url' : 'no-url';
  if (key === 'OPEN_IN') return null;
  if (!isCallable(url)) return key === 'INSTALL_APP' ? null : 'blocked-url';
  if (unreachable(url) !== null) return 'blocked-url';
  if (!SENDABLE.includes(method)) return 'method';
  return fixed === undefined || fixed === null || isWire(fixed) || isEmptyList(fixed) ? null : 'request';
}

function kindOf(key: string, url: string | null): ActionKind {
  if (key === 'DISMISS') return 'dismiss';
  // Others that are no calls are blocked by now.
  return key === 'OPEN_IN' || (key === 'INSTALL_APP' && !isCallable(url ?? '')) ? 'open' : 'send';
}

/** PHP writes a map without members as a list. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** `fetch` throws at a name or a password in a URL, and, whatever the page, at one that names no host. */
function unreachable(url: string): Fact | null {
  if (isPlainUrl(url)) return null;
  const read = BASES.flatMap((base) => {
    try {
      return new URL(url, base);
    } catch {
      return [];
    }
  });
  if (read.some(({ username, password }) => username || password)) return ['action-credentials'];
  return read.length === 0 ? ['action-unreadable-url'] : null;
}

/** There is one, whether it may be used or not. */
function hasUrl({ url }: Wire): boolean {
  const text = isWire(url) ? url.href : url;
  return typeof text === 'string' && text !== '';
}

/** The member that stands in the way. */
function blockedAt(block: ActionBlock, from: Wire, fixed: string): string[] {
  const step = block === 'method' ? 'type' : block === 'request' ? fixed : 'url';
  if (from[step] === undefined) return [];
  return step === 'url' && isWire(from.url) && from.url.href !== undefined ? [step, 'href'] : [step];
}

function blockReason(block: ActionBlock, url: string | null, from: Wire, fixed: string): Fact {
  if (block === 'method') return ['action-method', shown(from.type)];
  if (block === 'request') return ['action-request', fixed, typeName(from[fixed])];
  const fault = url !== null && isCallable(url) ? unreachable(url) : null;
  return fault ?? [`action-${block}`];
}

/**
 * Gives each action of a list a slot of its own: what it does, as a label may change with the language, or count
 * something. Only where several do the same, the label tells them apart.
 *
 * @param names - of all actions of the card.
 * @param source - of the card, on the wire.
 */
export function separate(actions: readonly Mutable<CardAction>[], names: UniqueNames, source: unknown): void {
  const does = actions.map(({ slot }) => slot);
  for (const action of actions) {
    const { slot } = action;
    const isAlone = does.indexOf(slot) === does.lastIndexOf(slot);
    action.slot = names.take(isAlone ? slot : `${slot} ${labelIn(source, action)}`);
  }
}

/** In all its languages: told apart by one of them, it would be another action in the next, and could be done again. */
function labelIn(source: unknown, { path, label }: CardAction): string {
  const wire = wireAt(source, path);
  const words = isWire(wire) ? (wire.label ?? wire.title) : null;
  if (!isWire(words)) return label;
  return Object.values(words)
    .filter((text) => typeof text === 'string')
    .join(' ');
}

/** Whether there is something to tell apart. Comparing each with each is the quicker way for a few. */
export function isAlike(actions: readonly CardAction[]): boolean {
  if (actions.length > 8) return true;
  for (let i = 1; i < actions.length; i++)
    for (let j = 0; j < i; j++) if (actions[i]?.slot === actions[j]?.slot) return true;
  return false;
}
