import type { Range } from '../diagnostics/diagnostic.js';
import type { CardStore } from '../state/card-store.js';
import type { Transport } from '../transports/transport.js';
import type { HostSettings } from './host.js';
import type { LogEntry } from './log.js';
import type { ReadText } from './read-text.js';
import type { Source } from './sources.js';

/** How the card is looked at. */
export interface View {
  readonly width: '360' | '480' | 'full';
  readonly direction: 'ltr' | 'rtl';
  readonly scheme: 'system' | 'light' | 'dark';
}

/** What the user did to the shown cards, and who checks identities for them; a new one is a new beginning. */
export interface Run {
  readonly store: CardStore;
  readonly transport: Transport;
}

/** All that the page knows. Never changed: each step makes the next one. */
export interface PreviewState {
  /** The file that the page was opened for, if there is one, and the samples. */
  readonly sources: readonly Source[];
  readonly source: Source;
  /** What there is to say of the file; empty when all is well. */
  readonly fileProblem: string;
  /** What the author wrote here in place of a source's own JSON, by its name. */
  readonly drafts: Readonly<Record<string, string>>;
  /** What was in the text area when it was last read: a moment behind while the author types. */
  readonly read: ReadText;
  readonly view: View;
  readonly host: HostSettings;
  readonly run: Run;
  /** Newest first. */
  readonly log: readonly LogEntry[];
}

/** What the author can do. `startPreview` is the only one to implement it. */
export interface PreviewHandlers {
  pick(name: string): void;
  type(text: string): void;
  format(): void;
  restore(): void;
  goTo(range: Range): void;
  look(view: Partial<View>): void;
  setHost(host: Partial<HostSettings>): void;
  bringBack(): void;
  clearLog(): void;
  signIn(retry: () => void): void;
  /** Writes down an event of the card, and answers it where the host has to. */
  cardEvent(event: Event): void;
}

/** The text in the text area. */
export function textOf({ source, drafts }: PreviewState): string {
  return drafts[source.name] ?? source.text;
}
