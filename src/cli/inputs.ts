import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDynamicPattern } from 'tinyglobby';
import type { Host } from './host.js';

/** A text that is to be checked. */
export interface Input {
  /** As a reader of the report knows it: the path from the working folder, or `<stdin>`. */
  readonly name: string;
  /** `null` for the standard input. */
  readonly path: string | null;
  /** Relative to the working folder where the file is in it. */
  readonly uri: string;
}

export interface Inputs {
  /** In the order given, each once. */
  readonly inputs: readonly Input[];
  /** What was asked for in vain. */
  readonly problems: readonly string[];
}

/** Resolved, it would be the working folder. */
export const NO_NAME = 'The name of a file is empty. Is a variable not set?';

const STDIN: Input = { name: '<stdin>', path: null, uri: 'stdin' };

/** Finds the files that are meant by what stands on the command line. */
export async function findInputs(wanted: readonly string[], host: Host): Promise<Inputs> {
  const inputs = new Map<string | null, Input>();
  const problems: string[] = [];
  const add = (input: Input) => inputs.get(input.path) ?? inputs.set(input.path, input);
  for (const name of wanted) {
    if (name === '-') {
      add(STDIN);
      continue;
    }
    if (name.trim() === '') {
      problems.push(NO_NAME);
      continue;
    }
    const kind = await host.kindOf(resolve(host.cwd, name));
    if (kind === 'file') add(file(name, host));
    else if (kind === 'folder')
      problems.push(
        `${name} is a folder. Give files, or a pattern in quotes: "${name.replace(/\/$/, '')}/**/*.json"`,
      );
    else if (isDynamicPattern(name)) {
      const found = await host.glob(name);
      if (found.length === 0) problems.push(`No file matches ${name}`);
      for (const path of found) add(file(path, host));
    } else problems.push(`There is no file ${name}`);
  }
  if (wanted.length === 0) {
    if (host.typesInput) problems.push('Nothing to check. Give files, or pipe a text into it.');
    else add(STDIN);
  }
  return { inputs: [...inputs.values()], problems };
}

function file(given: string, { cwd }: Host): Input {
  const path = resolve(cwd, given);
  const inside = relative(cwd, path).split(sep);
  const outside = inside[0] === '..' || resolve(inside.join(sep)) === inside.join(sep);
  if (outside) return { name: given, path, uri: pathToFileURL(path).href };
  return { name: inside.join('/'), path, uri: inside.map(encodeURIComponent).join('/') };
}
