import { withBase } from 'vitepress';

/** The address of a file of the built package. */
export function inPackage(file) {
  return withBase(`/mf-card/${file}`);
}

/** The built package as pages without a build load it; the same for all examples. */
export function loadBundle() {
  return import(/* @vite-ignore */ new URL(inPackage('mf-card.bundle.js'), location.href).href);
}

/** What a server would say, after the time it takes to see that something is under way. */
export async function answerLater(outcome, milliseconds = 900) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return outcome;
}

/** How a request reads in the log of an example. */
export function requestLine({ method, url, body }) {
  return `${method} ${url}${body ? ` ${body}` : ''}`;
}
