/** How the hand-written card and the Lit card look: both the same, so that the browser's work on it is, too. */
export const cardStyle = `
  :host { display: block; }
  article {
    box-sizing: border-box; max-inline-size: 40rem; margin-block-end: 1rem; padding: 1.25rem;
    border: 1px solid #d4d7dd; border-radius: 0.75rem; background: #fff; color: #1b1f24;
    font: 400 0.9375rem / 1.45 system-ui, sans-serif;
  }
  header { display: flex; gap: 0.75rem; }
  img { inline-size: 2.5rem; block-size: 2.5rem; border-radius: 0.5rem; }
  h3, h4, p, dl { margin: 0; }
  h3 { font-size: 1.0625rem; }
  h4 { margin-block: 0.75rem 0.25rem; font-size: 0.9375rem; }
  a { color: #0b57b7; }
  .muted, dt { color: #5a626c; }
  .fact { display: grid; grid-template-columns: 1fr 2fr; gap: 0.75rem; padding-block: 0.125rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .actions { display: flex; gap: 0.5rem; margin-block-start: 1rem; }
  form { display: grid; gap: 0.5rem; margin-block-start: 1rem; }
  textarea { display: block; box-sizing: border-box; inline-size: 100%; font: inherit; }
  button { padding: 0.4rem 1rem; border: 1px solid #0b57b7; border-radius: 0.5rem; background: #fff; font: inherit; }
  button.primary { background: #0b57b7; color: #fff; }
`;
