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
  legend,
  time,
  output,
  li > a,
  button,
  a.action,
  .action > *,
  .action-done > *,
  .trip-summary > *,
  .trip-stop b,
  .trip-stop span,
  .attachment-texts > *,
  .comment-author,
  .connector,
  .long-text,
  figcaption > * {
    unicode-bidi: plaintext;
  }
  article,
  .notice {
    overflow: hidden;
    overflow: clip;
    overflow-wrap: anywhere;
    border: 1px solid var(--mf-card-line, var(--_line));
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    /* To the card's own side, whatever the direction of a text; only paragraphs keep to theirs. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* In a long row of cards those far from view are laid out when they come near; search and assistive technology
     find them all the same. The first ones can be measured at once, as single cards are. */
  :host(:nth-child(n + 20)) article {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24rem;
  }
  article > * {
    margin-inline: var(--_pad);
  }

  /* Links and focus */
  a {
    color: var(--_link);
    text-decoration: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    flex: none;
  }
  .points:dir(rtl) {
    scale: -1 1;
  }

  /* Header: as a letter has it, who writes and when in one line, and below it what about */
  header {
    position: relative;
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
  }
  header > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.75em;
    /* A dot stands between two in one line, and not before the first one of the next. */
    clip-path: inset(-0.5em -0.3em);
  }
  /* Words break anywhere: looking for the longest one takes WebKit longer than drawing the text. */
  header > div > * {
    min-inline-size: 0;
  }
  .icon {
    position: absolute;
    inline-size: var(--_icon);
    block-size: var(--_icon);
    border-radius: var(--mf-icon-radius, calc(var(--_radius) * 0.5));
    object-fit: contain;
  }
  .initials {
    --_hue: 275;
    display: grid;
    place-items: center;
    background: light-dark(oklch(93% 0.04 var(--_hue)), oklch(36% 0.06 var(--_hue)));
    color: light-dark(oklch(40% 0.11 var(--_hue)), oklch(90% 0.06 var(--_hue)));
    font-size: 0.75em;
    font-weight: 700;
  }
  [data-tint='1'] {
    --_hue: 160;
  }
  [data-tint='2'] {
    --_hue: 75;
  }
  [data-tint='3'] {
    --_hue: 320;
  }
  [data-tint='4'] {
    --_hue: 25;
  }
  [data-tint='5'] {
    --_hue: 215;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-content: center;
    align-items: baseline;
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .connector {
    flex: 1 1 auto;
    color: var(--_text);
    font-weight: 600;
  }
  .title {
    flex: 1 0 100%;
    margin-block-start: 0.4em;
    font-family: var(--mf-title-font, inherit);
    font-size: var(--mf-title-size, 1.25em);
    font-weight: var(--mf-title-weight, 650);
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  /* So many lines gain nothing from it, and WebKit tries for up to a quarter of a second. */
  .unbalanced {
    text-wrap: wrap;
  }
  /* Beside the icon, and nothing beside it */
  header > div > :first-child {
    flex: 1 0 calc(100% - var(--_icon) - 0.625rem);
    min-block-size: var(--_icon);
    margin-block-start: 0;
    margin-inline-start: calc(var(--_icon) + 0.625rem);
  }
  .title a {
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  /* Short ones share a line. */
  .subtitle {
    position: relative;
    color: var(--_muted);
  }
  .subtitle + .subtitle::before {
    content: '·';
    position: absolute;
    inset-inline-start: -0.525em;
  }
  .deadlines {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0.375em 1em;
    margin-block-start: 0.375em;
  }
  /* The nearer a date, the heavier its mark: a ring, a disc, a filled label. */
  .badge {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    border-radius: var(--mf-badge-radius, 1em);
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }
  .badge::before {
    content: '';
    flex: none;
    inline-size: 0.625em;
    block-size: 0.625em;
    border: 0.125em solid;
    border-radius: 50%;
  }
  .soon {
    color: var(--_warning);
    font-weight: 600;
  }
  .soon::before,
  .over::before,
  .updated::before {
    background: currentcolor;
  }
  .over {
    padding: 0.1em 0.75em;
    background: var(--_danger);
    color: var(--_on-danger);
    font-weight: 600;
  }
  /* No higher than the line it comes into: nothing moves. */
  .updated {
    color: var(--_link);
    font-size: inherit;
  }

  /* Text */
  .description,
  .field-text,
  .comment-text {
    max-inline-size: 44em;
    text-align: start;
    white-space: pre-line;
  }
  .description {
    padding-block-end: var(--_space);
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
    min-block-size: var(--_touch);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
    white-space: normal;
    cursor: pointer;
  }
  .toggle:hover {
    text-decoration: underline;
  }
  /* At the end of a card without actions: before what is only said */
  article > .toggle:nth-last-child(2) {
    margin-block-end: var(--_space);
  }

  /* Facts. Two side by side where there is room, and label and value, too: intrinsic, as a container query costs a
     second layout for each card. */
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr));
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 0.5);
  }
  article > dl {
    padding-block-end: calc(var(--_space) * 1.5);
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    align-items: baseline;
    padding-block: calc(var(--_space) * 0.4);
  }
  dt {
    flex: 1 1 var(--mf-label-width, clamp(7em, 35%, 12em));
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd {
    flex: 999 1 9em;
    min-inline-size: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: pre-line;
  }
  dd time {
    display: inline-block;
    text-wrap: balance;
    vertical-align: top;
  }
  dt small {
    display: block;
    font-size: 0.875em;
  }

  /* Groups */
  section {
    padding-block: calc(var(--_space) * 1.75) calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .field-title {
    padding-block-end: calc(var(--_space) * 0.5);
    font-size: 1em;
    font-weight: 650;
    line-height: 1.4;
  }
  .field-subtitle {
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* Items of a chat */
  section > p > a {
    display: inline-block;
    padding-block: 0.1em;
  }
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

  /* Files */
  .attachments {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
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
    margin-block-end: 0.2em;
    font-weight: 600;
    text-decoration: none;
  }
  a.attachment-name:hover {
    text-decoration: underline;
  }
  .attachment-title,
  .attachment-text,
  .attachment-details,
  .attachment-source {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .attachment-source {
    padding-block: 0.25em;
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
  .trip-summary {
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
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 6.5em), 1fr));
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
    padding-block: calc(var(--_space) * 0.5) calc(var(--_space) * 1.75);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
  }
  nav a {
    display: inline-block;
    align-content: center;
    min-block-size: 1.5rem;
  }

  /* Actions: what is to be decided has a ground of its own, at the foot */
  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.75);
    margin: 0;
    padding: calc(var(--_space) * 1.75) var(--_pad);
    border-block-start: 1px solid var(--_line);
    background: var(--mf-footer-surface, var(--_inset));
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
    min-block-size: var(--_action);
    max-inline-size: 100%;
    padding: 0.35em 1.15em;
    border: 1px solid var(--_control-line);
    border-radius: var(--mf-action-radius, var(--_inner-radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  /* None so narrow that it is missed; one below the other where two have no room. */
  .actions .action {
    min-inline-size: min(100%, max(6em, (15rem - 100%) * 999));
  }
  .action:hover {
    background: color-mix(in srgb, var(--_text) 7%, var(--_surface));
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 86%, var(--_text));
  }
  .action[aria-expanded='true'] {
    border-color: var(--_link);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    color: var(--_link);
  }
  .action[aria-disabled='true']:not([aria-busy]),
  .blocked {
    border-color: var(--_line);
    background: transparent;
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
  }
  .cancel,
  .waiting-action {
    border-color: transparent;
    background: none;
    color: var(--_link);
  }
  .retry {
    justify-self: start;
    margin-block-start: var(--_space);
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
    gap: 0.6em;
    min-block-size: var(--_action);
    margin-inline-start: -0.25em;
    padding-inline: 0.25em 0.6em;
    font-size: 1.0625em;
    font-weight: 650;
  }
  .action-done svg {
    box-sizing: content-box;
    padding: 0.25em;
    border-radius: 50%;
    background: var(--_success);
    color: var(--_surface);
  }
  .action-done:focus-visible {
    border-radius: var(--_inner-radius);
  }

  /* What is said of the card as a whole, quietly */
  .note {
    display: flex;
    gap: 0.25em 0.6em;
    align-items: center;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .note > span {
    flex: 1;
    unicode-bidi: plaintext;
  }

  /* Failures and notices */
  .failure,
  .notice {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.75);
  }
  .failure {
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, var(--_surface));
    border-radius: var(--_inner-radius);
    background: color-mix(in srgb, var(--_danger) 6%, var(--_surface));
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
    gap: 0.25em 1em;
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

  @media (prefers-reduced-motion: no-preference) {
    /* Not without the pointer: another theme would set all buttons in motion. */
    .action:hover {
      transition: background-color 0.12s;
    }
    .action[aria-busy='true']::before {
      animation: turn 0.8s linear infinite;
    }
    .action-done svg {
      animation: settle 0.35s cubic-bezier(0.2, 1.6, 0.4, 1);
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes settle {
    from {
      scale: 0.4;
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .primary {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .over,
    .initials {
      border: 1px solid;
    }
    .action[aria-expanded='true'] {
      border: 2px solid Highlight;
    }
    .action[aria-disabled='true'],
    .blocked {
      border-color: GrayText;
      color: GrayText;
    }
  }
  /* All of it, black on white; what can only be pressed is left out, and links say where they lead. */
  @media print {
    :host {
      --_surface: #fff;
      --_inset: #fff;
      --_text: #000;
      --_muted: #444;
      --_link: #000;
      --_line: #bbb;
      --_shadow: none;
      color-scheme: light;
    }
    :is(.actions, footer):not(:has(.action-done, .action-note, .failure, .note)),
    .action,
    .explanation,
    form,
    .toggle {
      display: none;
    }
    .action-done svg {
      color: inherit;
    }
    .clamped {
      display: block;
    }
    article {
      content-visibility: visible;
    }
    article > *,
    dl > div,
    li {
      break-inside: avoid;
    }
    a[data-open]::after {
      content: ' (' attr(href) ')';
      font-size: 0.8125em;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  }
`;
