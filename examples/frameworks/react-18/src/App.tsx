import { CardStore, toFetchRequest } from 'mf-card';
import { MfCard, MfCardFeed, type MfCardProps } from 'mf-card/react';
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

  const send: MfCardProps['onMfAction'] = (event) => {
    setSent((count) => count + 1);
    event.respondWith(fetch(toFetchRequest(event.request), { signal: event.signal }));
  };

  return (
    <>
      <button onClick={load}>Refresh</button>
      <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : 'Open'}</button>
      <output>{sent} sent</output>
      {isOpen && (
        <main>
          <MfCard store={store} card={cards.first} onMfAction={send} />
          <MfCardFeed store={store} cards={cards.others} onMfAction={send} />
        </main>
      )}
    </>
  );
}
