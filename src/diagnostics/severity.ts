import type { DiagnosticCode } from './codes.js';
import type { Severity } from './diagnostic.js';

/** How grave each code is. Apart from its sentences, which a page may not have loaded. */
export function severityOf(code: DiagnosticCode): Severity {
  return ERRORS.includes(code) ? 'error' : INFOS.includes(code) ? 'info' : 'warning';
}

const ERRORS: readonly DiagnosticCode[] = [
  'json-syntax',
  'not-a-card',
  'wrong-type',
  'missing-member',
  'bad-date',
  'bad-url',
  'bad-id',
  'forbidden-member',
  'bad-value',
];

const INFOS: readonly DiagnosticCode[] = [
  'byte-order-mark',
  'empty-part',
  'no-title',
  'empty-list',
  'more-cards',
  'unknown-action-key',
  'not-actionable',
  'lone-exclusive-set',
  'same-action-id',
  'several-primary',
  'no-inputs',
  'repeat-removed',
  'sticky-over',
  'created-later',
  'nameless-attachment',
];
