import { defineConfig } from 'vite';

export default defineConfig({
  // A dependency that is found while the stories run would reload the page under them.
  optimizeDeps: {
    include: [
      '@lit/context',
      'dompurify',
      'lit',
      'lit/decorators.js',
      'lit/directive-helpers.js',
      'lit/directives/*.js',
      'storybook/preview-api',
      'storybook/theming/create',
      'zod/mini',
    ],
  },
});
