/** What a card says where the wire has no words for it. The texts of a language (`mf-card/messages/…`) have them all. */
export interface OwnWords {
  readonly unknownAction: string;
  readonly completed: string;
  readonly signInTo: (connector: string) => string;
  readonly signInReason: string;
  readonly signIn: string;
  readonly signedIn: string;
  readonly dismiss: string;
  readonly thisConnector: string;
}

/** In English. */
export const ownWords = {
  /** Name of an action that has none. */
  unknownAction: 'Action',
  /** What is said of an action that is done. */
  completed: 'Completed',

  // The card that stands in for a connector whose sign-in has lapsed. `connector` is a name, or `thisConnector`.
  signInTo: (connector: string) => `Sign in to ${connector}`,
  signInReason: 'Its sign-in has lapsed. Until it is renewed, nothing new comes from there.',
  signIn: 'Sign in',
  signedIn: 'Signed in',
  /** A button: takes a card away. */
  dismiss: 'Dismiss',
  /** In place of a connector's name. */
  thisConnector: 'the connected system',
};
