import { css } from 'lit';

/**
 * The roles that the look is made of, and what several parts of a card measure by. A host sets `--mf-*`; what it leaves
 * out follows from `color-scheme`. Inside, only the `--_*` names are used, so that a default is written once: here, or where
 * it is used when that is one place. docs/design.md says why each is as it is; src/themes/neutral.css has all of them.
 */
export const tokenStyles = css`
  :host {
    --_accent: var(--mf-accent, light-dark(#2b409c, #b4c1ff));
    --_on-accent: var(--mf-on-accent, light-dark(#ffffff, #151d49));
    --_link: var(--mf-link, var(--_accent));
    --_focus: var(--mf-focus, var(--_accent));
    --_surface: var(--mf-surface, light-dark(#fffefc, #1e1d1b));
    --_inset: var(--mf-surface-inset, light-dark(#f7f5f1, #282624));
    --_text: var(--mf-text, light-dark(#1d1b18, #f0eeea));
    --_muted: var(--mf-text-muted, light-dark(#625d55, #aea89e));
    --_line: var(--mf-line, light-dark(#e8e4dd, #383531));
    --_control-line: var(--mf-control-line, light-dark(#8b857b, #857f76));
    --_success: var(--mf-success, light-dark(#17683d, #86d9ab));
    --_warning: var(--mf-warning, light-dark(#855200, #f0c37c));
    --_danger: var(--mf-danger, light-dark(#b3261e, #ffb4aa));
    --_on-danger: var(--mf-on-danger, var(--_surface));
    --_font: var(--mf-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_size: var(--mf-font-size, 0.9375rem);
    --_space: var(--mf-space, 0.5rem);
    --_radius: var(--mf-radius, 0.75rem);
    --_inner-radius: var(--mf-radius-inner, calc(var(--_radius) * 0.6));
    /* One shadow, as WebKit paints each in the time of all texts of a card; with a blur below 4px in ten times that. */
    --_shadow: var(--mf-shadow, 0 2px 8px light-dark(rgb(40 32 20 / 9%), rgb(0 0 0 / 40%)));
    --_pad: var(--mf-card-padding, clamp(var(--_space) * 1.5, 6%, var(--_space) * 2.5));
    --_icon: var(--mf-icon-size, 1.875rem);
    --_action: var(--mf-action-size, 2.5rem);
    --_touch: 1.75rem;
    display: block;
    color: var(--_text);
    font: 400 var(--_size) / 1.45 var(--_font);
    /* Whatever a chat or the cell of a table has: else no line would break, or each line of a template would. */
    white-space: normal;
    text-indent: 0;
  }
  @media (pointer: coarse) {
    :host {
      --_touch: 2.75rem;
      --_action: max(var(--_touch), var(--mf-action-size, 0px));
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_control-line);
      --_control-line: var(--_text);
    }
  }
  :host([hidden]) {
    display: none;
  }
  /* Only for assistive technology. */
  .said {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
