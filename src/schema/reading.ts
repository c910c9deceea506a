import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Fact, Facts, Finding, Path } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { ownWords, type OwnWords } from './own-words.js';
import type { UrlPolicy } from './url-policy.js';

/** A connector that could not send all of its cards. */
export interface FailedConnector {
  readonly connectorId: string | null;
  /** HTTP status that it, or the system behind it, has answered with. */
  readonly status: number;
}

/** Where in the input the reader is, how it reads, and what it has found so far. */
export class Reading {
  /** In the order found. */
  readonly findings: Finding[] = [];
  readonly failed: FailedConnector[] = [];
  /** Keys of the cards that ask to sign in: one for each connector is enough. */
  readonly signIns = new Set<string>();
  /** How many more findings there are than the limit allows. */
  unsaid = 0;
  readonly policy: UrlPolicy;
  readonly limits: Limits;
  /** Of the reader, the best first. Asked for when a text comes in several. */
  readonly languages: () => readonly string[];
  /** Asked for where the wire has none. */
  readonly words: () => OwnWords;

  /** The way to the value that is being read, as far as `depth`: no path is built until something is found. */
  readonly steps: (string | number)[] = [];
  depth = 0;
  /** Of the card or chat item that is being read: where it lies, and whose it is. */
  cardDepth = 0;
  connectorId: string | null = null;
  /** How many items lie round the one that is being read. */
  itemDepth = 0;
  /** Fixed values of the action that is being read. */
  fixed: unknown = null;
  /** How many actions have asked for something so far, and by the id of an input which one did so last. */
  forms = 0;
  readonly askedBy = new Map<string, number>();

  /** Whether the published schema has a say in what is being read. */
  judging = true;
  /** Whether what is being read will be shown: else there is nothing to say about it. */
  telling = true;
  /** What was done about the value that is being read. */
  repair: Fact | null = null;
  #hasError = false;

  constructor(
    policy: UrlPolicy = {},
    limits: Limits = DEFAULT_LIMITS,
    languages: () => readonly string[] = () => ['en'],
    words: () => OwnWords = () => ownWords,
  ) {
    this.policy = policy;
    this.limits = limits;
    this.languages = languages;
    this.words = words;
  }

  /** What is said of a value that will be shown. */
  note(code: DiagnosticCode, facts: Facts = {}, ...inner: Path): void {
    if (this.telling) this.found(code, facts, inner);
  }

  /** Beyond the limit only the first error counts: without it the verdict would be another. */
  found(code: DiagnosticCode, facts: Facts = {}, inner: readonly (string | number)[] = []): void {
    const isFirstError = !this.#hasError && severityOf(code) === 'error';
    this.#hasError ||= isFirstError;
    if (isFirstError || this.findings.length < this.limits.findings)
      this.findings.push({ code, path: inner.length ? [...this.here(), ...inner] : this.here(), facts });
    else this.unsaid++;
  }

  repaired(how: Fact): void {
    this.repair = this.repair === null ? how : ['both', this.repair, how];
  }

  readAs(what: Fact): void {
    this.repaired(['read-as', what]);
  }

  /** For a value that means nothing where it stands. */
  leftOut(): null {
    this.repaired(['left-out']);
    return null;
  }

  /** For an element of a list in which there is nothing to show. */
  emptyPart(): null {
    this.note('empty-part');
    return null;
  }

  /** A card or a chat item begins here. */
  begin(): void {
    this.cardDepth = this.depth;
  }

  moveTo(path: Path): void {
    path.forEach((step, i) => {
      this.steps[i] = step;
    });
    this.depth = path.length;
  }

  here(): Path {
    return this.steps.slice(0, this.depth);
  }

  /** Where the value lies in its card. */
  pathInCard(): Path {
    const { steps, cardDepth, depth } = this;
    const last = steps[depth - 1];
    // Of a thousand cards each has a first field and a first action: they share the way to it.
    if (steps[depth - 2] !== usualSteps[depth - cardDepth] || typeof last !== 'number' || last > 50)
      return steps.slice(cardDepth, depth);
    const shared = sharedPaths[depth - cardDepth] ?? [];
    return (shared[last] ??= steps.slice(cardDepth, depth));
  }
}

/** By the length of the path: what stands before the last step of `actions[0]` and `body.fields[0]`. */
const usualSteps: readonly (string | undefined)[] = [undefined, undefined, 'actions', 'fields'];
const sharedPaths: readonly Path[][] = [[], [], [], []];
