import { html, svg } from 'lit';

const icon = (shape: unknown) =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shape}</svg>`;

/** One for each severity: told apart by shape, not by colour alone. */
export const severityIcons = {
  error: icon(
    svg`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`,
  ),
  warning: icon(
    svg`<path d="M8 2.2l6.3 11.1H1.7z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 6.6v3M8 11.4v.1" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`,
  ),
  info: icon(
    svg`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 7.5v3.6M8 4.9V5" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>`,
  ),
};

export const goodIcon = icon(
  svg`<path d="M3.2 8.6l3.1 3.1 6.5-7.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
);

export const markIcon = html`<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
  <rect x="2.5" y="3.5" width="19" height="17" rx="4" fill="var(--accent)" />
  <path d="M6.5 8.5h7M6.5 12h11" stroke="var(--pane)" stroke-width="1.8" stroke-linecap="round" />
  <rect x="6.5" y="15" width="5.5" height="2.6" rx="1.3" fill="var(--pane)" />
</svg>`;
