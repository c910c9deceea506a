/**
 * Card JSON without a page: validate it, read it, encode what the user answered. Imports no DOM and no Lit.
 *
 * @module mf-card/schema
 */
export { cardResponseSchema, cardSchema, type WireCard, type WireCardResponse } from './card.js';
export { chatItemSchema, type WireChatItem } from './chat-item.js';
export { readCards, type ReadResult } from './read-cards.js';
export { isCard, type ReadOptions } from './read-response.js';
export {
  encodeRequest,
  toFetchRequest,
  type ActionRequest,
  type EncodedRequest,
  type EncodeOptions,
  type EncodeFailure,
} from './encode-request.js';
export { judgeUrl, type UrlPolicy, type UrlRefusal } from './url-policy.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export type * from './model.js';
export type { OwnWords } from './own-words.js';
export {
  diagnosticLine,
  pathText,
  type Diagnostic,
  type DiagnosticTranslation,
  type Fact,
  type Facts,
  type Path,
  type Place,
  type Range,
  type Severity,
} from '../diagnostics/diagnostic.js';
export {
  diagnosticTexts,
  diagnosticWords,
  type DiagnosticCode,
  type DiagnosticWord,
} from '../diagnostics/codes.js';
export { translated } from '../diagnostics/sentences.js';
export { severityOf } from '../diagnostics/severity.js';
