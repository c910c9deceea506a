import type { Messages } from '../messages/en.js';
import { viewFile } from './file-viewer.js';

/** What a browser shows without running any of it. HTML and SVG are never shown, only saved. */
const IMAGE = /^image\/(png|jpe?g|gif|webp|avif|bmp)$/i;
const PDF = /^application\/pdf$/i;

/** Milliseconds until a saved blob's URL is given back: time enough for the browser to begin. */
const KEEP = 60_000;

/**
 * Shows a picture or a PDF in a dialog in `root`, and saves all else under its name.
 *
 * @param declared - the content type by the card, for a file that does not tell its own.
 * @param ready - called when it can be shown or saved, which takes a while; `false` when nobody waits for it any more.
 */
export async function showFile(
  file: Blob,
  name: string,
  declared: string | null,
  root: ShadowRoot,
  messages: Messages,
  ready: () => boolean,
): Promise<void> {
  const told = mediaType(file.type);
  const type = /^$|octet-stream$/.test(told) ? mediaType(declared ?? '') : told;
  const picture = IMAGE.test(type);
  if (picture || (PDF.test(type) && navigator.pdfViewerEnabled && (await isPdf(file)))) {
    if (await viewFile(new Blob([file], { type }), name, picture, root, messages, ready)) return;
  }
  if (ready()) saveFile(file, name);
}

function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP);
}

function mediaType(type: string): string {
  return (type.split(';')[0] ?? '').trim();
}

/** An error page is no PDF, whatever it is called. */
async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 1024).text()).includes('%PDF-');
}
