import type {
  ActionBlock,
  ActionInput,
  ActionKind,
  CardAction,
  HttpMethod,
  InputFormat,
  InputOption,
} from './model.js';
import { HTTP_METHODS } from './http-methods.js';
import { isWire, type At, type Reading, type Wire } from './reading.js';
import { meant } from './spelling.js';
import { isCallable } from './url-policy.js';
import { quote, typeName } from './verdict.js';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

const KNOWN_KEYS = ['DIRECT', 'USER_INPUT', 'OPEN_IN', 'DISMISS', 'INSTALL_APP'];

/** Methods that carry an action: what a browser can send and a connector can answer. */
const SENDABLE: readonly HttpMethod[] = ['GET', 'HEAD', 'DELETE', 'PATCH', 'POST', 'PUT'];

/** The actions of a card, in their order, each with a slot that no other one has. */
export function readActions(reading: Reading, from: Wire, at: At | null): CardAction[] {
  const slots = new Map<string, number>();
  return reading.objects(from, 'actions', at, (action, here) => {
    const read = readAction(reading, action, here);
    const count = slots.get(read.slot) ?? 0;
    slots.set(read.slot, count + 1);
    return count === 0 ? read : { ...read, slot: `${read.slot} ${count}` };
  });
}

function readAction(reading: Reading, from: Wire, at: At): CardAction {
  const actionKey = reading.text(from, 'action_key', at) ?? '';
  const label = reading.text(from, 'label', at) ?? (actionKey || 'Action');
  const key = actionKey.toUpperCase();
  if (actionKey && !KNOWN_KEYS.includes(key)) {
    const expected = meant(actionKey, KNOWN_KEYS);
    reading.note(
      'unknown-action-key',
      { up: at, step: 'action_key' },
      { got: quote(actionKey), ...(expected !== null && { expected }) },
    );
  }
  const hadDiagnostics = reading.diagnostics.length;
  const url = reading.url(from, 'url', at);
  const method = readMethod(reading, from, at);
  const { kind, blockedBy } = judge(
    key,
    url,
    method,
    reading.diagnostics.length > hadDiagnostics,
    from.request,
  );
  // A URL that the policy refused has its own diagnostic.
  if (blockedBy && !(blockedBy === 'blocked-url' && url === null))
    reading.note('blocked-action', at, { member: quote(label), got: blockReason(blockedBy, from) });
  const request = isWire(from.request) ? from.request : {};
  return {
    kind,
    slot: `${key} ${url ?? ''} ${label}`,
    index: typeof at.step === 'number' ? at.step : 0,
    id: reading.text(from, 'id', at),
    actionKey,
    label,
    completedLabel: reading.text(from, 'completed_label', at) ?? 'Completed',
    primary: reading.flag(from, 'primary'),
    url,
    method: method ?? 'GET',
    contentType: reading.text(from, 'content_type', at) ?? FORM_TYPE,
    request,
    inputs: kind === 'send' ? readInputs(reading, from, at, request) : [],
    allowRepeated: reading.flag(from, 'allow_repeated'),
    removesCard: reading.flag(from, 'remove_card_on_completion'),
    exclusiveSet: reading.text(from, 'mutually_exclusive_set_id', at),
    mfaRequired: !(
      from.mfa_required === undefined ||
      from.mfa_required === null ||
      from.mfa_required === false
    ),
    blockedBy,
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
  if (!isCallable(url))
    return key === 'INSTALL_APP' ? { kind: 'open', blockedBy: null } : blocked('blocked-url');
  if (method === null || !SENDABLE.includes(method)) return blocked('method');
  if (request !== undefined && request !== null && !isWire(request)) return blocked('request');
  return { kind: 'send', blockedBy: null };
}

function blockReason(block: ActionBlock, from: Wire): string {
  if (block === 'method') return `the method ${quote(from.type)} can't be sent from a page`;
  if (block === 'blocked-url') return 'its URL is for opening, not for sending to';
  if (block === 'request') return `its request must be an object, not ${typeName(from.request)}`;
  return 'it has no URL';
}

/** `null` for what is no method; GET when there is none, as connectors' own default is. */
function readMethod(reading: Reading, from: Wire, at: At): HttpMethod | null {
  const text = reading.text(from, 'type', at);
  if (text === null) return from.type === undefined || from.type === null ? 'GET' : null;
  const method = HTTP_METHODS.find((known) => known === text.toUpperCase());
  if (method && method !== text) reading.repaired({ up: at, step: 'type' }, `It was read as ${method}.`);
  return method ?? null;
}

function readInputs(reading: Reading, from: Wire, at: At, request: Wire): ActionInput[] {
  const seen = new Set<string>();
  return reading.objects(from, 'user_input', at, (input, here) => {
    const read = readInput(reading, input, here);
    if (!read) return null;
    if (seen.has(read.id)) {
      reading.note('dropped-input', here, { member: quote(read.id), got: 'another one has the same id' });
      return null;
    }
    seen.add(read.id);
    if (Object.hasOwn(request, read.id)) reading.note('clashing-value', here, { got: quote(read.id) });
    return read;
  });
}

function readInput(reading: Reading, from: Wire, at: At): ActionInput | null {
  const label = reading.text(from, 'label', at);
  const id = reading.text(from, 'id', at);
  if (id === null) {
    reading.note('dropped-input', at, { member: quote(label ?? ''), got: 'it has no id to be sent under' });
    return null;
  }
  const options = readOptions(reading, from, at);
  return {
    id,
    label: label ?? id,
    format: readFormat(reading, from, at, id, options),
    help: reading.text(from, 'display_content', at),
    options,
    ...readLengths(reading, from),
    preset: reading.text(from, 'value', at) ?? '',
  };
}

function readFormat(
  reading: Reading,
  from: Wire,
  at: At,
  id: string,
  options: readonly InputOption[],
): InputFormat {
  const format = (reading.text(from, 'format', at) ?? 'text').toLowerCase();
  if (format === 'select' && options.length === 0) {
    reading.note('no-options', at, { member: quote(id) });
    return 'text';
  }
  if (format === 'text' || format === 'textarea' || format === 'select') return format;
  reading.note('unknown-format', { up: at, step: 'format' }, { got: quote(format) });
  return 'text';
}

/** A map from value to label (`options` of a card) or a list of `{value, label}`. */
function readOptions(reading: Reading, from: Wire, at: At): InputOption[] {
  const here = { up: at, step: 'options' };
  const { options } = from;
  if (Array.isArray(options))
    return reading.objects(from, 'options', at, (option, optionAt) => {
      const value = reading.text(option, 'value', optionAt);
      return value === null ? null : { value, label: reading.text(option, 'label', optionAt) ?? value };
    });
  if (!isWire(options)) return [];
  const entries = Object.entries(options);
  const { list } = reading.limits;
  if (entries.length > list) reading.note('too-many', here, { member: 'options', expected: String(list) });
  return entries
    .slice(0, list)
    .map(([value, label]) => ({ value, label: reading.asText(label, { up: here, step: value }) ?? value }));
}

/** Limits that can't be met (a maximum below the minimum, a negative number) are no limits. */
function readLengths(reading: Reading, from: Wire): { minLength: number; maxLength: number } {
  const minLength = length(reading.number(from, 'min_length'));
  const maxLength = length(reading.number(from, 'max_length'));
  return { minLength, maxLength: maxLength < minLength ? 0 : maxLength };
}

function length(value: number | null): number {
  return value !== null && value > 0 ? Math.floor(value) : 0;
}
