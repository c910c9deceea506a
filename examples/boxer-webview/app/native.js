/*
 * The native side of the bridge. In an app this is Swift or Kotlin round a web view: docs/hosts.md has both.
 */

/** Characters of a file in one message: far below the page's limit. */
const PIECE = 120_000;

/**
 * Answers the page in a frame.
 *
 * @param frame - the web view.
 * @param origin - of the page in it; nobody else is heard.
 * @param calls - what it can do: functions of `(data, signal)` that give an answer of the protocol.
 * @param resized - told how high the page is.
 * @returns ends it.
 */
export function openBridge(frame, origin, calls, resized) {
  let session = null;
  const running = new Map();
  const post = (message) =>
    frame.contentWindow?.postMessage(JSON.stringify({ mf: 1, session, ...message }), origin);

  const listen = async ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || typeof data !== 'string') return;
    const message = JSON.parse(data);
    if (message.type === 'hello') {
      ({ session } = message);
      post({ type: 'welcome', calls: Object.keys(calls) });
      return;
    }
    if (message.session !== session) return;
    if (message.type === 'resize') resized(message.height);
    if (message.type === 'cancel') running.get(message.id)?.abort();
    if (message.type !== 'request') return;
    const { id, call, data: asked } = message;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      await send(id, await calls[call](asked, abort.signal));
    } catch (error) {
      post({ type: 'answer', id, error: String(error) });
    }
    running.delete(id);
  };

  /** A response, its body in pieces. */
  async function send(id, response) {
    const base64 = await toBase64(await response.blob());
    const pieces = base64.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? [''];
    pieces.forEach((body, n) => {
      const piece = { id, body, base64: true, more: n < pieces.length - 1 };
      if (n > 0) return post({ type: 'part', n, ...piece });
      const { status, headers } = response;
      return post({ type: 'answer', status, headers: Object.fromEntries(headers), ...piece });
    });
  }

  addEventListener('message', listen);
  return () => {
    post({ type: 'goodbye' });
    removeEventListener('message', listen);
  };
}

function toBase64(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(',')[1] ?? '');
    reader.readAsDataURL(blob);
  });
}
