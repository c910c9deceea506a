import { pause } from '../acts.js';

/** Presses each kind of link, by itself, so that the browser opens what it leads to. */
export async function measure({ to }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const el = document.createElement('mf-card');
  el.richText = true;
  const url = (name) => `${to}/opened/${name}`;
  el.addEventListener('mf-action', (event) =>
    event.respondWith(
      Promise.resolve({ kind: 'failed', text: 'no', links: [{ url: url('way-out'), label: 'way out' }] }),
    ),
  );
  el.card = {
    backend_id: 'links',
    header: {
      title: 'title',
      subtitle: ['subtitle'],
      links: { title: url('title'), subtitle: [url('subtitle')] },
    },
    links: [{ href: url('related'), text: 'related' }],
    body: {
      description: `<p><a href="${url('rich')}" rel="opener" target="_top">rich</a></p>`,
      fields: [
        {
          type: 'SECTION',
          items: [
            {
              type: 'ATTACHMENT_URL',
              attachment_name: 'file',
              attachment_url: url('file'),
              vendor_attachment_url: url('vendor'),
            },
          ],
        },
      ],
    },
    actions: [
      {
        id: 'a',
        action_key: 'OPEN_IN',
        label: 'open',
        url: { href: url('open') },
        type: 'GET',
        completed_label: 'done',
      },
      {
        id: 'c',
        action_key: 'DIRECT',
        label: 'send',
        url: { href: `${to}/blank/a` },
        type: 'POST',
        completed_label: 'done',
      },
    ],
  };
  document.getElementById('place').append(el);
  await el.updateComplete;
  await pause(300);
  [...el.shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === 'send').click();
  await pause(300);
  const links = [...el.shadowRoot.querySelectorAll('a[href]')];
  const control = document.getElementById('place').appendChild(document.createElement('a'));
  Object.assign(control, {
    href: url('control'),
    target: '_blank',
    rel: 'opener',
    referrerPolicy: 'unsafe-url',
  });
  for (const link of [...links, control]) {
    link.click();
    await pause(300);
  }
  await pause(1000);
  return links.map(({ href }) => href.split('/').at(-1));
}
