/** Writes what the elements offer (properties, events, parts, …) to `dist/custom-elements.json`. */
export default {
  globs: ['src/elements/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publishedPaths()],
};

/** The sources are not published: what they declare is found in `dist/elements.js`. */
function publishedPaths() {
  const published = 'dist/elements.js';
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const modules = manifest.modules;
      for (const declaration of modules.flatMap(({ declarations = [] }) => declarations))
        keepPublic(declaration);
      const merged = { kind: 'javascript-module', path: published, declarations: [], exports: [] };
      for (const { declarations = [], exports = [] } of modules) {
        merged.declarations.push(...declarations);
        merged.exports.push(...exports.filter(({ declaration }) => declaration && !declaration.package));
      }
      manifest.modules = [
        JSON.parse(JSON.stringify(merged).replace(/"src\/elements\/[^"]+\.[jt]s"/g, `"${published}"`)),
      ];
      const seen = new Set();
      const [module] = manifest.modules;
      module.exports = module.exports.filter(
        ({ kind, name }) => !seen.has(`${kind} ${name}`) && seen.add(`${kind} ${name}`),
      );
    },
  };
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
