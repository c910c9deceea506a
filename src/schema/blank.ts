import type { Card, CardAction, CardField } from './model.js';

/*
 * A card, a field and an action with nothing in them, for readers that fill in some of it.
 */

export const BLANK_CARD: Omit<Card, 'key' | 'source'> = {
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
  subtitles: [],
  links: [],
  banner: [],
  description: null,
  fields: [],
  actions: [],
  stickyUntil: null,
  tags: [],
  chat: null,
};

export const BLANK_FIELD: Omit<CardField, 'kind' | 'path'> = {
  type: '',
  title: null,
  subtitle: null,
  description: null,
  items: [],
  comments: [],
  trip: null,
  nested: null,
};

export const BLANK_ACTION: Omit<CardAction, 'kind' | 'slot' | 'label' | 'completedLabel'> = {
  path: [],
  id: null,
  actionKey: '',
  description: null,
  primary: false,
  url: null,
  method: 'GET',
  contentType: 'application/x-www-form-urlencoded',
  request: {},
  inputs: [],
  allowRepeated: false,
  removesCard: false,
  exclusiveSet: null,
  mfaRequired: false,
  blockedBy: null,
  grouped: false,
};
