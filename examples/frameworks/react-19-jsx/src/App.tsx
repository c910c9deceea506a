import { CardStore, toFetchRequest, type MfActionEvent } from 'mf-card';
import type {} from 'mf-card/jsx';
import { useEffect, useState } from 'react';

/** What the user did, for as long as the page is there: elements come and go. */
const store = new CardStore();

export default function App() {
  const [cards, setCards] = useState<{ first?: unknown; others?: unknown[] }>({});
  const [isOpen, setOpen] = useState(true);
  const [sent, setSent] = useState(0);

  async function load() {
    const [first, ...others] = await (await fetch('/cards')).json();
    setCards({ first, others });
  }

  useEffect(() => {
    load();
  }, []);

  function send(event: MfActionEvent) {
    setSent((count) => count + 1);
    event.respondWith(fetch(toFetchRequest(event.request), { signal: event.signal }));
  }

  return (
    <>
      <button onClick={load}>Refresh</button>
      <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : 'Open'}</button>
      <output>{sent} sent</output>
      {isOpen && (
        <main>
          <mf-card store={store} card={cards.first} onmf-action={send} />
          <mf-card-feed store={store} cards={cards.others} onmf-action={send} />
        </main>
      )}
    </>
  );
}
