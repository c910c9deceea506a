/**
 * The elements, without defining them: call {@link defineElements} when it suits you.
 *
 * @module mf-card/elements
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
  Intent,
  OutcomeLink,
} from '../state/action-lifecycle.js';
export type { CardState, FormatFault, InputFault, RemovalReason } from '../state/card-state.js';
export type { StoreSnapshot } from '../state/snapshot.js';
export type { CardCounts, CardFilter } from '../state/feed-filter.js';
export type { CardGrouping } from '../state/feed-groups.js';
export type { CardOrder } from '../state/feed-order.js';
export type { Diagnostic } from '../diagnostics/diagnostic.js';
export type { ActionRequest } from '../schema/encode-request.js';
export type * from '../schema/model.js';
export type { FailedConnector } from '../schema/reading.js';
export type { UrlPolicy } from '../schema/url-policy.js';
export type { Messages } from '../messages/en.js';
export type { Locale } from '../messages/formats.js';
export type {
  AttachmentState,
  AttachmentStates,
  CardHandlers,
  FieldTemplate,
  FieldTemplates,
  OpenReason,
  RenderContext,
} from '../view/render-context.js';
export type { ActionAnswer, Transport } from '../transports/transport.js';
