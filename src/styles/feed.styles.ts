import { css } from 'lit';

export const feedStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font: 400 var(--_size) / 1.45 var(--_font);
  }
  :host([hidden]) {
    display: none;
  }
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='list'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  /* Cards far from view are laid out when they come near. Room for the shadow and the focus ring. */
  [part='item'] {
    margin: -4px;
    padding: 4px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24rem;
  }
  [part='item'][hidden] {
    display: none;
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
  [part='fault'] {
    display: flex;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  [part='fault'] svg {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_danger);
  }
  [part='list'] + [part='fault'] {
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
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  [part='skeleton'] i:first-child {
    inline-size: 55%;
    block-size: 1.2em;
  }
  [part='skeleton'] i:last-child {
    inline-size: 75%;
  }
  @keyframes breathe {
    from {
      opacity: 0.5;
    }
  }
  .said {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    [part='skeleton'] i {
      animation: none;
    }
  }
`;
