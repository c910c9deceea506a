import { chromium } from 'playwright';

/** The browser that all pages of the benchmark run in; `CHROMIUM` names another one. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
}

/**
 * Memory and nodes of a page, after its garbage is collected.
 *
 * @param session - a CDP session of the page.
 * @returns `heap`: bytes of V8's heap; `blink`: of what Blink keeps collected for itself, nodes, styles and boxes;
 *   `nodes`, `listeners`: as Blink counts them, those in no document included.
 */
export async function memoryOf(session) {
  // Twice: what the first one sets free may hold on to more.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { embedderHeapUsedSize, usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    heap: usedSize,
    blink: embedderHeapUsedSize,
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
  };
}
