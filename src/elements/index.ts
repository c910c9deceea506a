/**
 * The elements, without defining them: call {@link defineElements} when it suits you.
 *
 * @module
 */
export { MfCard } from './mf-card.js';
export { MfCardFeed } from './mf-card-feed.js';
export { defineElements, type DefineOptions } from './define.js';
export * from './events.js';
export { messagesContext, storeContext, transportContext } from './contexts.js';
export { CardStore } from '../state/card-store.js';
export { setServerTime } from '../state/clock.js';
export type {
  ActionOutcome,
  ActionStatus,
  FailedOutcome,
  FailureReason,
  OutcomeLink,
} from '../state/action-lifecycle.js';
export type { CardState, RemovalReason } from '../state/card-state.js';
export type { Messages } from '../messages/en.js';
export type { FieldTemplate, FieldTemplates, OpenReason, RenderContext } from '../view/render-context.js';
export type { ActionAnswer, Transport } from '../transports/transport.js';
