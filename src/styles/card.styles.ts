import { css } from 'lit';

/** How a card looks. Elements are named by tag where that is enough: it is the cheaper selector. */
export const cardStyles = css`
  :host {
    min-inline-size: min(100%, 12.5rem);
    text-align: start;
  }
  :host(:state(removed)) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  /* Each text takes its direction from itself, and keeps it to itself: as dir="auto", without its cost. */
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  dt,
  dd,
  label,
  li > a,
  button,
  a.action,
  .attachment-texts > *,
  .comment-author,
  .connector,
  figcaption > * {
    unicode-bidi: plaintext;
  }
  article,
  .notice {
    overflow: hidden;
    overflow: clip;
    overflow-wrap: anywhere;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  /* In a long row of cards those far from view are laid out when they come near; search and assistive technology
     find them all the same. The first ones can be measured at once, as single cards are. */
  :host(:nth-child(n + 20)) article {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24rem;
  }
  article > * {
    margin-inline: calc(var(--_space) * 2.5);
  }

  /* Links and focus */
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  svg {
    flex: none;
  }

  /* Header */
  header {
    display: flex;
    gap: calc(var(--_space) * 1.75);
    padding-block: calc(var(--_space) * 2.25) calc(var(--_space) * 1.75);
  }
  header > div {
    flex: 1;
    min-inline-size: 0;
  }
  .icon {
    flex: none;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: var(--_inner-radius);
    background: var(--_inset);
    object-fit: contain;
  }
  .initials {
    display: grid;
    place-items: center;
    background: light-dark(#e3eaff, #2b3a66);
    color: light-dark(#23408f, #c4d3ff);
    font-size: 0.9375em;
    font-weight: 650;
    letter-spacing: 0.02em;
    inline-size: 2.9334em;
    block-size: 2.9334em;
  }
  [data-tint='1'] {
    background: light-dark(#dcf2e7, #1f4335);
    color: light-dark(#0d5a3a, #a5e6c8);
  }
  [data-tint='2'] {
    background: light-dark(#fbe9d2, #4b3717);
    color: light-dark(#76480a, #f5d19b);
  }
  [data-tint='3'] {
    background: light-dark(#f3e3f8, #44294e);
    color: light-dark(#6c2a80, #e6bff2);
  }
  [data-tint='4'] {
    background: light-dark(#ffe4e1, #512a28);
    color: light-dark(#8f261d, #ffc2bb);
  }
  [data-tint='5'] {
    background: light-dark(#dbf1f5, #1c4149);
    color: light-dark(#0a5563, #a2e0ec);
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .connector {
    font-weight: 550;
  }
  .connector + time::before {
    content: '·';
    margin-inline-end: 0.5em;
  }
  .title {
    font-size: 1.1875em;
    font-weight: 640;
    line-height: 1.28;
    letter-spacing: -0.011em;
    text-wrap: pretty;
  }
  .title a {
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .subtitle {
    margin-block-start: 0.125em;
    color: var(--_muted);
  }
  .deadlines {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    margin-block-start: var(--_space);
  }
  .badge {
    padding: 0.1em 0.6em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }
  /* No higher than the line it comes into: nothing moves. */
  .updated {
    margin-block: -1px;
    padding-block: 0;
    border-color: color-mix(in srgb, var(--_accent) 40%, transparent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
    color: var(--_accent);
    font-size: inherit;
  }
  .soon {
    border-color: color-mix(in srgb, var(--_warning) 45%, transparent);
    background: color-mix(in srgb, var(--_warning) 8%, transparent);
    color: var(--_warning);
  }
  .over {
    border-color: color-mix(in srgb, var(--_danger) 40%, transparent);
    background: color-mix(in srgb, var(--_danger) 7%, transparent);
    color: var(--_danger);
  }

  /* Text */
  .description {
    padding-block-end: calc(var(--_space) * 1.5);
    white-space: pre-line;
  }
  .long-text {
    display: block;
    white-space: pre-line;
  }
  .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .toggle {
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-size: 0.875em;
    font-weight: 550;
    cursor: pointer;
  }
  .toggle:hover {
    text-decoration: underline;
  }

  /* Facts */
  dl {
    padding-block: calc(var(--_space) * 0.5);
  }
  article > dl {
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  /* Label and value stand side by side while both have room: intrinsic, as a container query costs a second
     layout for each card. */
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.5);
  }
  dt {
    flex: 0 1 clamp(8.75em, 30%, 11em);
    color: var(--_muted);
  }
  dd {
    flex: 1 1 9em;
    min-inline-size: 0;
    font-weight: 480;
    font-variant-numeric: tabular-nums;
    white-space: pre-line;
  }
  dt small {
    display: block;
    font-size: 0.875em;
  }

  /* Groups */
  section {
    padding-block: calc(var(--_space) * 1.5) calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
  }
  .field-title {
    padding-block-end: calc(var(--_space) * 0.25);
    font-size: 1em;
    font-weight: 620;
    line-height: 1.4;
  }
  .field-subtitle {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .field-text {
    white-space: pre-line;
  }
  dl + section {
    border-block-start-color: var(--_line);
  }

  /* Items of a chat */
  .nested {
    display: flow-root;
  }
  section section {
    padding-block: var(--_space);
    border: 0;
  }
  .nested > .nested {
    margin-block-start: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 2px solid var(--_line);
  }
  .field-picture {
    float: inline-end;
    inline-size: 4.5em;
    block-size: 4.5em;
    margin-inline-start: calc(var(--_space) * 1.5);
    border-radius: var(--_inner-radius);
    object-fit: contain;
  }
  .fact-picture {
    inline-size: 1.75em;
    block-size: 1.75em;
    margin-inline-end: 0.5em;
    object-fit: contain;
    vertical-align: middle;
  }
  section > .actions,
  section > form,
  section > .failure {
    margin-block-start: var(--_space);
  }
  section > form,
  section > .failure {
    clear: inline-end;
  }

  /* Comments */
  .comment {
    padding-block: var(--_space);
  }
  .comment + .comment {
    border-block-start: 1px solid var(--_line);
  }
  .comment-by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    font-size: 0.875em;
  }
  .comment-author {
    font-weight: 600;
  }
  .comment-time,
  .attachment-time {
    color: var(--_muted);
  }
  .comment-text {
    white-space: pre-line;
  }

  /* Files */
  .attachments {
    display: grid;
    gap: var(--_space);
    padding-block: var(--_space) calc(var(--_space) * 0.5);
  }
  li.attachment {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: flex-start;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_inset);
  }
  li.attachment > svg {
    margin-block-start: 0.2em;
    color: var(--_muted);
  }
  .attachment-texts {
    display: grid;
    flex: 1;
    justify-items: start;
    min-inline-size: 0;
  }
  .attachment-name {
    font-weight: 550;
  }
  .attachment-title,
  .attachment-text,
  .attachment-details,
  .attachment-source {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .attachment-details:empty {
    display: none;
  }
  .attachment-fault {
    color: var(--_danger);
    font-size: 0.8125em;
  }
  .attachment-progress {
    inline-size: 100%;
    block-size: 0.4em;
    accent-color: var(--_accent);
  }

  /* Trips */
  .trip-summary,
  .trip-others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  .trip-others > :first-child,
  .trip-date {
    color: var(--_muted);
  }
  .trip-stops {
    display: grid;
    gap: var(--_space);
    padding-block: var(--_space);
  }
  .trip-stop {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }
  .trip-stop > div {
    display: grid;
    min-inline-size: 0;
  }
  .trip-stop span {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .trip-image {
    flex: none;
    inline-size: 2.25em;
    block-size: 2.25em;
    object-fit: contain;
  }
  .trip-legs {
    display: grid;
    gap: var(--_space);
    padding-block-start: var(--_space);
  }
  .trip-leg {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    border-radius: var(--_inner-radius);
    background: var(--_inset);
  }
  .trip-leg dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5em, 1fr));
    gap: 0 var(--_space);
  }
  .trip-leg dl > div {
    display: block;
  }
  .trip-leg dt {
    font-size: 0.8125em;
  }

  /* Banner */
  .banner {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin-block-end: calc(var(--_space) * 1.5);
    overflow-x: auto;
    scroll-snap-type: inline mandatory;
    scrollbar-width: thin;
  }
  figure {
    flex: 0 0 100%;
    scroll-snap-align: start;
  }
  .many > figure {
    flex-basis: 86%;
  }
  .banner-image,
  .banner-video {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    border-radius: var(--_inner-radius);
    background: var(--_inset);
    object-fit: cover;
  }
  figcaption {
    display: grid;
    padding-block-start: calc(var(--_space) * 0.75);
    font-size: 0.875em;
  }
  figcaption span {
    color: var(--_muted);
  }

  /* Related links */
  nav {
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
  }

  /* Actions */
  footer {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 1.75) calc(var(--_space) * 2.25);
    border-block-start: 1px solid var(--_line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .explained {
    display: grid;
    gap: 0.25em;
    justify-items: start;
    max-inline-size: 100%;
  }
  .explanation {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .action {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    justify-content: center;
    min-block-size: 2.5rem;
    max-inline-size: 100%;
    padding: 0.35em 1.15em;
    border: 1px solid var(--_control-line);
    border-radius: var(--_inner-radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-weight: 570;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }
  .action:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .action[aria-expanded='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    color: var(--_accent);
  }
  .action[aria-disabled='true']:not([aria-busy]),
  .blocked {
    border-color: var(--_line);
    background: var(--_inset);
    color: var(--_muted);
    cursor: default;
  }
  .blocked small {
    font-weight: 400;
  }
  .action[aria-busy='true']:not([aria-expanded='true'])::before {
    content: '';
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .cancel,
  .retry {
    border-color: transparent;
    color: var(--_accent);
  }
  .retry {
    justify-self: start;
    margin-block-start: calc(var(--_space) * 0.5);
    border-color: currentcolor;
  }
  .action-done,
  .action-note {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    color: var(--_success);
    font-weight: 600;
  }
  .action-done {
    min-block-size: 2.5rem;
  }
  .action-done:focus-visible {
    border-radius: var(--_inner-radius);
  }

  /* What is said of the card as a whole, quietly */
  .note {
    display: flex;
    gap: 0.25em 0.6em;
    align-items: center;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border-radius: var(--_inner-radius);
    background: var(--_inset);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .note > span {
    flex: 1;
    unicode-bidi: plaintext;
  }
  .waiting-action {
    min-block-size: 2rem;
    padding-inline: 0.75em;
    border-color: transparent;
    color: var(--_accent);
  }

  /* Failures and notices */
  .failure,
  .notice {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.75);
  }
  .failure {
    border-radius: var(--_inner-radius);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
  }
  .failure > svg,
  .notice > svg {
    margin-block-start: 0.2em;
    color: var(--_danger);
  }
  .failure-texts {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .failure-title,
  .notice-title {
    font-weight: 600;
  }
  .failure-links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding-block-start: calc(var(--_space) * 0.5);
  }
  .notice {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    box-shadow: none;
  }
  .notice-text {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .notice-place {
    color: var(--_text);
    font-variant-numeric: tabular-nums;
    font-weight: 550;
  }

  @media (pointer: coarse) {
    .action {
      min-block-size: 2.75rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .action {
      transition: none;
    }
    .action[aria-busy='true']::before {
      animation-duration: 3s;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border-width: 2px;
    }
    .action[aria-busy='true']::before {
      forced-color-adjust: none;
    }
  }
  @media print {
    footer,
    section > .actions,
    .toggle {
      display: none;
    }
    .clamped {
      display: block;
    }
    article {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
