import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { minifyLiterals } from './scripts/minify-literals.js';
import { en } from './src/messages/en.js';
import { packMessages } from './scripts/pack-messages.js';

const root = import.meta.dirname;

/**
 * `npm start` serves the preview page, `vite build` the library, `vite build --mode bundle` all of it in one file,
 * `vite build --mode cli` the command line tool, `vite build --mode preview` the page that this serves.
 */
export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return preview;
  return { bundle, cli, preview }[mode] ?? library;
});

const preview: UserConfig = {
  root: resolve(root, 'src/preview'),
  plugins: [sampleMedia()],
  server: { host: '127.0.0.1', open: false, fs: { allow: [root] } },
  base: './',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: resolve(root, 'dist/preview'),
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'lit', test: /node_modules[\\/]@?lit/ }] },
        entryFileNames: 'preview.js',
        chunkFileNames: '[name].js',
        assetFileNames: 'preview[extname]',
      },
    },
  },
};

/** One language in each, and what makes and finds them. */
const messages = readdirSync(resolve(root, 'src/messages'))
  .map((name) => `messages/${name.replace('.ts', '')}`)
  .concat('elements/auto-messages');

const library: UserConfig = {
  plugins: [minifyLiterals(), packMessages(Object.keys(en))],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: resolve(root, 'dist'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    lib: {
      entry: {
        index: resolve(root, 'src/index.ts'),
        elements: resolve(root, 'src/elements/index.ts'),
        schema: resolve(root, 'src/schema/index.ts'),
        transports: resolve(root, 'src/transports/index.ts'),
        ssr: resolve(root, 'src/ssr/index.ts'),
        react: resolve(root, 'src/react.ts'),
        jsx: resolve(root, 'src/jsx.ts'),
        ...Object.fromEntries(messages.map((name) => [name, resolve(root, `src/${name}.ts`)])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)].map(
        (name) => new RegExp(`^${name}(/|$)`),
      ),
      // `use client` of `mf-card/react` stays where it is, at the top of a file of its own.
      checks: { moduleLevelDirective: false },
      // A file for each module: what is imported from the package brings along only the modules that it needs, as
      // `sideEffects` in package.json speaks of files.
      output: {
        preserveModules: true,
        preserveModulesRoot: resolve(root, 'src'),
        entryFileNames: '[name].js',
      },
    },
  },
};

const bundle: UserConfig = {
  plugins: [minifyLiterals()],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: resolve(root, 'dist'),
    emptyOutDir: false,
    sourcemap: true,
    lib: { entry: { 'mf-card.bundle': resolve(root, 'src/index.ts') }, formats: ['es'] },
    license: { fileName: 'mf-card.bundle.licenses.md' },
    rolldownOptions: {
      // `readCards` is exported here, and has to have its sentences at once.
      checks: { ineffectiveDynamicImport: false },
      // What a file that is loaded later shares with the bundle, such as Lit, stays in the bundle.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        // DOMPurify, which only rich text needs, stays a file of its own that is loaded when needed.
        chunkFileNames: ({ name }) =>
          name.includes('purify') ? 'mf-card.rich-text.js' : `mf-card.${name}.js`,
        // In its library mode Vite keeps the white space.
        minify: true,
      },
    },
  },
};

/** One file with all it needs, so that the package's dependencies stay those of a page. */
const cli: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    target: 'node20',
    outDir: resolve(root, 'dist'),
    emptyOutDir: false,
    ssr: resolve(root, 'src/cli/main.ts'),
    license: { fileName: 'cli.licenses.md' },
    rolldownOptions: { output: { entryFileNames: 'cli.js', codeSplitting: false } },
  },
};

/** Serves the pictures of the sample cards under the addresses that the cards give them, and builds them there. */
function sampleMedia(): Plugin {
  const folder = resolve(root, 'stories/cards/media');
  const types: Record<string, string> = {
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
  };
  return {
    name: 'sample-media',
    generateBundle() {
      for (const name of readdirSync(folder))
        this.emitFile({
          type: 'asset',
          fileName: `media/${name}`,
          source: readFileSync(resolve(folder, name)),
        });
    },
    configureServer({ middlewares }) {
      middlewares.use('/media', (request, response, next) => {
        const file = resolve(folder, `.${new URL(request.url ?? '/', 'http://localhost').pathname}`);
        const type = types[extname(file)];
        if (!type || !file.startsWith(folder) || !existsSync(file)) {
          next();
          return;
        }
        response.setHeader('content-type', type);
        createReadStream(file).pipe(response);
      });
    },
  };
}
