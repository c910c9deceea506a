import { css } from 'lit';

/**
 * The roles that the look is made of. A host sets `--mf-*`; what it leaves out follows from `color-scheme`.
 * Inside, only the `--_*` names are used, so that a default is written once. With them, what both elements have.
 */
export const tokenStyles = css`
  :host {
    --_accent: var(--mf-accent, light-dark(#2a55c9, #9db8ff));
    --_on-accent: var(--mf-on-accent, light-dark(#ffffff, #0b1a45));
    --_surface: var(--mf-surface, light-dark(#ffffff, #1a1d23));
    --_inset: var(--mf-surface-inset, light-dark(#f5f6f8, #22262e));
    --_text: var(--mf-text, light-dark(#16191f, #eceef2));
    --_muted: var(--mf-text-muted, light-dark(#5a6270, #a4acba));
    --_line: var(--mf-line, light-dark(#e4e7ec, #30353f));
    --_control-line: var(--mf-control-line, light-dark(#8b93a1, #767f8f));
    --_success: var(--mf-success, light-dark(#0d6b45, #7fdcb0));
    --_warning: var(--mf-warning, light-dark(#835200, #f3c57b));
    --_danger: var(--mf-danger, light-dark(#b0261c, #ffb0a6));
    --_font: var(
      --mf-font,
      ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif
    );
    --_size: var(--mf-font-size, 0.9375rem);
    --_space: var(--mf-space, 0.5rem);
    --_radius: var(--mf-radius, 0.75rem);
    --_inner-radius: calc(var(--_radius) * 0.6);
    --_shadow: var(
      --mf-shadow,
      0 1px 2px light-dark(rgb(16 24 40 / 5%), rgb(0 0 0 / 30%)),
      0 2px 8px light-dark(rgb(16 24 40 / 4%), rgb(0 0 0 / 22%))
    );
    display: block;
    color: var(--_text);
    font: 400 var(--_size) / 1.45 var(--_font);
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
