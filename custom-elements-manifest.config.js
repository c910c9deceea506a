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
