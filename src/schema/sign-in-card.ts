import { blankAction, blankCard } from './blank.js';
import { UUID } from './formats.js';
import type { Card } from './model.js';
import type { OwnWords } from './own-words.js';
import { isWire, type Wire } from './wire.js';

/**
 * The card that asks the user to sign in to a connector again.
 *
 * @param result - of one connector: it has `{status, backend_status}` as its `connector_status`, or in itself.
 * @returns `null` unless the connector's backend has answered 401.
 */
export function signInCard(result: Wire, connectorId: string | null, words: () => OwnWords): Card | null {
  const status = isWire(result.connector_status) ? result.connector_status : result;
  if (status.backend_status !== 401 && status.backend_status !== '401') return null;
  const { signInTo, signInReason, signIn, signedIn, dismiss, thisConnector } = words();
  const name = connectorId === null || UUID.test(connectorId) ? thisConnector : connectorId;
  return {
    ...blankCard(),
    key: `${connectorId ?? ''}/sign-in`,
    connectorId,
    title: signInTo(name),
    description: signInReason,
    actions: [
      {
        ...blankAction(),
        kind: 'sign-in',
        slot: 'sign-in',
        label: signIn,
        completedLabel: signedIn,
        primary: true,
        // It may lapse again.
        allowRepeated: true,
      },
      { ...blankAction(), kind: 'dismiss', slot: 'dismiss', label: dismiss },
    ],
    source: result,
  };
}
