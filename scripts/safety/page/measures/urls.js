import { pause, within } from '../acts.js';
import { cardWithUrl } from '../url-card.js';

/**
 * Each URL in every place that leads somewhere: which places made a link or a source of it, and what a press did.
 */
export async function measure({ items }, { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const found = [];
  for (const item of items) {
    const value = item.gen
      ? item.gen.prefix + item.gen.unit.repeat(item.gen.count) + (item.gen.suffix ?? '')
      : item.input;
    const result = {
      id: item.id,
      adds: item.adds ?? null,
      ...(await tried(value, item.adds ? [item.adds] : [])),
    };
    result.scripts = seen.scripts.splice(0).length;
    found.push(result);
  }
  return found;
}

async function tried(url, schemes) {
  const el = document.createElement('mf-card');
  const opened = [];
  const sent = [];
  el.richText = true;
  el.urlPolicy = { schemes };
  for (const type of ['mf-open', 'mf-attachment'])
    el.addEventListener(type, (event) => {
      opened.push(event.url ?? event.attachment.url);
      event.preventDefault();
    });
  el.addEventListener('mf-action', (event) => {
    sent.push(event.request.url);
    event.respondWith(Promise.resolve({ kind: 'failed', text: 'no', links: [{ url, label: 'way out' }] }));
  });
  el.card = cardWithUrl(url);
  document.getElementById('place').append(el);
  await el.updateComplete;
  // Before the browser knows that there is no such picture: the card then does without.
  const made = picturesOf(el.shadowRoot);
  await settled(el);
  Object.assign(made, linksOf(el.shadowRoot));
  press(el.shadowRoot, 'send to it');
  await settled(el);
  made.send = sent.length > 0;
  sent.length = 0;
  press(el.shadowRoot, 'send');
  await settled(el);
  await settled(el);
  made['way out'] = linkNamed(el.shadowRoot, 'way out');
  opened.length = 0;
  for (const one of within(el.shadowRoot))
    if (NAMES.has(nameOf(one)) && one.children.length === 0) one.click();
  await pause(0);
  const runs = [...within(el.shadowRoot)]
    .flatMap((one) =>
      [one.href, one.src, one.poster, one.action, one.formAction].map((each) => each?.baseVal ?? each),
    )
    .filter(
      (one) => typeof one === 'string' && /^(?:javascript|data|vbscript|blob|filesystem|file):/i.test(one),
    );
  el.remove();
  return { made, opened: opened.length, runs };
}

const NAMES = new Set(['title', 'subtitle', 'related', 'open', 'rich', 'file', 'old file', 'way out']);

function picturesOf(root) {
  return {
    icon: root.querySelector('img[part~=icon]') !== null,
    picture: root.querySelector('img[part~=banner-image]') !== null,
    video: root.querySelector('video') !== null,
  };
}

function linksOf(root) {
  return {
    title: linkNamed(root, 'title'),
    subtitle: linkNamed(root, 'subtitle'),
    related: linkNamed(root, 'related'),
    open: linkNamed(root, 'open'),
    rich: linkNamed(root, 'rich'),
    file: linkNamed(root, 'file'),
    'old file': linkNamed(root, 'old file'),
    vendor: root.querySelector('a[part~=attachment-source]') !== null,
  };
}

function linkNamed(root, name) {
  return [...root.querySelectorAll('a[href]')].some((link) => nameOf(link) === name);
}

function nameOf(element) {
  return element.textContent.trim();
}

function press(root, name) {
  [...root.querySelectorAll('button')].find((button) => nameOf(button) === name)?.click();
}

async function settled(card) {
  await card.updateComplete;
  await pause(0);
  await card.updateComplete;
  await pause(0);
}
