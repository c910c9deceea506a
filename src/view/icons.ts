import { svg, html } from 'lit';

const icon = (shape: unknown) =>
  html`<svg part="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${shape}
  </svg>`;

/** Drawn for 16 px, in the colour of the text round them. */
export const fileIcon = icon(
  svg`<path d="M4 1.75h5L12.25 5v9.25H4z M9 1.75V5h3.25" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round"/>`,
);
export const checkIcon = icon(
  svg`<path d="M3.2 8.6l3.1 3.1 6.5-7.2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
);
export const faultIcon = icon(
  svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 4.8v3.8M8 10.9v.3" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>`,
);
export const outIcon = icon(
  svg`<path d="M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.3 3.7L7.5 8.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`,
);
