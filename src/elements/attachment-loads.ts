import type { Attachment } from '../schema/model.js';
import type { AttachmentState } from '../view/render-context.js';
import type { CardPlace } from './card-interaction.js';

/** The files of a card that are on their way, or did not come. */
export class AttachmentLoads {
  /** By URL, so that the next version of the card finds its files where they are. */
  readonly states = new Map<string, AttachmentState>();
  readonly #place: CardPlace;
  readonly #speaker: { announce(text: string): void };

  constructor(place: CardPlace, speaker: { announce(text: string): void }) {
    this.#place = place;
    this.#speaker = speaker;
  }

  isLoading({ url }: Attachment): boolean {
    return this.states.get(url ?? '')?.kind === 'loading';
  }

  /** Shows or saves what comes, and how far it has come until then. Never rejects. */
  async load(file: Attachment, answer: Promise<Blob | Response>, abort: AbortController): Promise<void> {
    const { name, contentType } = file;
    const url = file.url ?? '';
    const { root, currentMessages: messages } = this.#place;
    const current = () => {
      const state = this.states.get(url);
      return state?.kind === 'loading' && state.abort === abort;
    };
    const progress = (received: number, total: number | null) => {
      if (received === 0 || current()) this.states.set(url, { kind: 'loading', abort, received, total });
      this.#place.requestUpdate();
    };
    progress(0, null);
    this.#speaker.announce(messages.attachmentLoading);
    // It may be rejected before it is waited for.
    answer.catch(() => undefined);
    try {
      const { readFile, showFile } = await import('./files.js');
      const blob = await readFile(answer, abort, file, progress);
      await showFile(blob, name, contentType, root, messages, () => {
        const isWanted = current() && root.isConnected;
        if (isWanted) this.#end(url);
        return isWanted;
      });
    } catch (error) {
      if (!current()) return;
      const isSignedOut = error instanceof Error && error.cause === 'signed-out';
      const said = isSignedOut ? 'attachmentSignedOut' : 'attachmentFailed';
      this.states.set(url, { kind: 'failed', said });
      this.#speaker.announce(messages[said]);
    }
  }

  giveUp({ url }: Attachment): void {
    const state = this.states.get(url ?? '');
    if (state?.kind !== 'loading') return;
    this.#end(url ?? '');
    state.abort.abort();
  }

  /** What lies over the page does not stay there by itself when its card is moved. */
  moved(): void {
    for (const dialog of this.#dialogs) dialog.dispatchEvent(new Event('moved'));
  }

  /** Nobody waits for the files any more. */
  clear(): void {
    const states = [...this.states.values()];
    this.states.clear();
    for (const state of states) if (state.kind === 'loading') state.abort.abort();
    for (const dialog of this.#dialogs) dialog.close();
  }

  get #dialogs(): Iterable<HTMLDialogElement> {
    return this.#place.root.querySelectorAll('dialog');
  }

  /** The button beside the file goes: the focus it may have goes to the file's name. */
  #end(url: string): void {
    const { activeElement } = this.#place.root;
    const link = activeElement?.matches('[part~=attachment-again]')
      ? activeElement.parentElement?.querySelector('a')
      : null;
    if (link?.getAttribute('href') === url) link.focus();
    this.states.delete(url);
    this.#speaker.announce('');
  }
}
