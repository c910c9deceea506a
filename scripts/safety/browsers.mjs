import puppeteer from 'puppeteer-core';
import { programOf, versionOf } from '../engines.js';
import { startWebKit } from '../webkit-session.js';

/**
 * Starts an engine whose traffic goes through the proxy, but for this machine's own.
 *
 * @returns `go(url)`, `dialogs()` (how many were shown since the last call), `version` and `stop()`.
 */
export async function startBrowser(engine, proxy) {
  return engine === 'webkit' ? webKit(proxy) : puppet(engine, proxy);
}

const LAUNCH = {
  chromium: ({ port }) => ({
    executablePath: programOf('CHROMIUM'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-popup-blocking',
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
      `--proxy-server=http://127.0.0.1:${port}`,
      // What does not ask the proxy finds no host.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  }),
  firefox: ({ port }) => ({
    browser: 'firefox',
    executablePath: programOf('FIREFOX'),
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.socks': '',
      'network.dns.disablePrefetch': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'dom.disable_open_during_load': false,
      'dom.popup_maximum': -1,
    },
  }),
};

async function puppet(engine, proxy) {
  const browser = await puppeteer.launch({
    headless: true,
    protocolTimeout: 3_600_000,
    ...LAUNCH[engine](proxy),
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    dialog.dismiss().catch(() => undefined);
  });
  return {
    version: versionOf(engine === 'chromium' ? 'Chromium' : 'Firefox').replace(/ built on.*/, ''),
    go: (url) => page.goto(url),
    dialogs: () => [dialogs, (dialogs = 0)][0],
    /** Leaves the pages that a measurement has opened. */
    async closeOthers() {
      for (const other of await browser.pages())
        if (other !== page) await other.close().catch(() => undefined);
    },
    stop: () => browser.close(),
  };
}

async function webKit({ port }) {
  const { version, call, stop } = await startWebKit([
    '--javascript-can-open-windows-automatically=true',
    // The driver's own setting of it would want TLS of the proxy.
    `--proxy=http://127.0.0.1:${port}`,
    '--ignore-host=127.0.0.1',
    '--ignore-host=localhost',
  ]);
  await call('POST', '/window/rect', { width: 1000, height: 900 });
  const [own] = await call('GET', '/window/handles');
  return {
    version: `WebKitGTK ${version}`,
    go: (url) => call('POST', '/url', { url }),
    // The driver ends a dialog by itself; the hooks in the page have counted it.
    dialogs: () => 0,
    async closeOthers() {
      for (const handle of await call('GET', '/window/handles')) {
        if (handle === own) continue;
        await call('POST', '/window', { handle });
        await call('DELETE', '/window');
      }
      await call('POST', '/window', { handle: own });
    },
    stop,
  };
}
