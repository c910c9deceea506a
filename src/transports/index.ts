/**
 * Ways for actions to reach a connector. Give one to an element's `transport`, or provide it with
 * `transportContext`.
 *
 * @module
 */
export { fetchTransport, type FetchTransportOptions } from './fetch.js';
export { mockTransport, type MockAnswer, type MockReply, type MockTransportOptions } from './mock.js';
export type { ActionAnswer, Transport } from './transport.js';
