/*
 * The built package beside the site, so that the examples run on what is published: the bundle under
 * `/mf-card/`, the JSON Schemas under `/schema/`.
 */
import { cpSync, createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param root - the repository.
 * @returns for Vite, a plugin that serves it; for the built site, what copies it.
 */
export function builtPackage(root) {
  const served = new Map([
    ...filesIn('dist', /^mf-card\.[\w.-]*js$/, 'mf-card'),
    ...filesIn('dist/themes', /\.css$/, 'mf-card/themes'),
    ...filesIn('schema', /\.json$/, 'schema'),
  ]);
  const plugin = {
    name: 'built-package',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = served.get(new URL(request.url, 'http://localhost').pathname.slice(1));
        if (!file) return next();
        const types = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
        response.setHeader('content-type', types[file.split('.').pop()]);
        createReadStream(file).pipe(response);
      });
    },
  };

  const copyTo = (folder) => {
    for (const [address, file] of served) cpSync(file, join(folder, address));
  };
  return { plugin, copyTo };

  function filesIn(folder, pattern, address) {
    const path = join(root, folder);
    if (!existsSync(path)) throw new Error(`There is no ${folder}; npm run build makes it.`);
    return readdirSync(path)
      .filter((name) => pattern.test(name))
      .map((name) => [`${address}/${name}`, join(path, name)]);
  }
}
