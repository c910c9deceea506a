import type { TemplateResult } from 'lit';
import { html, template } from './flat.js';

/** Drawn for 16 px, in the colour of the text round them. */
function icon(shape: string, more = ''): TemplateResult {
  const frame =
    'part="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"';
  const line = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';
  return html(template(`<svg ${frame}${more}><g ${line}>${shape}</g></svg>`));
}

export const fileIcon = icon('<path d="M4 1.75h5L12.25 5v9.25H4z M9 1.75V5h3.25" stroke-width="1.3"/>');
export const checkIcon = icon('<path d="M3.2 8.6l3.1 3.1 6.5-7.2" stroke-width="2"/>');
export const faultIcon = icon(
  '<circle cx="8" cy="8" r="6.2" stroke-width="1.4"/><path d="M8 4.8v3.8M8 10.9v.3" stroke-width="1.6"/>',
);
/** It points where the text goes on. */
export const outIcon = icon(
  '<path d="M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.3 3.7L7.5 8.5" stroke-width="1.4"/>',
  ' class="points"',
);
