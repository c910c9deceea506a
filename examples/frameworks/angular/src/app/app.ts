import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { CardStore, toFetchRequest, type MfActionEvent } from 'mf-card';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="load()">Refresh</button>
    <button (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close' : 'Open' }}</button>
    <output>{{ sent() }} sent</output>
    @if (isOpen()) {
      <main>
        <mf-card [store]="store" [card]="cards().first" (mf-action)="send($event)" />
        <mf-card-feed [store]="store" [cards]="cards().others" (mf-action)="send($event)" />
      </main>
    }
  `,
})
export class App {
  /** What the user did, for as long as the app is there: elements come and go. */
  protected readonly store = new CardStore();
  protected readonly cards = signal<{ first?: unknown; others?: unknown[] }>({});
  protected readonly isOpen = signal(true);
  protected readonly sent = signal(0);

  constructor() {
    this.load();
  }

  protected async load() {
    const [first, ...others] = await (await fetch('/cards')).json();
    this.cards.set({ first, others });
  }

  protected send(event: MfActionEvent) {
    this.sent.update((count) => count + 1);
    event.respondWith(fetch(toFetchRequest(event.request), { signal: event.signal }));
  }
}
