/**
 * Cards without a page: for a server that sends them with the page, for mail and print, for notifications and search.
 * Asks for nothing that only a browser has.
 *
 * @module mf-card/ssr
 */
export { renderCards, type RenderOptions } from './render-cards.js';
export { toHtml, type HtmlOptions } from './to-html.js';
export { toText } from './to-text.js';
export type { DrawOptions } from './draw-card.js';
export type { UrlPolicy } from '../schema/url-policy.js';
export type { Messages } from '../messages/en.js';
export type { FieldTemplate, FieldTemplates } from '../view/render-context.js';
