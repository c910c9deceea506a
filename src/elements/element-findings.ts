import type { LitElement } from 'lit';
import type { Diagnostic, DiagnosticTranslation, Finding } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import { MfDiagnosticsEvent } from './events.js';

/** The sentences, once there was something to say. */
let words: typeof import('../schema/read-cards.js') | undefined;

/**
 * What an element found in what it was given. A sound card has all that it needs; what there is to say of another one
 * is loaded when there is something to say.
 */
export class ElementFindings {
  /** Without sentences until they are loaded. */
  diagnostics: readonly Diagnostic[] = [];
  readonly #element: LitElement;
  #loading: Promise<void> | null = null;

  constructor(element: LitElement) {
    this.#element = element;
  }

  /** Takes the place of what was found before; tells the page as soon as there are words for it. */
  set(findings: readonly Finding[], input: unknown): void {
    const news = findings.length > 0 || this.diagnostics.length > 0;
    this.#loading = null;
    if (findings.length === 0 || words) {
      this.diagnostics = words?.explained(findings, input) ?? [];
      if (news) this.#tell();
      return;
    }
    this.diagnostics = withoutWords(findings, '');
    const loading = this.#explain(findings, input).then((diagnostics) => {
      // Something else was read meanwhile.
      if (this.#loading !== loading) return;
      this.#loading = null;
      this.diagnostics = diagnostics;
      this.#tell();
      this.#element.requestUpdate();
    });
    this.#loading = loading;
  }

  /** For `getUpdateComplete`: waits until all is said, and drawn. */
  async said(updated: () => Promise<boolean>): Promise<boolean> {
    let settled = await updated();
    while (this.#loading) {
      await this.#loading;
      settled = await updated();
    }
    return settled;
  }

  /** A diagnostic in the language of the page. */
  translated(found: Diagnostic, translation: DiagnosticTranslation | null): Diagnostic {
    return (translation && words?.translated(found, translation)) ?? found;
  }

  async #explain(findings: readonly Finding[], input: unknown): Promise<readonly Diagnostic[]> {
    try {
      words ??= await import('../schema/read-cards.js');
      return words.explained(findings, input);
    } catch {
      return withoutWords(
        findings,
        'What is wrong here can’t be explained: a part of mf-card was not loaded.',
      );
    }
  }

  #tell(): void {
    this.#element.dispatchEvent(new MfDiagnosticsEvent(this.diagnostics));
  }
}

function withoutWords(findings: readonly Finding[], message: string): Diagnostic[] {
  return findings.map((finding) => ({ severity: severityOf(finding.code), ...finding, message }));
}
