/** Milliseconds without a byte until a file counts as lost. */
const STALLED = 30_000;

/** Milliseconds between two reports of progress. */
const BETWEEN = 100;

/**
 * The file that a host answers with.
 *
 * @param abort - aborted from outside when the user gives up, and from here when nothing comes any more.
 * @param declared - the content type by the card; what comes as HTML in its place is a login or an error page.
 * @param progress - told how many bytes there are, and of how many, where that is known.
 * @throws when there is no file: the answer is a rejection or no success, or it breaks off.
 */
export async function readFile(
  answer: Promise<Blob | Response>,
  abort: AbortController,
  declared: string | null,
  progress: (received: number, total: number | null) => void,
): Promise<Blob> {
  const { signal } = abort;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  let clock: ReturnType<typeof setTimeout> | undefined;
  const next = <Value>(value: Promise<Value>) => {
    clearTimeout(clock);
    clock = setTimeout(() => abort.abort(), STALLED);
    return Promise.race([value, ended]);
  };
  try {
    const file = await next(answer);
    if (!('ok' in file)) return file;
    const type = file.headers.get('content-type') ?? '';
    if (!file.ok || (isHtml(type) && declared !== null && !isHtml(declared)))
      throw new Error(`No file, but status ${file.status} and ${type}`);
    const total = Number(file.headers.get('content-length')) || null;
    const reader = file.body?.getReader();
    const parts: BlobPart[] = [];
    let received = 0;
    let told = 0;
    while (reader) {
      const { done, value } = await next(reader.read());
      if (done) break;
      parts.push(value);
      received += value.byteLength;
      if (performance.now() - told < BETWEEN) continue;
      told = performance.now();
      // A compressed response is longer than it says.
      progress(received, total !== null && total >= received ? total : null);
    }
    return new Blob(parts, { type });
  } finally {
    clearTimeout(clock);
  }
}

function isHtml(type: string): boolean {
  return /html/i.test(type);
}
