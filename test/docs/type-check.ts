/* Type-checks code of the pages against the sources. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'test/docs/snippets');

/** Code by itself, with the name that it gets in reports. */
export interface Snippet {
  readonly name: string;
  readonly kind: 'js' | 'jsx' | 'ts' | 'tsx';
  readonly code: string;
}

/** What a strict program asks of types that JavaScript has no way to write. */
const OF_TYPES_ONLY = new Set([7005, 7006, 7019, 7031, 7034, 18046, 18047, 18048, 18049, 2531, 2532]);

/**
 * What TypeScript says about snippets, each a module of its own; all of them in one program. `mf-card` and its entries are
 * the sources. `snippets/given.d.ts` has what pages take for granted, such as `feed`.
 *
 * @returns `name:line message`, the line within the snippet, from 1.
 */
export function typeCheck(snippets: readonly Snippet[]): readonly string[] {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = new Map(
    snippets.map((snippet, i) => [resolve(folder, `${i}.${snippet.kind}`), snippet] as const),
  );
  const program = ts.createProgram({
    rootNames: ['given.d.ts', 'modules.d.ts'].map((name) => resolve(folder, name)).concat(...files.keys()),
    options: {
      ...options,
      allowJs: true,
      checkJs: true,
      erasableSyntaxOnly: false,
      exactOptionalPropertyTypes: false,
      experimentalDecorators: true,
      jsx: ts.JsxEmit.ReactJSX,
      noUncheckedIndexedAccess: false,
      paths: { ...entries(), 'mf-card': ['./src/index.ts'] },
      types: ['node', 'vite/client'],
      verbatimModuleSyntax: false,
    },
    host: hostWith(files, options),
  });
  return [...files].flatMap(([path, { name, kind }]) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.flatMap(({ code, messageText, start = 0 }) => {
      const message = ts.flattenDiagnosticMessageText(messageText, ' ');
      const isOfTypesOnly = OF_TYPES_ONLY.has(code) || / '(null|undefined)' is not assignable/.test(message);
      if (kind.startsWith('js') && isOfTypesOnly) return [];
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return [`${name}:${line} ${message} (${code})`];
    });
  });
}

/** The entries of the package that are not its main one. */
function entries(): Record<string, string[]> {
  const sources = readdirSync(resolve(root, 'src'), { withFileTypes: true });
  return Object.fromEntries(
    sources.flatMap((entry) => {
      const name = entry.name.replace(/\.ts$/, '');
      if (name === 'messages')
        return [
          ['mf-card/messages/auto', ['./src/elements/auto-messages.ts']],
          ['mf-card/messages/*', ['./src/messages/*.ts']],
        ];
      if (entry.isFile()) return [[`mf-card/${name}`, [`./src/${entry.name}`]]];
      const index = `src/${name}/index.ts`;
      return existsSync(resolve(root, index)) ? [[`mf-card/${name}`, [`./${index}`]]] : [];
    }),
  );
}

function hostWith(files: ReadonlyMap<string, Snippet>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => text(files.get(path)) ?? host.readFile(path),
    getSourceFile(path, target) {
      const code = text(files.get(path));
      return code === undefined ? host.getSourceFile(path, target) : ts.createSourceFile(path, code, target);
    },
  };
}

/** A module, whatever it exports. */
function text(snippet: Snippet | undefined): string | undefined {
  return snippet && `${snippet.code}\nexport {};\n`;
}
