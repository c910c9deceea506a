import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { programOf } from './engines.js';
import { startKept } from './kept-process.js';

/**
 * Starts a MiniBrowser of WebKitGTK, with a display and a driver of its own: a driver has one session at a time.
 *
 * @param settings - of the browser, as on its command line.
 * @returns `call(method, path, body?)` of the WebDriver protocol (the path within the session, as in `/url`) and `stop()`.
 */
export async function startWebKit(settings = []) {
  for (let left = 2; ; left--) {
    try {
      return await tryToStart(settings);
    } catch (error) {
      // Now and then a browser never answers its driver; the next one does, in less than a second.
      if (error.name !== 'TimeoutError' || left === 0) throw error;
    }
  }
}

async function tryToStart(settings) {
  // Without a window manager the focus is where the pointer is: in the middle of the screen, which every window covers.
  const display = startKept(
    programOf('XVFB'),
    ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp'],
    {
      output: ['ignore', 'ignore', 'pipe'],
    },
  );
  const [number] = await once(display.outputs[3], 'data');
  const port = await freePort();
  const driver = startKept(programOf('WEBKIT_DRIVER'), ['-p', String(port)], {
    env: {
      DISPLAY: `:${String(number).trim()}`,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      // Without a graphics card a frame takes four times as long when it is put together from layers.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const end = async () => {
    await driver.stop();
    await display.stop();
  };
  try {
    await answering(`${base}/status`);
    const { sessionId, capabilities: granted } = await send(
      `${base}/session`,
      'POST',
      {
        capabilities: {
          alwaysMatch: {
            pageLoadStrategy: 'none',
            'webkitgtk:browserOptions': {
              binary: programOf('MINIBROWSER'),
              args: ['--automation', ...settings],
            },
          },
        },
      },
      START_PATIENCE,
    );
    const session = `${base}/session/${sessionId}`;
    return {
      version: granted.browserVersion,
      call: (method, path, body) => send(`${session}${path}`, method, body),
      async stop() {
        await send(session, 'DELETE').catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Milliseconds that an answer may take. */
const PATIENCE = 30_000;
const START_PATIENCE = 15_000;

async function send(url, method, body, patience = PATIENCE) {
  const response = await fetch(url, {
    method,
    body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    signal: AbortSignal.timeout(patience),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(url) {
  for (const until = Date.now() + 20_000; ;) {
    try {
      return await send(url, 'GET');
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(50);
    }
  }
}
