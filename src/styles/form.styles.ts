import { css } from 'lit';

/** Forms, and what stands in their place when a card was dismissed. */
export const formStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.25);
  }
  section > form {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_inset);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  [part~='input'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    align-content: start;
  }
  fieldset > legend {
    padding: 0;
    margin-block-end: calc(var(--_space) * 0.75);
  }
  [part='label'] {
    font-weight: 570;
    overflow-wrap: anywhere;
  }
  [part='required'] {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 400;
  }
  [part='help'],
  [part='remaining'] {
    margin-block-start: calc(var(--_space) * -0.25);
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='remaining'] {
    margin-block-start: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [part~='control'] {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_action);
    padding: 0.5em 0.75em;
    border: 1px solid var(--_control-line);
    border-radius: var(--mf-control-radius, var(--_inner-radius));
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(1em, 1rem);
    accent-color: var(--_accent);
  }
  [part~='control']:hover {
    border-color: var(--_text);
  }
  [part~='control']:focus-visible {
    outline-offset: -1px;
  }
  [part~='control']::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [part~='control']:is([readonly], [aria-disabled]) {
    border-color: var(--_line);
    background: transparent;
  }
  textarea[part~='control'] {
    display: block;
    min-block-size: 5.5em;
    field-sizing: content;
    max-block-size: 18em;
    resize: vertical;
  }
  select[part~='control'] {
    appearance: none;
    padding-inline-end: 2.25em;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--_muted) 50%),
      linear-gradient(-45deg, transparent 50%, var(--_muted) 50%);
    background-position:
      right 19px center,
      right 14px center;
    /* Whole pixels: else the halves of the arrow differ. */
    background-size: 5px 5px;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  select[part~='control']:dir(rtl) {
    background-position:
      left 14px center,
      left 19px center;
  }
  [part~='date'] [part~='control'],
  [part~='time'] [part~='control'],
  [part~='datetime'] [part~='control'],
  [part~='number'] [part~='control'],
  [part~='tel'] [part~='control'] {
    max-inline-size: 18rem;
    font-variant-numeric: tabular-nums;
  }
  [part~='faulty'] [part~='control'],
  [part~='faulty'] [part~='choices'] {
    border-color: var(--_danger);
  }
  [part='fault'] {
    color: var(--_danger);
    font-size: 0.875em;
    font-weight: 500;
  }

  [part='slider'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }
  [part='slider'] [part~='control'] {
    padding: 0;
    border: 0;
    background: transparent;
  }
  [part='slider-value'] {
    min-inline-size: 3em;
    padding: 0.2em 0.6em;
    border-radius: var(--_inner-radius);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    text-align: center;
  }

  [part~='choices'] {
    display: grid;
    overflow: hidden;
    border: 1px solid var(--_control-line);
    border-radius: var(--_inner-radius);
    background: var(--_surface);
  }
  [part~='choices']:empty {
    display: none;
  }
  [part~='long-list'] {
    max-block-size: 15em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  [part~='search'] {
    margin-block-end: calc(var(--_space) * 0.75);
  }
  [part='chosen'] {
    display: flex;
    gap: 0.5em;
    align-items: center;
    margin-block-end: calc(var(--_space) * 0.75);
    font-weight: 570;
  }
  [part='chosen'] > svg {
    flex: none;
    color: var(--_link);
  }
  [part='choice'] {
    display: flex;
    gap: 0.7em;
    align-items: start;
    min-block-size: var(--_action);
    padding: 0.55em 0.85em;
    cursor: pointer;
  }
  [part='choice'] + [part='choice'] {
    border-block-start: 1px solid var(--_line);
  }
  [part='choice']:hover {
    background: color-mix(in srgb, var(--_text) 4%, transparent);
  }
  [part='choice']:has(:checked) {
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }
  [part='choice']:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  [part='choice'] > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part~='checkbox'] > [part='choice'] {
    padding-inline: 0;
  }
  [part~='checkbox'] > [part='choice']:is(:hover, :has(:checked)) {
    background: none;
  }
  [part='tick'] {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0.18em 0 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  [part='tick']:focus-visible {
    outline: none;
  }

  [part='faults'] {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_danger);
    border-radius: calc(var(--_inner-radius) * 0.5);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
  }
  [part='faults-title'] {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-weight: 600;
  }
  [part='faults-title'] > svg {
    color: var(--_danger);
  }
  [part='faults'] ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    padding-inline-start: calc(16px + 0.5em);
  }
  [part='fault-link'] {
    min-block-size: var(--_touch);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  [part='form-actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  :host(:state(dismissed)) article > :not(footer, .said) {
    display: none;
  }
  :host(:state(dismissed)) footer {
    padding-block: calc(var(--_space) * 1.25);
    border: 0;
  }
  [part='undo'] > span {
    unicode-bidi: plaintext;
  }
  [part='undo'] {
    display: flex;
    gap: 0.5em;
    align-items: center;
    color: var(--_muted);
  }
  [part~='undo-action'] {
    margin-inline-start: auto;
    color: var(--_link);
  }
  :host(:state(done)) footer {
    background: color-mix(in srgb, var(--_success) 9%, var(--_surface));
  }

  @media (forced-colors: active) {
    select[part~='control'] {
      appearance: auto;
      background-image: none;
    }
    [part='choice']:has(:checked) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
