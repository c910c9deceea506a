import type { Messages } from '../messages/en.js';
import { isNowhere } from './same-focus.js';

const STYLES = `
dialog {
  box-sizing: border-box;
  max-inline-size: min(96vw, 75rem);
  max-block-size: 94vh;
  padding: 0;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: var(--_surface);
  color: var(--_text);
  box-shadow: 0 1rem 4rem rgb(0 0 0 / 0.4);
}
dialog::backdrop {
  background: rgb(0 0 0 / 0.6);
}
[part='viewer-bar'] {
  position: sticky;
  inset-block-start: 0;
  display: flex;
  gap: var(--_space);
  align-items: center;
  padding: var(--_space) calc(var(--_space) * 1.5);
  border-block-end: 1px solid var(--_line);
  background: var(--_surface);
}
[part='viewer-name'] {
  flex: 1;
  min-inline-size: 6em;
  overflow: hidden;
  font-weight: 600;
  text-overflow: ellipsis;
  white-space: nowrap;
  unicode-bidi: plaintext;
}
[part='viewer-image'] {
  display: block;
  max-inline-size: 100%;
  margin-inline: auto;
}
[part='viewer-document'] {
  display: block;
  inline-size: min(90vw, 60rem);
  block-size: 80vh;
  border: 0;
}`;

/** As `dress.ts` keeps its own: what both shared would be one more file for every page, which seldom opens one here. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * Shows a file over the page until the user closes it. The URL it is shown by lives no longer than that.
 *
 * @param picture - else it is a PDF.
 * @param ready - called when it can be shown; it is not when that returns `false`.
 * @returns whether it can be shown: a broken picture can't, nor what the page's policy forbids.
 */
export async function viewFile(
  file: Blob,
  name: string,
  picture: boolean,
  root: ShadowRoot,
  messages: Messages,
  ready: () => boolean,
): Promise<boolean> {
  const url = URL.createObjectURL(file);
  const shown = picture
    ? make('img', 'viewer-image', { src: url, alt: name })
    : make('iframe', 'viewer-document', { src: url, title: name });
  const broken = shown instanceof HTMLImageElement && !(await canShow(shown));
  if (broken || !ready()) {
    URL.revokeObjectURL(url);
    return !broken;
  }
  const opener = root.activeElement as HTMLElement | null;
  const dialog = make('dialog', 'viewer', { ariaLabel: name });
  const bar = make('div', 'viewer-bar');
  const close = make('button', 'action viewer-close', {
    type: 'button',
    textContent: messages.close,
    onclick: () => dialog.close(),
  });
  bar.append(
    make('span', 'viewer-name', { textContent: name }),
    make('a', 'action viewer-save', { href: url, download: name, textContent: messages.save }),
    close,
  );
  dialog.append(bar, shown);
  dialog.onclose = () => {
    dialog.remove();
    URL.revokeObjectURL(url);
    // The browser gives the focus back by itself, unless the card was moved in the meantime.
    if (isNowhere(root)) opener?.focus();
  };
  const show = () => {
    if (dialog.matches(':modal')) return;
    wear(root);
    // One that was moved is still open, but not over the page any more.
    dialog.open = false;
    dialog.showModal();
    close.focus();
  };
  dialog.addEventListener('moved', show);
  // Before what the element draws, so that drawing never meets it.
  root.prepend(dialog);
  show();
  return true;
}

function wear(root: ShadowRoot): void {
  const { ownerDocument: page, adoptedStyleSheets: worn } = root;
  const sheet = sheets.get(page) ?? new (page.defaultView ?? window).CSSStyleSheet();
  if (!sheets.has(page)) sheet.replaceSync(STYLES);
  sheets.set(page, sheet);
  if (!worn.includes(sheet)) worn.push(sheet);
}

function canShow(image: HTMLImageElement): Promise<boolean> {
  return image.decode().then(
    () => true,
    () => false,
  );
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  members: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), members);
  element.setAttribute('part', part);
  return element;
}
