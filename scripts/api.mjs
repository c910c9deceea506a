/*
 * The public surface as text, in `api/`: what each entry exports with its types, by API Extractor, and what the elements
 * have beside that, by the custom elements manifest. Who changes it says so by taking the new text; until then it fails.
 *
 *   npm run build && npm run api [-- --accept]
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { code, table } from './markdown.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'api');
const { accept } = parseArgs({ options: { accept: { type: 'boolean' } } }).values;
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

if (!existsSync(join(root, 'dist/index.d.ts'))) {
  console.error('There is no built package; npm run build makes it.');
  process.exit(1);
}

const temporary = mkdtempSync(join(tmpdir(), 'mf-card-api-'));
process.on('exit', () => rmSync(temporary, { recursive: true }));

const reports = { 'package.md': packageReport(), 'elements.md': elementsReport(), ...entryReports() };
const stale = existsSync(folder) ? readdirSync(folder).filter((name) => !(name in reports)) : [];
if (accept) {
  mkdirSync(folder, { recursive: true });
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder, name), text);
  console.log(`${Object.keys(reports).length} reports in api/`);
} else {
  const changed = [...Object.keys(reports).filter(differs), ...stale];
  if (changed.length > 0) {
    console.error(
      `\n✗ The public surface has changed: ${changed.join(', ')}. If that is meant, take it with npm run api:accept, and tell it to users: npx changeset`,
    );
    process.exitCode = 1;
  } else console.log(`${Object.keys(reports).length} reports of the public surface: no change`);
}

/** Whether a report is not the one that was taken; prints in what. */
function differs(name) {
  const taken = join(folder, name);
  if (existsSync(taken) && readFileSync(taken, 'utf8') === reports[name]) return false;
  const now = join(temporary, name);
  writeFileSync(now, reports[name]);
  try {
    const before = existsSync(taken) ? taken : '/dev/null';
    execFileSync('git', ['--no-pager', 'diff', '--no-index', '-U2', before, now], { stdio: 'inherit' });
  } catch {
    // It ends with 1 when there is a difference.
  }
  return true;
}

/** What can be imported, and what `npx` finds. */
function packageReport() {
  const { bin, exports } = packageJson;
  const rows = Object.entries(exports).map(([entry, target]) => {
    const file = target?.default ?? target;
    return [code(entry.replace('.', 'mf-card')), file ? file.replace('./', '') : 'not for use'];
  });
  const [beforeName, afterName] = exports['./messages/*'].default.replace('./', '').split('*');
  const languages = readdirSync(join(root, beforeName))
    .filter((name) => name.endsWith(afterName))
    .map((name) => basename(name, afterName))
    .filter((name) => exports[`./messages/${name}`] !== null);
  const exported = (name) =>
    [
      ...readFileSync(join(root, `dist/messages/${name}.d.ts`), 'utf8').matchAll(
        /^export (?:declare )?(?:const|function|type) (\w+)/gm,
      ),
    ].map(([, text]) => code(text));
  return [
    '# The package',
    table([['entry', 'file'], ...rows]),
    table([['command', 'file'], ...Object.entries(bin).map(([name, file]) => [code(name), file])]),
    table([
      ['file of `mf-card/messages/*`', 'exports'],
      ...languages.map((name) => [name, exported(name).join(', ')]),
    ]),
    `${table([['theme'], ...readdirSync(join(root, 'dist/themes')).map((name) => [name])])}\n`,
  ].join('\n\n');
}

/** What the elements have, without the words about it. */
function elementsReport() {
  const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort(byName((each) => each.tagName));
  return `# The elements\n\n${elements.map(elementReport).join('\n\n')}\n`;
}

function elementReport({ tagName, members, attributes, events, slots, cssParts, cssProperties, cssStates }) {
  const section = (title, list, cells) =>
    list?.length
      ? [table([[title, ...Array(cells(list[0]).length - 1).fill('')], ...list.sort(byName()).map(cells)])]
      : [];
  const type = (each) => (each.type?.text ? code(each.type.text.replace(/\s+/g, ' ')) : '');
  const words = ({ description = '' }) =>
    [...description.matchAll(/`([^`]+)`/g)].map(([, word]) => word).join(' ');
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `## \`<${tagName}>\``,
    ...section('property', fields, (each) => [
      each.name,
      type(each),
      [each.default && code(each.default), each.static && 'static', each.readonly && 'read only']
        .filter(Boolean)
        .join(', '),
    ]),
    ...section('attribute', attributes, (each) => [each.name, each.fieldName]),
    ...section('method', methods, (each) => [
      code(`${each.name}(${(each.parameters ?? []).map(({ name }) => name).join(', ')})`),
    ]),
    ...section('event', events, (each) => [each.name, type(each)]),
    ...section('slot', slots, (each) => [each.name || '(default)']),
    ...section('state', cssStates, (each) => [each.name]),
    ...section('part', cssParts, (each) => [each.name, words(each)]),
    ...section('token', cssProperties, (each) => [each.name, each.default ?? '']),
  ].join('\n\n');
}

function byName(nameOf = ({ name }) => name) {
  return (a, b) => (nameOf(a) < nameOf(b) ? -1 : 1);
}

/** What each entry with types exports: `mf-card/schema` in `schema.api.md`. */
function entryReports() {
  const entries = Object.entries(packageJson.exports).filter(
    ([entry, target]) => target?.types && !entry.includes('*'),
  );
  return Object.fromEntries(
    entries.map(([entry, { types }]) => {
      const name = `${entry.replace(/^\.\/?/, '').replaceAll('/', '-') || 'mf-card'}.api.md`;
      return [name, entryReport(name, resolve(root, types))];
    }),
  );
}

function entryReport(name, declarations) {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: {
          extends: './tsconfig.build.json',
          compilerOptions: { rootDir: 'dist' },
          include: [],
          files: [declarations],
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: name,
        reportFolder: temporary,
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = message.logLevel !== 'error';
    },
  });
  if (errorCount > 0) throw new Error(`API Extractor could not read ${declarations}`);
  // Words about a name are not a part of the surface.
  return readFileSync(join(temporary, name), 'utf8').replace(
    /^ *\/\/ \(undocumented\)\n| \(undocumented\)$/gm,
    '',
  );
}
