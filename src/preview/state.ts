import type { Range } from '../diagnostics/diagnostic.js';
import type { SampleCard } from '../../stories/cards/index.js';
import type { CardStore } from '../state/card-store.js';
import type { Transport } from '../transports/transport.js';
import type { HostSettings } from './host.js';
import type { LogEntry } from './log.js';
import type { ReadText } from './read-text.js';

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
  readonly sample: SampleCard;
  /** What the author wrote in place of a sample's own JSON, by the sample's name. */
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
export function textOf({ sample, drafts }: PreviewState): string {
  return drafts[sample.name] ?? sampleText(sample);
}

/** A sample's JSON as text. Its pictures get a full address, as the format asks for one: this server's own. */
export function sampleText({ json }: SampleCard): string {
  return JSON.stringify(json, null, 2).replaceAll('"/media/', `"${location.origin}/media/`);
}
