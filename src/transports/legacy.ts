import { isWire } from '../schema/wire.js';
import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';
import type { Transport } from './transport.js';

/** The way of the first card client: an app that watches for addresses of its own scheme. */
export interface LegacyWay {
  readonly over: 'legacy';
  /** Which connector a card is of, where the app has to know. */
  readonly connectorId?: string | ((request: ActionRequest) => string);
  /** `roswellframework` by default. */
  readonly scheme?: string;
  /** Goes to an address; by default a hidden frame does. */
  readonly navigate?: (url: string) => void;
}

/** Milliseconds between two addresses: of two in one go an app sees the last one only. */
const BETWEEN = 50;

/**
 * Sends an action by going to `scheme://connector/card?answers&action=…&callback=…`. The app adds the action's fixed
 * values, sends it, and calls the global function `callback` with the address and whether that went well. It knows
 * neither cards nor files, no reason of a failure, and no way to stop.
 */
export function legacyTransport(way: LegacyWay): Transport & { close(): void } {
  const { scheme = 'roswellframework', connectorId = '' } = way;
  const globals = window as unknown as Record<string, unknown>;
  const waiting = new Set<() => void>();
  let turn = Promise.resolve();

  return {
    async submit(request, { signal }) {
      const mine = turn;
      turn = mine.then(() => new Promise((resolve) => setTimeout(resolve, BETWEEN)));
      await mine;
      return new Promise<ActionOutcome>((resolve, reject) => {
        const callback = `mfCardAnswer_${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
        // The page itself may ask its user before it is left, and would each time.
        const frame = document.createElement('iframe');
        const end = () => {
          frame.remove();
          Reflect.deleteProperty(globals, callback);
          waiting.delete(giveUp);
          signal.removeEventListener('abort', giveUp);
        };
        const giveUp = () => {
          end();
          reject(new DOMException('The action was given up', 'AbortError'));
        };
        if (signal.aborted) {
          giveUp();
          return;
        }
        waiting.add(giveUp);
        signal.addEventListener('abort', giveUp);
        globals[callback] = (_url: unknown, done: unknown) => {
          end();
          resolve(done === true ? { kind: 'done' } : { kind: 'failed' });
        };
        try {
          const connector = typeof connectorId === 'function' ? connectorId(request) : connectorId;
          const url = `${scheme}://${encodeURIComponent(connector)}/${addressOf(request, callback)}`;
          if (way.navigate) way.navigate(url);
          else document.body.append(Object.assign(frame, { hidden: true, src: url }));
        } catch (error) {
          end();
          throw error;
        }
      });
    },
    close() {
      for (const giveUp of [...waiting]) giveUp();
    },
  };
}

function addressOf({ card, action, values }: ActionRequest, callback: string): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
  query.append('action', JSON.stringify(action));
  query.append('callback', callback);
  const id = isWire(card) && typeof card.id === 'string' ? card.id : '';
  return `${encodeURIComponent(id)}?${query.toString().replaceAll('+', '%20')}`;
}
