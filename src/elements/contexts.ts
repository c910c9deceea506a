import { createContext } from '@lit/context';
import type { Messages } from '../messages/en.js';
import type { CardStore } from '../state/card-store.js';
import type { Transport } from '../transports/transport.js';

/** The transport of all cards below; an element's own `transport` property wins. */
export const transportContext = createContext<Transport | null>(Symbol.for('mf-card.transport'));

/** The store of all cards below; an element's own `store` property wins. */
export const storeContext = createContext<CardStore | null>(Symbol.for('mf-card.store'));

/** Texts of all cards below; an element's own `messages` property wins. */
export const messagesContext = createContext<Partial<Messages> | null>(Symbol.for('mf-card.messages'));
