import { readFileSync, writeFileSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'dist';

/**
 * Writes what the elements offer (properties, events, parts, …) to `dist/custom-elements.json`, and what follows from it
 * for editors: VS Code's custom data, and web-types for JetBrains.
 */
export default {
  globs: ['src/elements/*.ts'],
  outdir,
  litelement: true,
  plugins: [
    publishedPaths(),
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, hideLogs: true, packageJson: false }),
    completeStyles(),
  ],
};

/** The sources are not published: what they declare is found in `dist/elements.js`, and defined by `dist/index.js`. */
function publishedPaths() {
  const published = 'dist/elements.js';
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const names = exportedNames(manifest);
      const declarations = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter(({ name }) => names.has(name));
      for (const declaration of declarations) keepPublic(declaration);
      passOn(declarations);
      const inPackage = (name) => ({ name, module: published });
      const exports = declarations.map(({ name }) => ({ kind: 'js', name, declaration: inPackage(name) }));
      const definitions = declarations
        .filter(({ tagName }) => tagName)
        .map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: inPackage(name),
        }));
      manifest.modules = [
        JSON.parse(
          JSON.stringify({ kind: 'javascript-module', path: published, declarations, exports }).replace(
            /"src\/elements\/[^"]+\.[jt]s"/g,
            `"${published}"`,
          ),
        ),
        { kind: 'javascript-module', path: 'dist/index.js', declarations: [], exports: definitions },
      ];
    },
  };
}

/** What the entry exports of the modules beside it. */
function exportedNames({ modules }) {
  const exportsOf = (path) => modules.find((module) => module.path === path)?.exports ?? [];
  return new Set(
    exportsOf('src/elements/index.ts').flatMap(({ name, declaration }) =>
      name === '*'
        ? exportsOf(declaration.module.replace('./', 'src/elements/').replace(/\.js$/, '.ts')).map(
            (one) => one.name,
          )
        : [name],
    ),
  );
}

/** Leaves out what is private, and the events that the analyzer makes up from the first arguments of `new Mf…Event(…)`. */
function keepPublic(declaration) {
  const { members, events } = declaration;
  if (members)
    declaration.members = members.filter(
      ({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#'),
    );
  if (events) declaration.events = events.filter(({ description }) => description !== undefined);
}

/** The events of a card bubble through its feed, and its parts and tokens can be styled through it. */
function passOn(declarations) {
  const [card, feed] = ['mf-card', 'mf-card-feed'].map((tag) =>
    declarations.find(({ tagName }) => tagName === tag),
  );
  for (const kind of ['events', 'cssParts', 'cssProperties']) {
    const own = feed[kind] ?? [];
    const known = new Set(own.map(({ name }) => name));
    feed[kind] = [...own, ...card[kind].filter(({ name }) => !known.has(name))];
  }
}

/** A part or a token of both elements is one completion in a style sheet; states, which the plugins pass over, are some, too. */
function completeStyles() {
  const unique = (list) => list.filter(({ name }, i) => list.findIndex((one) => one.name === name) === i);
  const rewrite = (file, listsOf) => {
    const data = JSON.parse(readFileSync(`${outdir}/${file}`, 'utf8'));
    const lists = listsOf(data);
    for (const name of Object.keys(lists)) if (Array.isArray(lists[name])) lists[name] = unique(lists[name]);
    writeFileSync(`${outdir}/${file}`, JSON.stringify(data, null, 2));
  };
  return {
    name: 'complete-styles',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const states = modules.flatMap(({ declarations }) =>
        declarations.flatMap(({ cssStates = [] }) => cssStates),
      );
      const pseudoClasses = (colon) =>
        states.map(({ name, description }) => ({ name: `${colon}state(${name})`, description }));
      rewrite('vscode.css-custom-data.json', (data) =>
        Object.assign(data, { pseudoClasses: pseudoClasses(':') }),
      );
      rewrite('web-types.json', ({ contributions }) =>
        Object.assign(contributions.css, { 'pseudo-classes': pseudoClasses('') }),
      );
    },
  };
}
