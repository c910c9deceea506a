import { pause } from '../acts.js';

/** Actions pressed twice, and answered too late: how many events there were, and whose answer is shown. */
export async function measure(_, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const post = {
    type: 'POST',
    url: { href: `${location.origin}/blank/a` },
    completed_label: 'Is done',
    allow_repeated: true,
  };
  const answers = [];
  let answering = true;
  let sent = 0;
  const el = document.createElement('mf-card');
  el.addEventListener('mf-action', (event) => {
    sent++;
    event.respondWith(
      answering ? Promise.resolve({ kind: 'done' }) : new Promise((resolve) => answers.push(resolve)),
    );
  });
  el.card = { backend_id: 'presses', actions: [{ id: 'a', action_key: 'DIRECT', label: 'Press', ...post }] };
  document.getElementById('place').append(el);
  await el.updateComplete;
  const press = (detail) =>
    el.shadowRoot
      .querySelector('[part~=actions] button')
      .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail }));
  press(1);
  await pause(50);
  press(2);
  await pause(50);
  const twice = sent;
  el.timeLimit = 100;
  answering = false;
  press(1);
  for (let i = 0; i < 100 && !el.shadowRoot.querySelector('[part~=retry]'); i++) await pause(20);
  el.timeLimit = 60_000;
  el.shadowRoot.querySelector('[part~=retry]')?.click();
  await pause(50);
  const pending = el.matches(':state(pending)');
  answers[0]?.({ kind: 'done' });
  await pause(50);
  return { twice, answers: answers.length, pending, stillPending: el.matches(':state(pending)') };
}
