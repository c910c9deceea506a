import { act, pause } from '../acts.js';

/**
 * The negative control: what a careless renderer does with a text. What the harness does not see here it would not see
 * in the library either.
 */
export async function measure([{ id, payload }], { seen }) {
  const place = document.getElementById('place');
  const first = place.appendChild(document.createElement('div'));
  attempt(() => first.append(document.createRange().createContextualFragment(payload)));
  const second = place.appendChild(document.createElement('div'));
  attempt(() => (second.innerHTML = new DOMParser().parseFromString(payload, 'text/html').body.innerHTML));
  await pause(50);
  await act(document);
  await pause(150);
  const before = seen.scripts.length;
  attempt(() => {
    document.open();
    document.write(payload);
    document.close();
  });
  await pause(50);
  await act(document);
  await pause(150);
  return { id, ran: seen.scripts.length > 0, before };
}

function attempt(render) {
  try {
    render();
  } catch {
    // One way in is closed; there are others.
  }
}
