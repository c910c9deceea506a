import type { LitElement } from 'lit';
import type { Diagnostic, DiagnosticTranslation, Finding } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import { MfDiagnosticsEvent } from './events.js';

/** The sentences, once there was something to say. */
let words: typeof import('../diagnostics/explain.js') | undefined;

/**
 * What an element found in what it was given. A sound card has all that it needs; what there is to say of another one
 * is loaded when there is something to say, and put into words when somebody asks.
 */
export class ElementFindings {
  readonly #element: LitElement;
  /** By the last reading, and by what was drawn since. */
  found = new Found([], null);
  #loading: Promise<void> | null = null;

  constructor(element: LitElement) {
    this.#element = element;
  }

  /** Without sentences until they are loaded. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found.diagnostics;
  }

  /**
   * Takes the place of what was found before; tells the page as soon as there are words for it.
   *
   * @param shown - whether the element shows any of it: then it is drawn again when there are words.
   */
  set(findings: readonly Finding[], input: unknown, shown: boolean): void {
    const news = findings.length > 0 || this.found.findings.length > 0;
    const found = new Found(findings, input);
    this.found = found;
    this.#loading = null;
    if (!news) return;
    if (findings.length === 0 || words) {
      this.#element.dispatchEvent(new MfDiagnosticsEvent(found));
      return;
    }
    const loading = loadWords().then(() => {
      // Something else was read meanwhile.
      if (this.#loading !== loading) return;
      this.#loading = null;
      found.forget();
      this.#element.dispatchEvent(new MfDiagnosticsEvent(found));
      if (shown) this.#element.requestUpdate();
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
}

/** What one reading found. */
class Found {
  readonly findings: readonly Finding[];
  readonly input: unknown;
  #diagnostics: readonly Diagnostic[] | null = null;

  constructor(findings: readonly Finding[], input: unknown) {
    this.findings = findings;
    this.input = input;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= words ? words.explained(this.findings, this.input) : this.#withoutWords();
    return this.#diagnostics;
  }

  /** What was made before there were words. */
  forget(): void {
    this.#diagnostics = null;
  }

  #withoutWords(): Diagnostic[] {
    return this.findings.map((finding) => ({
      severity: severityOf(finding.code),
      ...finding,
      message: failed ? 'What is wrong here can’t be explained: a part of mf-card was not loaded.' : '',
    }));
  }
}

let failed = false;
let loadingWords: Promise<void> | null = null;

/** Asked for once, however many cards have something to say; anew after it failed. */
function loadWords(): Promise<void> {
  loadingWords ??= import('../diagnostics/explain.js').then(
    (loaded) => {
      words = loaded;
    },
    () => {
      failed = true;
      loadingWords = null;
    },
  );
  return loadingWords;
}
