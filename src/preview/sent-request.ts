import { toFetchRequest, type ActionRequest } from '../schema/encode-request.js';

/** What a body or query says once it is decoded. */
export type Decoded =
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'json'; readonly text: string };

/** The HTTP request that a host would send, for reading. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** As it goes over the wire. */
  readonly body: string | null;
  /** `null` when nothing is sent that could be decoded. */
  readonly decoded: Decoded | null;
  readonly submissionId: string;
  readonly actionId: string | null;
  readonly cardKey: string;
  /** Why the browser would not send it, such as for a method that it forbids. */
  readonly fault: string | null;
}

/** @param base - what relative URLs are relative to. */
export function sentRequest(request: ActionRequest, base: string): SentRequest {
  const { method, url, body, submissionId, actionId, cardKey } = request;
  const told = { method, body, decoded: decode(request, base), submissionId, actionId, cardKey };
  try {
    const sent = toFetchRequest(request, { base });
    return { ...told, url: sent.url, headers: [...sent.headers], fault: null };
  } catch (error) {
    return { ...told, url, headers: [], fault: String(error) };
  }
}

function decode({ url, body, contentType }: ActionRequest, base: string): Decoded | null {
  if (body === null) return fields(URL.canParse(url, base) ? new URL(url, base).search : '');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return fields(body);
  return /[/+]json$/.test(type) ? json(body) : null;
}

function fields(encoded: string): Decoded | null {
  const found = [...new URLSearchParams(encoded)];
  return found.length > 0 ? { kind: 'fields', fields: found } : null;
}

function json(body: string): Decoded | null {
  try {
    return { kind: 'json', text: JSON.stringify(JSON.parse(body), null, 2) };
  } catch {
    return null;
  }
}
