import { defineConfig, globalIgnores } from 'eslint/config';
import css from '@eslint/css';
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

const unsafeTemplates = {
  group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html.js'],
  message: 'Text that comes from a card must not become markup.',
};

const unsafeMembers = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map(
  (property) => ({
    property,
    message: 'Text that comes from a card must not become markup.',
  }),
);

/** What would not turn round with the direction of a text, as a property or a value. */
const physical =
  '(^|[\\s;{])((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)|(min-|max-)?(width|height)|left|right|top|bottom|border-(top|bottom)-(left|right)-radius)(-[a-z]+)?\\s*:|(float|clear|text-align)\\s*:\\s*(left|right)';

export default defineConfig(
  globalIgnores([
    'dist',
    'docs/api',
    'site/dist',
    'site/.vitepress/cache',
    'storybook-static',
    'coverage',
    'reports',
    'schema',
    // Projects of their own, with tools of their own.
    'examples/frameworks/*/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs,ts}'], extends: [js.configs.recommended] },
  {
    files: ['src/**/*.css'],
    plugins: { css },
    language: 'css/css',
    languageOptions: { tolerant: true },
    rules: { 'css/prefer-logical-properties': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Lit binds the listeners of a template to its host.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "zod/mini is a third of its size: import * as z from 'zod/mini'." },
            { name: 'dompurify', message: 'Only src/view/rich-text.ts loads it.' },
          ],
          patterns: [unsafeTemplates],
        },
      ],
      'no-restricted-properties': ['error', ...unsafeMembers, { object: 'document', property: 'write' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)=/]',
          message: 'Text that comes from a card must not become markup.',
        },
        {
          selector: `TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/${physical}/]`,
          message:
            'By logical properties only, so that a card turns round with its language: inline-size, inset-inline-start, …',
        },
      ],
    },
  },
  {
    files: ['src/view/rich-text.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [unsafeTemplates] }] },
  },
  {
    files: ['src/cli/**/*.ts'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // chai's `equal`, which a plugin types as a promise
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // chai: expect(…).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: [
      'examples/**/*.js',
      'bench/contestants/*.js',
      'bench/page/*.js',
      'scripts/check-axe.mjs',
      'scripts/check-layout.mjs',
      'scripts/frameworks/*.mjs',
      'scripts/safety/page/**/*.js',
      'scripts/screenshots.mjs',
      'scripts/visual/stories.mjs',
      'site/.vitepress/theme/*.mjs',
    ],
    languageOptions: { globals: globals.browser },
  },
);
