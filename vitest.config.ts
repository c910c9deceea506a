import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/**
 * What needs no page runs in Node; so do the tests of the built package and its examples, which drive browsers of their own. Each story runs in
 * Chromium, its `play` function and axe included.
 */
export default defineConfig({
  test: {
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.unit.test.ts'],
          // So long that only what hangs is ended, on a busy machine, too.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'examples',
          environment: 'node',
          include: ['test/{examples,package}/**/*.e2e.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: '.storybook/vite.config.ts',
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              // Else axe meets colours half way between two states.
              contextOptions: { reducedMotion: 'reduce', timezoneId: 'Europe/Paris' },
              launchOptions: {
                executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
                args: ['--no-sandbox', '--disable-gpu'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
