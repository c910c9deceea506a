/** A host that opens nothing, lets no file be had, and refuses each action. */
export function waysOf(element) {
  element.addEventListener('mf-open', (event) => event.preventDefault());
  element.addEventListener('mf-attachment', (event) =>
    event.respondWith(Promise.reject(new Error('no file'))),
  );
  element.addEventListener('mf-action', (event) =>
    event.respondWith(Promise.resolve({ kind: 'failed', title: 'No', text: 'Not now', canRetry: true })),
  );
}
