import { blankAction, blankCard } from './blank.js';
import { UUID } from './formats.js';
import type { Card } from './model.js';
import { isWire, type Wire } from './wire.js';

/**
 * The card that asks the user to sign in to a connector again.
 *
 * @param result - of one connector: it has `{status, backend_status}` as its `connector_status`, or in itself.
 * @returns `null` unless the connector's backend has answered 401.
 */
export function signInCard(result: Wire, connectorId: string | null): Card | null {
  const status = isWire(result.connector_status) ? result.connector_status : result;
  if (status.backend_status !== 401 && status.backend_status !== '401') return null;
  const name = connectorId === null || UUID.test(connectorId) ? 'the connected system' : connectorId;
  return {
    ...blankCard(),
    key: `${connectorId ?? ''}/sign-in`,
    connectorId,
    title: `Sign in to ${name}`,
    description: 'Its sign-in has lapsed. Until it is renewed, nothing new comes from there.',
    actions: [
      {
        ...blankAction(),
        kind: 'sign-in',
        slot: 'sign-in',
        label: 'Sign in',
        completedLabel: 'Signed in',
        primary: true,
        // It may lapse again.
        allowRepeated: true,
      },
      { ...blankAction(), kind: 'dismiss', slot: 'dismiss', label: 'Dismiss', completedLabel: 'Dismissed' },
    ],
    source: result,
  };
}
