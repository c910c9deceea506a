import type { Card } from './model.js';
import { isWire } from './wire.js';

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * A card's identity across polls: connector and backend id, else connector and hash, else id. Ids are made
 * anew at each response and some connectors send all zeros, so the last resort is the content itself.
 *
 * Source: `backend_id` and `hash` in the card response schema.
 */
export function cardKey({ connectorId, name, backendId, hash, id, source }: Omit<Card, 'key'>): string {
  const connector = connectorId ?? name ?? '';
  if (backendId !== null) return `${connector}/record/${backendId}`;
  if (hash !== null) return `${connector}/hash/${hash}`;
  return isNil(id) ? `${connector}/content/${contentDigest(source)}` : `${connector}/id/${id}`;
}

/** A chat item has no record and no hash, and often no id: then it is its content, within its conversation. */
export function chatKey({ connectorId, chat, id, source }: Omit<Card, 'key'>): string {
  const context = isNil(chat?.contextId ?? null) ? '' : chat?.contextId;
  const own = isNil(id) ? `content/${contentDigest(source)}` : `id/${id}`;
  return `${connectorId ?? ''}/chat/${context}/${own}`;
}

function isNil(id: string | null): boolean {
  return id === null || id === NIL_UUID;
}

/**
 * Whether two versions of a card say the same: by their hash, else by their content. Ids and dates don't count.
 *
 * Source: `hash` in the card response schema.
 */
export function isSameVersion(a: Card, b: Card): boolean {
  if (a.hash !== null || b.hash !== null) return a.hash === b.hash;
  return a.source === b.source || stableText(a.source) === stableText(b.source);
}

/** 53 bits of the wire JSON (cyrb53); equal content gives equal digests, in every engine. */
export function contentDigest(source: unknown): string {
  const text = stableText(source);
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36);
}

/**
 * Without what is new at each response although the record is the same: ids and dates of the card, ids of its
 * actions. JSON too deep to write out (a hostile card) counts as one and the same.
 */
function stableText(source: unknown): string {
  if (!isWire(source)) return '';
  const { id: _id, creation_date: _made, expiration_date: _ends, due_date: _due, actions, ...rest } = source;
  try {
    return JSON.stringify([rest, Array.isArray(actions) ? actions.map(withoutId) : actions]);
  } catch {
    return '';
  }
}

function withoutId(action: unknown): unknown {
  return isWire(action) ? { ...action, id: undefined } : action;
}
