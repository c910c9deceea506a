import { FORM_TYPE } from './encode-request.js';
import type { Card, CardAction, CardField } from './model.js';

/*
 * A card, a field and an action with nothing in them: readers put in what there is.
 */

export type Mutable<T> = { -readonly [Member in keyof T]: T[Member] };

/** Most lists that could be there are not: they share this one. */
export const NONE: readonly never[] = Object.freeze([]);

const NOTHING = Object.freeze({});

export const blankCard = (): Mutable<Card> => ({
  key: '',
  id: null,
  name: null,
  connectorId: null,
  backendId: null,
  hash: null,
  importance: null,
  iconUrl: null,
  iconText: null,
  createdAt: null,
  expiresAt: null,
  dueAt: null,
  title: null,
  titleUrl: null,
  subtitles: NONE,
  links: NONE,
  banner: NONE,
  description: null,
  fields: NONE,
  actions: NONE,
  stickyUntil: null,
  tags: NONE,
  isActionable: true,
  chat: null,
  source: null,
});

export const blankField = (): Mutable<CardField> => ({
  kind: 'unknown',
  type: '',
  title: null,
  subtitle: null,
  description: null,
  items: NONE,
  comments: NONE,
  trip: null,
  nested: null,
  path: NONE,
});

export const blankAction = (): Mutable<CardAction> => ({
  kind: 'none',
  slot: '',
  path: NONE,
  id: null,
  actionKey: '',
  label: '',
  description: null,
  completedLabel: '',
  primary: false,
  url: null,
  method: 'GET',
  contentType: FORM_TYPE,
  request: NOTHING,
  inputs: NONE,
  allowRepeated: false,
  removesCard: false,
  exclusiveSet: null,
  mfaRequired: false,
  blockedBy: null,
  grouped: false,
});
