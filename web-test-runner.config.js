import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { engines, enginesNamed, programOf } from './scripts/engines.js';
import { jsonReporter, skipReasons } from './scripts/wtr-json-reporter.js';
import { listShared, readShared } from './scripts/shared-data.js';
import { webKitLauncher } from './scripts/webkit-launcher.js';

/** As often as the bars ask, which takes its time: see scripts/verify-actions.mjs. */
const full = process.env.MF_FULL === '1';

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      // A window for each file: a tab behind another one draws no frames, and tests that wait for one hang.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      launchOptions: {
        executablePath: programOf('CHROMIUM'),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: programOf('FIREFOX') },
    }),
  webkit: webKitLauncher,
};

export default {
  files: ['test/**/*.test.ts', '!test/**/*.{unit,e2e}.test.ts'],
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: 'tsconfig.json' }),
    {
      name: 'shared-data',
      executeCommand({ command, payload }) {
        // A command's result must not be null: that means the command is unknown.
        if (command === 'read-shared') return { text: readShared(payload.path) };
        if (command === 'list-shared') return { files: listShared(payload.dir) };
      },
    },
    skipReasons(),
    {
      name: 'figures',
      executeCommand({ command, payload }) {
        if (command !== 'figure') return;
        const { VERIFY_REPORT: report } = process.env;
        if (report) appendFileSync(report, `${payload.line}\n`);
        return true;
      },
    },
    {
      name: 'double-click',
      async executeCommand({ command, payload, session }) {
        if (command !== 'double-click') return;
        const { x, y, count = 2 } = payload;
        await session.browser.getPage(session.id).mouse.click(x, y, { count });
        return true;
      },
    },
    {
      name: 'tap',
      /** With a finger; with the mouse where the browser can't be told to. */
      async executeCommand({ command, payload: { x, y } = {}, session }) {
        if (command !== 'tap') return;
        const { mouse, touchscreen } = session.browser.getPage(session.id);
        await (touchscreen ? touchscreen.tap(x, y) : mouse.click(x, y));
        return true;
      },
    },
    {
      name: 'style-recalculations',
      /** How often the page's styles were calculated so far; 0 in a browser that does not tell. */
      async executeCommand({ command, session }) {
        if (command !== 'style-recalculations') return;
        if (session.browser.name !== engines.chromium.name) return { count: 0 };
        const { RecalcStyleCount } = await session.browser.getPage(session.id).metrics();
        return { count: RecalcStyleCount };
      },
    },
    {
      name: 'full-size',
      executeCommand({ command }) {
        if (command === 'full-size') return { full };
      },
    },
  ],
  middleware: [
    function sampleMedia(context, next) {
      if (context.path.startsWith('/media/')) context.url = `/stories/cards${context.url}`;
      return next();
    },
  ],
  browsers: enginesNamed(process.env.ENGINES ?? 'chromium').map((name) => launchers[name]()),
  concurrency: 2,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: full ? 7_200_000 : 240_000,
  testFramework: { config: { timeout: full ? 0 : 30_000 } },
  filterBrowserLogs: failOnErrors,
  reporters: [defaultReporter({ reportTestProgress: false }), jsonReporter()],
};

/**
 * Fails a test file in which the console reports an error: one that a test does not expect, or a promise that was
 * rejected behind its back.
 */
function failOnErrors({ type, args }, result) {
  if (type === 'error') {
    result.passed = false;
    result.errors.push({
      message: `console.error: ${args.map(readable).join(' ')}`,
    });
  }
  return type !== 'error' && !/Lit is in dev mode/.test(String(args[0]));
}

function readable(value) {
  return typeof value === 'string' ? value : (value?.stack ?? inspect(value));
}
