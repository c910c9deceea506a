import type { ActionRequest } from '../schema/encode-request.js';
import type { Attachment } from '../schema/model.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';

/** What a host may answer: an HTTP response, an outcome in its own words, or nothing for success. */
export type ActionAnswer = Response | ActionOutcome | undefined;

/**
 * How actions reach the connector when no listener of `mf-action` answers. Knows no elements: it gets plain
 * data and gives back plain data.
 */
export interface Transport {
  /** A rejection is a failure, and says so to the user. `signal` aborts when the user or the time limit does. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an async function without a return is a good transport
  submit(request: ActionRequest, options: { signal: AbortSignal }): Promise<ActionAnswer | void>;
  /**
   * What `readCards` takes; from `src`, where a feed names an address.
   *
   * What it rejects with may have `retryAfter`, milliseconds to wait at least before the next load.
   */
  load?(options: { signal: AbortSignal; src?: string | null }): Promise<unknown>;
  /** A file whose URL needs the host's credentials. */
  attachment?(attachment: Attachment, options: { signal: AbortSignal }): Promise<Blob | Response>;
  /**
   * Whether the user is who they are said to be. Without it, `mfa_required` actions are never sent. `signal` aborts when the
   * user does not want it any more.
   */
  verifyIdentity?(request: ActionRequest, options?: { signal: AbortSignal }): Promise<boolean>;
}
