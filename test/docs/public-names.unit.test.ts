import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
// @ts-expect-error -- it has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

type Kind = 'members' | 'events' | 'slots' | 'cssStates' | 'cssParts' | 'cssProperties';
type Element = { readonly name: string; readonly tagName?: string } & Readonly<
  Partial<Record<Kind, readonly { readonly name: string }[]>>
>;
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Element[] }[];
}

/** Plugins of the analyzer write the data for editors to `dist/` on the way. */
const manifest = (await cli({
  argv: ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'],
  cwd: root,
  noWrite: true,
})) as unknown as Manifest;
const declared = manifest.modules.flatMap(({ declarations }) => declarations);
const elements = declared.filter(({ tagName }) => tagName);
const KINDS = ['members', 'events', 'slots', 'cssStates', 'cssParts', 'cssProperties'] as const;

/** Each public member of an element. That each that there is in the source is in the manifest: `manifest.unit.test.ts`. */
const members = elements.flatMap((element) =>
  KINDS.flatMap((kind) =>
    (element[kind] ?? []).map(({ name }) => ({ tag: element.tagName ?? '', kind, name })),
  ),
);
const told = ({ tag, kind, name }: (typeof members)[number]) => `${tag} ${kind} ${name}`;

it('has each public member of the elements in the reference', () => {
  const page = read('docs/reference.md');
  const missing = members.filter(({ tag, kind, name }) => {
    const section = page.split(`\n## \`<${tag}>\`\n`)[1]?.split('\n## ')[0] ?? '';
    const row = {
      members: `| \`${name}`,
      events: `| \`${name}\` |`,
      slots: name ? `| \`${name}\` |` : '| without a name |',
      cssStates: `| \`:state(${name})\` |`,
      cssParts: `| \`${name}\` |`,
      cssProperties: `| \`${name}\` |`,
    }[kind];
    return !section.includes(`\n${row}`);
  });
  console.log(`${members.length} public members of the elements: ${missing.length} are not in the reference`);
  expect(missing.map(told)).toEqual([]);
});

it('has each public member of the elements in the data for editors', () => {
  const [html = '', css = '', webTypes = ''] = [
    'vscode.html-custom-data.json',
    'vscode.css-custom-data.json',
    'web-types.json',
  ].map((name) => read(`dist/${name}`));
  const isIn = (text: string, name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);
  const missing = members.filter(({ kind, name }) => {
    const inStyles: Partial<Record<Kind, string>> = {
      cssStates: `":state(${name})"`,
      cssParts: `"::part(${name})"`,
      cssProperties: `"${name}"`,
    };
    const written = inStyles[kind];
    return written === undefined ? !isIn(html + webTypes, name) : !css.includes(written);
  });
  console.log(
    `${members.length} public members of the elements: ${missing.length} are in no data for editors`,
  );
  expect(missing.map(told)).toEqual([]);
});

/** What each entry exports, and whether something is said of it where it is declared. */
function exported() {
  const { exports } = JSON.parse(read('package.json')) as {
    exports: Record<string, { types?: string } | string | null>;
  };
  const entries = Object.entries(exports).flatMap(([entry, target]) =>
    target && typeof target === 'object' && target.types && !entry.includes('*')
      ? [{ entry, file: resolve(root, target.types.replace('./dist', 'src').replace('.d.ts', '.ts')) }]
      : [],
  );
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.build.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();
  return entries.flatMap(({ entry, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return (module ? checker.getExportsOfModule(module) : []).map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return { entry, name: symbol.name, words: target.getDocumentationComment(checker).length > 0 };
    });
  });
}

it('says something of each name that an entry exports', { timeout: 60_000 }, () => {
  const names = exported();
  expect(names.length).toBeGreaterThan(150);
  const silent = names.filter(({ words }) => !words);
  console.log(`${names.length} exported names: ${silent.length} of which nothing is said`);
  expect(silent.map(({ entry, name }) => `${entry} ${name}`)).toEqual([]);
});
