import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { anchor } from '../../scripts/markdown.mjs';
import { builtPackage } from '../built-package.mjs';
import { liveExamples } from '../live-examples.mjs';
import { pageLinks } from '../page-links.mjs';
import { apiSidebar, docsSidebar } from '../sidebar.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { plugin, copyTo } = builtPackage(root);

/** Where each page of the repository is found on the site: `docs/` is the root, the home page is the site's own. */
const rewrites = {
  'site/home.md': 'index.md',
  'docs/README.md': 'all-pages.md',
  'docs/decisions/README.md': 'decisions/index.md',
  'docs/:path(.*)': ':path(.*)',
  'CONTRIBUTING.md': 'contributing.md',
  'CHANGELOG.md': 'changelog.md',
  'bench/README.md': 'bench/index.md',
  'examples/:name/README.md': 'examples/:name/index.md',
};

export default defineConfig({
  title: 'mf-card',
  description: 'Web components that show Mobile Flows cards',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  srcDir: root,
  srcExclude: [
    'README.md',
    '.*/**',
    'api/**',
    'src/**',
    'test/**',
    'stories/**',
    'dist/**',
    'reports/**',
    'storybook-static/**',
  ],
  outDir: 'dist',
  rewrites,
  lastUpdated: false,
  buildEnd: ({ outDir }) => copyTo(outDir),
  head: [['link', { rel: 'icon', href: `${process.env.SITE_BASE ?? '/'}favicon.svg` }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('mf-') } } },
  vite: {
    configFile: false,
    publicDir: `${root}.storybook/brand`,
    plugins: [plugin],
    build: { chunkSizeWarningLimit: 2000 },
  },
  markdown: {
    linkify: false,
    // The anchors that the repository's own pages have.
    anchor: { slugify: anchor },
    headers: { slugify: anchor },
    theme: { light: 'github-light', dark: 'github-dark' },
    languageAlias: { kotlin: 'java', swift: 'ts' },
    config(md) {
      pageLinks(md, root);
      liveExamples(md);
      // Braces in code are those of a card or a framework, and none of this site's.
      md.core.ruler.push('verbatim-code', ({ tokens }) => {
        for (const { children } of tokens)
          for (const token of children ?? []) if (token.type === 'code_inline') token.attrSet('v-pre', '');
      });
    },
  },
  themeConfig: {
    logo: { light: '/favicon.svg', dark: '/favicon.svg', alt: '' },
    nav: [
      {
        text: 'Guide',
        link: '/getting-started',
        activeMatch: '^/(?!api/|card-format|chat-format|requests|editor|cli|diagnostics|changelog|$)',
      },
      {
        text: 'Cards',
        link: '/card-format',
        activeMatch: '^/(card-format|chat-format|requests|editor|cli|diagnostics)',
      },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      { text: 'Changelog', link: '/changelog' },
    ],
    sidebar: { '/api/': apiSidebar(root), '/': docsSidebar(root) },
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
    footer: { message: 'MIT licence' },
  },
});
