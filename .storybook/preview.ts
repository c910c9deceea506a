import type { Preview, StoryContext } from '@storybook/web-components-vite';
import { ContextProvider, type Context } from '@lit/context';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { action } from 'storybook/actions';
import { emitTransformCode, useEffect } from 'storybook/preview-api';
import { messagesContext, setServerTime, type Messages } from '../src/index.js';
import { ar } from '../src/messages/ar.js';
import { de } from '../src/messages/de.js';
import { en } from '../src/messages/en.js';
import { es } from '../src/messages/es.js';
import { fr } from '../src/messages/fr.js';
import { he } from '../src/messages/he.js';
import { ja } from '../src/messages/ja.js';
import { pseudo } from '../src/messages/pseudo.js';
import { ptBR } from '../src/messages/pt-BR.js';
import { zhCN } from '../src/messages/zh-CN.js';

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

/** The files of the themes, by their names. What has the name `neutral` is there without any. */
const themes = Object.entries(
  import.meta.glob<string>(['../src/themes/*.css', '!**/neutral.css'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).map(([path, css]) => ({ name: path.replace(/^.*\/|\.css$/g, ''), css }));

const languages = [
  { tag: 'en', title: 'English', dir: 'ltr', messages: en },
  { tag: 'de', title: 'Deutsch', dir: 'ltr', messages: de },
  { tag: 'fr', title: 'Français', dir: 'ltr', messages: fr },
  { tag: 'es', title: 'Español', dir: 'ltr', messages: es },
  { tag: 'pt-BR', title: 'Português', dir: 'ltr', messages: ptBR },
  { tag: 'ja', title: '日本語', dir: 'ltr', messages: ja },
  { tag: 'zh-CN', title: '简体中文', dir: 'ltr', messages: zhCN },
  { tag: 'ar', title: 'العربية', dir: 'rtl', messages: ar },
  { tag: 'he', title: 'עברית', dir: 'rtl', messages: he },
  { tag: 'en-XA', title: 'Pseudo', dir: 'ltr', messages: pseudo },
] as const;

type Texts = Context<unknown, Partial<Messages> | null>;

/** Which provider stands at the ground of a story. */
const providers = new WeakMap<Element, ContextProvider<Texts>>();

/** Hands the texts of a language to the cards of a story, as a host that has loaded them does. */
function speak(ground: Element | undefined, messages: Messages) {
  if (!(ground instanceof HTMLElement)) return;
  const provider = providers.get(ground);
  if (provider) provider.setValue(messages);
  else
    providers.set(
      ground,
      new ContextProvider(ground as never, { context: messagesContext, initialValue: messages }),
    );
}

/** The story that is shown. */
let shown = '';

/** Dates are told as from the same moment whenever a story is opened; a toolbar takes back no time that has gone by in it. */
function setTime({ id, canvasElement }: StoryContext) {
  if (id === shown && canvasElement.firstElementChild) return;
  shown = id;
  setServerTime(STORY_TIME);
}

/** Tells of an event in the panel "Actions". */
const log = (event: Event) => {
  action(event.type)(event);
};

/** The links of the sample cards lead nowhere. */
const logAndStay = (event: Event) => {
  event.preventDefault();
  log(event);
};

/** What a story has written itself, where its arguments do not make it. */
function codeOf({ args, parameters }: StoryContext): string | null {
  return typeof parameters.snippet === 'string' ? parameters.snippet : snippetOf(args);
}

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
        items: ['neutral', ...themes.map(({ name }) => name)].map((name) => ({
          value: name,
          title: `Theme: ${name}`,
        })),
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
  initialGlobals: { scheme: 'light', theme: 'neutral', language: 'en' },
  beforeEach: setTime,
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
        transform: (code: string, context: StoryContext) => codeOf(context) ?? code,
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
      const { tag, dir, messages } = languages.find((one) => one.tag === globals.language) ?? languages[0];
      // A page of its own takes the scheme as a whole; on a docs page each story has its own ground.
      const inDocs = viewMode === 'docs';
      const page = document.documentElement.style;
      page.colorScheme = inDocs ? '' : scheme;
      page.background = inDocs ? '' : GROUND;
      document.body.style.background = 'none';
      useEffect(() => {
        // What there is no code for is shown as its story is written.
        if (codeOf(context)) void emitTransformCode(' ', context);
      });
      return html`<div
        ${ref((ground) => speak(ground, messages))}
        lang=${tag}
        data-mf-theme=${String(globals.theme)}
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
        @mf-invalid=${log}
        @mf-load-more=${log}
        @mf-open=${logAndStay}
      >
        <style>
          .page-control {
            box-sizing: border-box;
            max-inline-size: 100%;
            padding: 0.5rem 0.875rem;
            border: 1px solid light-dark(#8b93a1, #6d7685);
            border-radius: 0.5rem;
            background: light-dark(#fff, #1b1f27);
            color: inherit;
            font: inherit;
          }
          ${themes.find(({ name }) => name === globals.theme)?.css ?? ''}
        </style>
        <div style="max-inline-size: ${width}">${story()}</div>
      </div>`;
    },
  ],
};

export default preview;
