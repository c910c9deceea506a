/**
 * Ways for actions to reach a connector. Give one to an element's `transport`, or provide it with
 * `transportContext`.
 *
 * @module mf-card/transports
 */
export { bridgeTransport, type BridgeOptions, type BridgeTransport } from './bridge.js';
export type { BridgeWay } from './bridge-channels.js';
export type { BridgeRefusal } from './bridge-messages.js';
export { followHeight } from './follow-height.js';
export type { LegacyWay } from './legacy.js';
export { fetchTransport, type FetchTransportOptions } from './fetch.js';
export { mockTransport, type MockAnswer, type MockReply, type MockTransportOptions } from './mock.js';
export type { ActionAnswer, Transport } from './transport.js';
export type { ActionRequest } from '../schema/encode-request.js';
export type { Attachment } from '../schema/model.js';
export type { ActionOutcome, FailedOutcome, FailureReason, OutcomeLink } from '../state/action-lifecycle.js';
