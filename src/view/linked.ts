import type { TemplateResult } from 'lit';
import type { LinkedText } from '../schema/model.js';
import { html, template } from './flat.js';
import type { OpenReason } from './render-context.js';

const LINKS = {
  title: link('title'),
  subtitle: link('subtitle'),
  link: link('link'),
};

/** The card's own listener finds what a link is for by `data-open`. */
function link(reason: OpenReason): TemplateStringsArray {
  const always = 'target="_blank" rel="noopener noreferrer"';
  return template(`<a part="link ${reason}-link" data-open="${reason}" ${always} href=`, '>', '</a>');
}

/** A text, and the link that it is where it leads somewhere. */
export function linked({ text, url }: LinkedText, reason: keyof typeof LINKS): string | TemplateResult {
  return url === null ? text : html(LINKS[reason], url, text);
}
