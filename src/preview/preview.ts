import { html, nothing, render } from 'lit';
import { MfActionEvent, MfAttachmentEvent, MfCardRemovedEvent } from '../elements/events.js';
import '../index.js';
import { CardStore } from '../state/card-store.js';
import { mockTransport } from '../transports/mock.js';
import { cardPane } from './card-view.js';
import { loadDrafts, saveDrafts } from './drafts.js';
import { answerAction, answerFile, startingHost } from './host.js';
import { markIcon } from './icons.js';
import { jsonPane, selectRange } from './json-view.js';
import { logEntry } from './log.js';
import { logPane } from './log-view.js';
import { readText } from './read-text.js';
import { samplesTemplate } from './samples-view.js';
import type { FileNews, ServedFile } from './served-file.js';
import { fileSource, samples, type Source } from './sources.js';
import { textOf, type PreviewHandlers, type PreviewState, type Run } from './state.js';

/** Milliseconds without a keystroke before the text is read again. */
const READ_DELAY = 150;

/** Entries of the log beyond these are forgotten. */
const LOG_LENGTH = 100;

/**
 * Shows the page in which an author sees what becomes of a card's JSON.
 *
 * @param file - shown beside the samples, and anew whenever it changes.
 * @returns ends it, and empties `root`.
 */
export function startPreview(root: HTMLElement, file: ServedFile | null = null): () => void {
  let state = firstState(file?.first ?? null);
  let reading: ReturnType<typeof setTimeout> | undefined;
  const end = new AbortController();

  const update = (change: Partial<PreviewState>) => {
    state = { ...state, ...change };
    render(pageTemplate(state, handlers), root);
  };

  const read = () => {
    clearTimeout(reading);
    saveDrafts(state.drafts);
    update({ read: readText(textOf(state), state.read) });
  };

  /** The card begins anew, and so does its sign-in. */
  const begin = (change: Partial<PreviewState>) => {
    const host = { ...state.host, signedIn: false };
    state = { ...state, ...change, host, run: newRun(host.identityVerified) };
    read();
    root.querySelector('.canvas')?.scrollTo(0, 0);
  };

  /** Another text, not by typing. */
  const show = (change: Partial<PreviewState>) => {
    begin(change);
    root.querySelector('#card-json')?.scrollTo(0, 0);
  };

  const handlers: PreviewHandlers = {
    pick(name) {
      const source = state.sources.find((one) => one.name === name);
      if (!source || source === state.source) return;
      history.replaceState(null, '', `#${name}`);
      show({ source });
    },
    type(text) {
      update({ drafts: withDraft(state, text) });
      clearTimeout(reading);
      reading = setTimeout(read, READ_DELAY);
    },
    format() {
      const { formatted } = readText(textOf(state));
      if (formatted === null) return;
      state = { ...state, drafts: withDraft(state, formatted) };
      read();
    },
    restore: () => show({ drafts: withDraft(state, state.source.text) }),
    goTo(range) {
      const area = root.querySelector<HTMLTextAreaElement>('#card-json');
      if (area) selectRange(area, range);
    },
    look: (view) => update({ view: { ...state.view, ...view } }),
    setHost(change) {
      const host = { ...state.host, signedIn: false, ...change };
      const { store } = state.run;
      update({ host, run: { store, transport: transportOf(host.identityVerified) } });
    },
    bringBack: () => begin({}),
    clearLog: () => update({ log: [] }),
    signIn(retry) {
      update({ host: { ...state.host, signedIn: true } });
      retry();
    },
    cardEvent(event) {
      const { host } = state;
      if (event instanceof MfActionEvent) event.respondWith(answerAction(event.request, host));
      if (event instanceof MfAttachmentEvent) event.respondWith(answerFile(event.attachment, host));
      const entry = logEntry(event);
      if (entry) update({ log: [entry, ...state.log].slice(0, LOG_LENGTH) });
      if (event instanceof MfCardRemovedEvent) keepFocus(event);
    },
  };

  /** A card that goes would take the focus with it. The feed sees to its own. */
  const keepFocus = ({ target }: Event) => {
    const hadFocus = target === document.activeElement;
    // The store learns of the removal right after the event.
    queueMicrotask(() => {
      update({});
      if (hadFocus && !state.read.several) root.querySelector<HTMLElement>('#bring-back')?.focus();
    });
  };

  /** What the user has done to its cards stays, as after any refresh. */
  const followFile = (news: FileNews | null) => {
    if (!news) {
      update({ fileProblem: 'mf-card preview has ended: what is saved to the file is not shown any more.' });
      return;
    }
    const before = state.sources.find(({ isFile }) => isFile);
    const now = fileSource(news, before);
    const source = state.source === before ? now : state.source;
    state = { ...state, sources: [now, ...samples], source, fileProblem: news.problem ?? '' };
    read();
  };
  file?.follow(followFile, end.signal);

  const followHash = () => handlers.pick(location.hash.slice(1));
  window.addEventListener('hashchange', followHash, { signal: end.signal });
  window.addEventListener('pagehide', () => saveDrafts(state.drafts), { signal: end.signal });
  update({});
  showChosenSample(root);
  return () => {
    end.abort();
    clearTimeout(reading);
    render(nothing, root);
  };
}

/** Scrolls the list alone: `scrollIntoView` would move the page as well. */
function showChosenSample(root: HTMLElement): void {
  const list = root.querySelector('.samples');
  const row = list?.querySelector('.sample:has(:checked)');
  if (list && row) list.scrollTop += row.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
}

function firstState(file: FileNews | null): PreviewState {
  const sources = file ? [fileSource(file), ...samples] : samples;
  const wanted = location.hash.slice(1);
  const source = sources.find(({ name }) => name === wanted) ?? firstOf(sources);
  const drafts = loadDrafts();
  return {
    sources,
    source,
    fileProblem: file?.problem ?? '',
    drafts,
    read: readText(drafts[source.name] ?? source.text),
    view: { width: '480', direction: 'ltr', scheme: 'system' },
    host: startingHost,
    run: newRun(startingHost.identityVerified),
    log: [],
  };
}

/** A text that is the source's own is no draft. */
function withDraft({ source, drafts }: PreviewState, text: string): PreviewState['drafts'] {
  const { [source.name]: _before, ...others } = drafts;
  return text === source.text ? others : { ...others, [source.name]: text };
}

function newRun(identityVerified: boolean): Run {
  return { store: new CardStore(), transport: transportOf(identityVerified) };
}

/** Asked for identities only: every action is answered where its event is heard. */
function transportOf(identity: boolean) {
  return mockTransport({ identity });
}

function firstOf([first]: readonly Source[]): Source {
  if (!first) throw new Error('There is no sample card to begin with');
  return first;
}

function pageTemplate(state: PreviewState, handlers: PreviewHandlers) {
  return html`
    <header class="title-bar">
      ${markIcon}
      <h1>mf-card</h1>
      <p>Shows a Mobile Flows card, with its forms and actions, from the JSON that a connector sends.</p>
    </header>
    ${samplesTemplate(state, handlers)}
    <main>${cardPane(state, handlers)} ${jsonPane(state, handlers)} ${logPane(state, handlers)}</main>
  `;
}
