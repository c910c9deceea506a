/*
 * An action's way from idle to done, as values: no timers, no promises, no DOM.
 *
 *   idle ─started─► pending ─settled─► done | failed | auth-required
 *                    │  ▲ └─slowed─► pending, can be given up
 *     idle ◄cancelled┘  └───────started─────── failed, auth-required, what can be repeated
 */

/** A way out that a failure offers, such as a page of the vendor's where things can be mended. */
export interface OutcomeLink {
  readonly label: string;
  readonly url: string;
}

export const FAILURE_REASONS = [
  'refused',
  'no-host',
  'host-failed',
  'offline',
  'timed-out',
  'cancelled',
  'interrupted',
  'redirected',
  'signed-out',
  'identity',
  'unwritable',
] as const;

/** Why nothing came of it, where the library itself says so. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Nothing came of an action, with what the user is told of it. */
export interface FailedOutcome {
  readonly kind: 'failed';
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  /** By input id. */
  readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
  readonly links?: readonly OutcomeLink[] | undefined;
  /** Whether trying again makes sense; `true` when left out. */
  readonly canRetry?: boolean | undefined;
  readonly reason?: FailureReason | undefined;
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined;
}

/** What became of an action, in the host's words. */
export type ActionOutcome =
  | {
      readonly kind: 'done';
      /** A new version of the card, in any shape that `readCards` takes. */
      readonly card?: unknown;
    }
  | FailedOutcome
  | { readonly kind: 'auth-required' };

/** One intent of the user: `content` is what is sent, so that an unchanged retry keeps its `submissionId`. */
export interface Intent {
  readonly submissionId: string;
  /** `null` where it was not to be kept: then a retry is a new intent. */
  readonly content: string | null;
}

/** How an action stands, from the first press to its outcome. */
export type ActionStatus =
  | { readonly kind: 'idle' }
  | (Intent & {
      readonly kind: 'pending';
      readonly run: number;
      /** Whether it takes long enough for the user to give it up. */
      readonly slow: boolean;
    })
  | {
      readonly kind: 'done';
      /** Epoch milliseconds. */
      readonly at: number;
      /** Whether it may be pressed again. */
      readonly repeatable: boolean;
    }
  | (Intent & { readonly kind: 'failed'; readonly failure: FailedOutcome })
  | (Intent & { readonly kind: 'auth-required' });

export type ActionStep =
  | (Intent & { readonly type: 'started'; readonly run: number })
  | {
      readonly type: 'settled';
      readonly run: number;
      readonly outcome: ActionOutcome;
      readonly at: number;
      readonly repeatable: boolean;
    }
  | { readonly type: 'slowed' | 'cancelled'; readonly run: number }
  /** By somebody who has said so too late. */
  | { readonly type: 'taken' };

export const IDLE: ActionStatus = { kind: 'idle' };

/** The status after a step. What does not fit changes nothing, and comes back as the same object. */
export function nextStatus(status: ActionStatus, step: ActionStep): ActionStatus {
  switch (step.type) {
    case 'started': {
      // A second press while pending, or after it is done, starts nothing.
      if (status.kind === 'pending' || (status.kind === 'done' && !status.repeatable)) return status;
      const { run, submissionId, content } = step;
      return { kind: 'pending', run, submissionId, content, slow: false };
    }
    case 'slowed':
      return status.kind === 'pending' && status.run === step.run ? { ...status, slow: true } : status;
    case 'settled': {
      // The late answer of a run that timed out, and was perhaps retried, is not this run's answer.
      if (status.kind !== 'pending' || status.run !== step.run) return status;
      const { submissionId, content } = status;
      const { outcome, at, repeatable } = step;
      if (outcome.kind === 'failed') return { kind: 'failed', submissionId, content, failure: outcome };
      if (outcome.kind === 'auth-required') return { kind: 'auth-required', submissionId, content };
      return { kind: 'done', at, repeatable };
    }
    case 'taken':
      return status.kind === 'failed' && status.failure.reason === 'no-host'
        ? { ...status, failure: { ...status.failure, reason: 'host-failed' } }
        : status;
    case 'cancelled':
      return status.kind === 'pending' && status.run === step.run ? IDLE : status;
  }
}
