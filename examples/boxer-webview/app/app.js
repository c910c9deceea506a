import { openBridge } from './native.js';

const { token, card } = await (await fetch('/config')).json();
const list = document.querySelector('#inbox');
const mail = document.querySelector('#mail');
let close = () => {};

/** Native code has the login, and sends what the page asks for: to the connector only. */
function send(url, { method = 'GET', headers = {}, body = null, signal }) {
  const address = new URL(url, location.href);
  if (address.origin !== location.origin) throw new Error('Not an address of the connector');
  return fetch(address, { method, body, signal, headers: { ...headers, authorization: `Bearer ${token}` } });
}

const { objects } = await (await send('/cards', {})).json();
for (const task of objects) {
  const button = document.querySelector('#row').content.cloneNode(true).querySelector('button');
  const { title, subtitle } = task.header;
  button.querySelector('.texts strong').textContent = subtitle[0];
  button.querySelector('.texts span').textContent = title;
  button.querySelector('i').textContent = subtitle[0][0];
  button.addEventListener('click', () => show(task));
  const item = document.createElement('li');
  item.append(button);
  list.append(item);
}
show(objects[0]);

function show(task) {
  close();
  mail.querySelector('h1').textContent = task.header.title;
  mail.querySelector('#from').textContent = `${task.name} · to me`;
  const frame = document.createElement('iframe');
  frame.title = 'Card';
  frame.src = `${card}/`;
  mail.querySelector('#card').replaceChildren(frame);
  close = openBridge(
    frame,
    card,
    {
      load: () => new Response(JSON.stringify({ objects: [task] })),
      submit: ({ url, method, contentType, body, submissionId }, signal) =>
        send(url, {
          method,
          body,
          signal,
          headers: { 'content-type': contentType, 'x-request-id': submissionId, accept: 'application/json' },
        }),
      attachment: ({ url, method }, signal) => send(url, { method, signal }),
    },
    (height) => {
      frame.style.height = `${height}px`;
    },
  );
}
