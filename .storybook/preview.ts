import type { Preview, StoryContext } from '@storybook/web-components-vite';
import { html } from 'lit';
import { action } from 'storybook/actions';
import { emitTransformCode, useEffect } from 'storybook/preview-api';
import { setServerTime } from '../src/index.js';
import { STORY_TIME } from '../stories/clock.js';
import { snippetOf } from '../stories/snippet.js';
import { argTypesOf, descriptionOf, type Manifest } from './arg-types.js';
import docsPage from './docs-page.mdx';
import { light } from './look.js';

// Written by `npm run manifest`. Without it the stories work all the same; the tables of their docs stay empty.
const [manifest = { modules: [] }] = Object.values(
  import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' }),
);

/** A host's page behind its cards. */
const GROUND = 'light-dark(#f4f6fa, #13161b)';

/** What a theme's file holds, by its name. */
const themes = Object.entries(
  import.meta.glob<string>('../src/themes/*.css', { eager: true, query: '?inline', import: 'default' }),
).map(([path, css]) => ({ name: path.replace(/^.*\/|\.css$/g, ''), css }));

function themeOf(name: unknown) {
  const theme = themes.find((one) => one.name === name);
  return theme
    ? html`<style>
        ${theme.css}
      </style>`
    : '';
}

const languages = [
  { tag: 'en', title: 'English', dir: 'ltr' },
  { tag: 'de', title: 'Deutsch', dir: 'ltr' },
  { tag: 'fr', title: 'Français', dir: 'ltr' },
  { tag: 'es', title: 'Español', dir: 'ltr' },
  { tag: 'pt-BR', title: 'Português', dir: 'ltr' },
  { tag: 'ja', title: '日本語', dir: 'ltr' },
  { tag: 'zh-CN', title: '简体中文', dir: 'ltr' },
  { tag: 'ar', title: 'العربية', dir: 'rtl' },
  { tag: 'he', title: 'עברית', dir: 'rtl' },
] as const;

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
    scheme: {
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
    theme: {
      description: 'Theme of the page',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'default', title: 'Theme: default' },
          ...themes.map(({ name }) => ({ value: name, title: `Theme: ${name}` })),
        ],
      },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: languages.map(({ tag, title }) => ({ value: tag, title, right: tag })),
      },
    },
  },
  initialGlobals: { scheme: 'light', theme: 'default', language: 'en' },
  // Dates are told as from the same moment, whenever a story is opened.
  beforeEach: () => setServerTime(STORY_TIME),
  parameters: {
    layout: 'padded',
    // A violation fails the story's test.
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: {
      include: ['card', 'cards', 'headingLevel', 'timeZone', 'maxRows', 'loading', 'host'],
    },
    docs: {
      page: docsPage,
      theme: light,
      extractArgTypes: (tagName: string) => argTypesOf(tagName, manifest),
      extractComponentDescription: (tagName: string) => descriptionOf(tagName, manifest),
      codePanel: true,
      // A card is given as a property, which no HTML shows: the code is what one pastes into a page.
      source: {
        type: 'code',
        language: 'html',
        transform: (code: string, { args }: StoryContext) => snippetOf(args) ?? code,
      },
    },
    options: {
      storySort: {
        order: [
          'Start here',
          ['Welcome', 'In five minutes', 'Map'],
          'Cards',
          ['Overview', 'Informational', 'Actionable', 'Chat', 'Contextual'],
          'Connectors',
          [
            'About',
            'Approvals',
            'Sales',
            'Cases and tickets',
            'Tasks',
            'Mentions',
            'Learning and documents',
            'Chatbots',
          ],
          'Fields',
          ['Header', 'Body'],
          'Actions',
          ['Life cycle', 'Forms', 'In time'],
          'Feed',
          'Themes',
          'Tokens',
          'Languages',
          'Faults',
          'Hosts',
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
    (story, context) => {
      const { globals, parameters, viewMode } = context;
      const scheme = String(globals.scheme);
      const width = typeof parameters.width === 'string' ? parameters.width : '32rem';
      const { tag, dir } = languages.find((one) => one.tag === globals.language) ?? languages[0];
      // A page of its own takes the scheme as a whole; on a docs page each story has its own ground.
      const inDocs = viewMode === 'docs';
      const page = document.documentElement.style;
      page.colorScheme = inDocs ? '' : scheme;
      page.background = inDocs ? '' : GROUND;
      document.body.style.background = 'none';
      useEffect(() => {
        // What there is no code for is shown as its story is written.
        if (snippetOf(context.args)) void emitTransformCode(' ', context);
      });
      return html`<div
        lang=${tag}
        dir=${dir}
        style="color-scheme: ${scheme}; color: canvastext; font-family: system-ui, sans-serif; ${
          inDocs ? `margin: -1rem; padding: 1rem; background: ${GROUND}` : ''
        }"
        @mf-action=${log}
        @mf-action-settled=${log}
        @mf-attachment=${log}
        @mf-auth-required=${log}
        @mf-card-removed=${log}
        @mf-diagnostics=${log}
        @mf-load-more=${log}
        @mf-open=${logAndStay}
      >
        ${themeOf(globals.theme)}
        <div style="max-inline-size: ${width}">${story()}</div>
      </div>`;
    },
  ],
};

export default preview;
