import { afterPaint, layOut } from './moments.js';

/** @returns milliseconds since the navigation began: until the card is laid out, and the first contentful paint. */
export async function firstCard(start, show) {
  const place = document.querySelector('main');
  start();
  await show(document.querySelector('[type="application/json"]').textContent, place);
  layOut();
  const laidOut = performance.now();
  if (place.offsetHeight < 100) throw new Error('There is no card');
  const painted = await new Promise((done) => {
    new PerformanceObserver((list, observer) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (!entry) return;
      observer.disconnect();
      done(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  await afterPaint();
  return { laidOut, painted };
}
