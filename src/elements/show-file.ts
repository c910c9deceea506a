/** What a browser shows by itself without running any of it. HTML and SVG are never opened, only saved. */
const SHOWABLE = /^(application\/pdf|image\/(png|jpe?g|gif|webp|avif|bmp))$/i;

/** Milliseconds until the blob's URL is given back: time enough for a new tab to read it. */
const KEEP = 60_000;

/**
 * Shows a file in a new tab, or saves it where showing it would not be safe.
 *
 * @throws Error when the response is not a success.
 */
export async function showFile(answer: Blob | Response, name: string): Promise<void> {
  const blob = await blobOf(answer);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener';
  if (SHOWABLE.test(blob.type.split(';')[0] ?? '')) link.target = '_blank';
  else link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP);
}

async function blobOf(answer: Blob | Response): Promise<Blob> {
  if (!('ok' in answer)) return answer;
  if (!answer.ok) throw new Error(`The file was refused with status ${answer.status}`);
  return answer.blob();
}
