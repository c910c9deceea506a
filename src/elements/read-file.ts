import type { Attachment } from '../schema/model.js';

/** Names of files that no page has. */
const DOCUMENT = /\.(?!php|asp|jsp)[a-z]\w{1,4}$/i;

/** A content type, or a name. */
const HTML = /html?\b/i;

/** Milliseconds without a byte until a file counts as lost. */
const STALLED = 30_000;

/** Milliseconds between two reports of progress. */
const BETWEEN = 100;

/**
 * The file that a host answers with.
 *
 * @param abort - aborted from outside when the user gives up, and from here when nothing comes any more.
 * @param asked - HTML in place of a file of another type, by the card or by its name, is a login or an error page. So is any
 *   page that an answer was led to, unless one was asked for.
 * @param progress - told how many bytes there are, and of how many, where that is known.
 * @throws when there is no file: the answer is a rejection or no success, or it breaks off. The error's `cause` is
 *   `signed-out` where a sign-in would help.
 */
export async function readFile(
  answer: Promise<Blob | Response>,
  abort: AbortController,
  asked: Attachment,
  progress: (received: number, total: number | null) => void,
): Promise<Blob> {
  const { name, contentType } = asked;
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
    const given = await next(answer);
    const file = 'ok' in given ? given : new Response(given);
    const type = file.headers.get('content-type') ?? '';
    const isPage = HTML.test(type) && !HTML.test(contentType ?? name);
    const cause = file.status === 401 || (isPage && file.redirected) ? 'signed-out' : '';
    if (cause || !file.ok || (isPage && (contentType !== null || DOCUMENT.test(name))))
      throw new Error('No file', { cause });
    if (!('ok' in given)) return given;
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
