import { create } from 'storybook/theming/create';

const shared = {
  brandTitle: 'mf-card',
  brandUrl: './?path=/docs/start-here-welcome--docs',
  brandTarget: '_self',
  fontBase: 'system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  fontCode: 'ui-monospace, "Cascadia Mono", "Liberation Mono", monospace',
  appBorderRadius: 8,
  inputBorderRadius: 6,
};

/** The pages of the docs are light: so are the grounds of their examples. */
export const light = create({
  ...shared,
  base: 'light',
  brandImage: './logo-light.svg',
  colorPrimary: '#2f5bd0',
  colorSecondary: '#2f5bd0',
  appBg: '#f3f5f9',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dce1ea',
  textColor: '#1c2430',
  textMutedColor: '#576172',
  barBg: '#ffffff',
  barTextColor: '#576172',
  barSelectedColor: '#2f5bd0',
  barHoverColor: '#2f5bd0',
});

const dark = create({
  ...shared,
  base: 'dark',
  brandImage: './logo-dark.svg',
  colorPrimary: '#8fadff',
  colorSecondary: '#4f78e6',
  appBg: '#14171d',
  appContentBg: '#1b1f27',
  appPreviewBg: '#1b1f27',
  appBorderColor: '#303642',
  textColor: '#eef1f6',
  textMutedColor: '#a6afbe',
  barBg: '#1b1f27',
  barTextColor: '#a6afbe',
  barSelectedColor: '#8fadff',
  barHoverColor: '#8fadff',
});

/** The look of Storybook itself: as the reader's device has it, from nothing that lies elsewhere. */
export const look = matchMedia('(prefers-color-scheme: dark)').matches ? dark : light;
