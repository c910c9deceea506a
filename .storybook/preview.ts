import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { action } from 'storybook/actions';
import { argTypesOf, descriptionOf, type Manifest } from './arg-types.js';
import docsPage from './docs-page.mdx';

// Written by `npm run manifest`. Without it the stories work all the same; the tables of their docs stay empty.
const [manifest = { modules: [] }] = Object.values(
  import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' }),
);

/** Tells of an event in the panel "Actions". */
const log = (event: Event) => {
  action(event.type)(event);
};

/** The links of the sample cards lead nowhere. */
const logAndStay = (event: Event) => {
  event.preventDefault();
  log(event);
};

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Text direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  parameters: {
    layout: 'padded',
    // A violation fails the story's test.
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { include: ['card', 'cards', 'headingLevel', 'timeZone', 'maxRows', 'loading'] },
    docs: {
      page: docsPage,
      extractArgTypes: (tagName: string) => argTypesOf(tagName, manifest),
      extractComponentDescription: (tagName: string) => descriptionOf(tagName, manifest),
      // A card is given as a property, which no HTML shows.
      source: { type: 'code', language: 'ts' },
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Card',
          ['Overview', 'Header', 'Fields', 'Actions', 'Notices'],
          'Feed',
          'Connectors',
          'Theming',
        ],
      },
    },
    viewport: {
      options: {
        phone: { name: 'Phone, 360 px', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 720 px', styles: { width: '720px', height: '1000px' }, type: 'tablet' },
      },
    },
  },
  decorators: [
    (story, { globals, parameters, viewMode }) => {
      const theme = String(globals.theme);
      const width = typeof parameters.width === 'string' ? parameters.width : '32rem';
      // A page of its own takes the theme as a whole; on a docs page each story has its own ground.
      const page = document.documentElement.style;
      page.colorScheme = viewMode === 'docs' ? '' : theme;
      page.background = viewMode === 'docs' ? '' : 'canvas';
      document.body.style.background = 'none';
      const ground = viewMode === 'docs' ? 'margin: -1rem; padding: 1rem; background: canvas;' : '';
      return html`<div
        dir=${String(globals.direction)}
        style="color-scheme: ${theme}; color: canvastext; font-family: system-ui, sans-serif; ${ground}"
        @mf-action=${log}
        @mf-action-settled=${log}
        @mf-attachment=${log}
        @mf-auth-required=${log}
        @mf-card-removed=${log}
        @mf-diagnostics=${log}
        @mf-open=${logAndStay}
      >
        <div style="max-inline-size: ${width}">${story()}</div>
      </div>`;
    },
  ],
};

export default preview;
