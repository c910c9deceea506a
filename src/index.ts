/**
 * Defines `<mf-card>` and `<mf-card-feed>`, and exports what a host needs beside them.
 *
 * @module mf-card
 */
import { defineElements } from './elements/define.js';

export * from './elements/index.js';
export { readCards, type ReadResult } from './schema/read-cards.js';
export { isCard, type ReadOptions } from './schema/read-response.js';
export {
  encodeRequest,
  toFetchRequest,
  type EncodedRequest,
  type EncodeOptions,
  type EncodeFailure,
} from './schema/encode-request.js';
export { judgeUrl, type UrlRefusal } from './schema/url-policy.js';
export { DEFAULT_LIMITS, type Limits } from './schema/limits.js';
export {
  diagnosticLine,
  pathText,
  type DiagnosticTranslation,
  type Fact,
  type Facts,
  type Path,
  type Place,
  type Range,
  type Severity,
} from './diagnostics/diagnostic.js';
export type { DiagnosticCode, DiagnosticWord } from './diagnostics/codes.js';
export type { OwnWords } from './schema/own-words.js';

// In a server there is nothing to define them in. Lit brings a registry of its own there, so that is not what to look for.
if ('document' in globalThis) defineElements();
