import '/mf-card/mf-card.bundle.js';
import { fetchTransport } from '/mf-card/transports.js';

const feed = document.querySelector('mf-card-feed');
const { flows } = await (await fetch('/config')).json();

/** A token for Mobile Flows, kept until shortly before it is too old. */
let held = { token: '', until: 0 };
async function token() {
  if (held.until < Date.now()) {
    const { token, expiresIn } = await (await fetch('/token')).json();
    held = { token, until: Date.now() + (expiresIn - 30) * 1000 };
  }
  return held.token;
}

feed.transport = fetchTransport({
  base: `${flows}/`,
  // Asked for requests to `flows` only: a card may name any URL.
  headers: async () => ({ authorization: `Bearer ${await token()}` }),
});

// From now on the feed itself knows whether cards are on their way, and says when they can't be loaded.
feed.src = 'cards';
feed.poll = 30_000;
feed.loading = false;

// A connector's own sign-in has lapsed: renew it, then send the action again.
const dialog = document.querySelector('#sign-in');
let retry = () => {};
feed.addEventListener('mf-auth-required', (event) => {
  retry = event.retry;
  dialog.querySelector('b').textContent = event.card.name ?? 'the system';
  dialog.showModal();
});
dialog.addEventListener('close', async () => {
  if (dialog.returnValue !== 'signed-in') return;
  const headers = { authorization: `Bearer ${await token()}` };
  await fetch(`${flows}/sign-in/service-desk`, { method: 'POST', headers });
  retry();
});

// What was typed and not sent is lost with the page: let the browser ask.
window.addEventListener('beforeunload', (event) => {
  if (feed.hasUnsavedInput) event.preventDefault();
});
