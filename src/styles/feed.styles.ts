import { css } from 'lit';

export const feedStyles = css`
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  p,
  h2,
  button,
  span {
    unicode-bidi: plaintext;
  }
  /* A block rather than a grid, which would measure all its rows anew for each one that comes. Cards far from view are
     laid out when they come near. Room for the shadow and the focus ring. */
  [part='list'] {
    display: flow-root;
  }
  li {
    position: relative;
    box-sizing: border-box;
    margin: -4px -4px calc(var(--mf-feed-gap, var(--_space) * 2) - 4px);
    padding: 4px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24rem;
  }
  li:last-child {
    margin-block-end: -4px;
  }
  /* No wider than the feed. */
  @supports (overflow-clip-margin: 8px) {
    li {
      margin-inline: 0;
      padding-inline: 0;
      overflow-clip-margin: 8px;
    }
  }
  li[hidden] {
    display: none;
  }
  /* A dot in the margin beside the icon, read out as the word it stands for. */
  li[part~='unread']::after {
    content: attr(data-unread);
    position: absolute;
    inset-block-start: calc(1px + var(--_space) * 2 + var(--_icon) / 2);
    inset-inline-start: calc(var(--_pad) / 2 - 0.25rem);
    overflow: hidden;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--_accent);
    text-indent: 100%;
    white-space: nowrap;
    pointer-events: none;
  }
  li.gone::after {
    content: none;
  }
  [part='gone'] {
    display: grid;
    place-content: center;
    block-size: 100%;
    box-sizing: border-box;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  [part='group'] + [part='group'] {
    margin-block-start: calc(var(--_space) * 4);
  }
  [part='group-title'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: baseline;
    overflow-wrap: anywhere;
    margin: 0 0 calc(var(--_space) * 1.25);
    font-size: 1.0625em;
    font-weight: 650;
  }
  [part='group-count'] {
    padding-inline: 0.5em;
    border-radius: 1em;
    background: var(--_inset);
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  /* Over the cards, so that nothing moves when it comes. */
  [part='news'] {
    position: sticky;
    z-index: 2;
    inset-block-start: var(--_space);
    display: grid;
    justify-items: center;
    block-size: 0;
  }
  [part='news-action'],
  [part='more'] {
    min-block-size: var(--_action);
    padding: 0 1.125em;
    border: 1px solid var(--_control-line);
    border-radius: 2em;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }
  [part='news-action'] {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
  }
  [part='more'] {
    display: block;
    margin: calc(var(--_space) * 3) auto 0;
  }
  [part='more'][aria-disabled] {
    color: var(--_muted);
    cursor: default;
  }
  button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [part='empty'] {
    display: grid;
    gap: var(--_space);
    justify-items: center;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
  }
  [part='empty'] svg {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_success);
  }
  [part='fault'],
  [part='strip'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  [part='fault'] svg,
  [part='strip'] svg {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_danger);
  }
  [part='fault'] > span,
  [part='strip'] > span {
    flex: 1 1 8em;
  }
  .lists ~ [part='fault'] {
    margin-block: calc(var(--_space) * 2) 0;
  }
  [part='skeleton'] {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    padding: calc(var(--_space) * 2.25) calc(var(--_space) * 2.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [part='skeleton'] i {
    block-size: 0.85em;
    border-radius: 1em;
    background: var(--_inset);
  }
  [part='skeleton'] i:first-child {
    inline-size: 55%;
    block-size: 1.2em;
  }
  [part='skeleton'] i:last-child {
    inline-size: 75%;
  }
  [part='strip-action'] {
    flex: 0 1 auto;
    min-block-size: var(--_action);
    margin-block: -0.625rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 -0.5rem;
    }
  }
  @keyframes breathe {
    from {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='skeleton'] i {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    [part='news-action'] {
      animation: arrive 0.25s ease-out;
    }
  }
  @media (forced-colors: active) {
    li[part~='unread']::after {
      background: Highlight;
    }
  }
  @media print {
    li {
      content-visibility: visible;
    }
    [part='news'],
    [part='more'],
    [part='strip-action'] {
      display: none;
    }
  }
`;
