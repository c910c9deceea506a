import type { Host } from '../../src/cli/host.js';
import { run } from '../../src/cli/program.js';

export interface FakeHost {
  /** Texts or bytes, by their path in `/cards`. A folder is there when a file in it is. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The ports that something else has. */
  readonly taken?: readonly number[];
}

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the tool on a machine with these files, in the folder `/cards`. */
export async function mfCard(
  argv: readonly string[],
  { files = {}, stdin, terminal = false, columns, env = {}, taken = [] }: FakeHost = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const paths = Object.keys(files);
  const host: Host = {
    cwd: '/cards',
    env,
    typesInput: stdin === undefined,
    terminal,
    columns,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    readInput: () => Promise.resolve(bytes(stdin ?? '')),
    readFile: (path) => {
      const file = files[path.replace('/cards/', '')];
      return file === undefined
        ? Promise.reject(new Error('EACCES: permission denied'))
        : Promise.resolve(bytes(file));
    },
    kindOf: (path) => {
      const name = path.replace('/cards/', '');
      if (paths.includes(name) || name === 'locked.json') return Promise.resolve('file');
      return Promise.resolve(paths.some((file) => file.startsWith(`${name}/`)) ? 'folder' : null);
    },
    glob: (pattern) => {
      const [start = '', end = ''] = pattern.split(/\*+/).filter(Boolean);
      return Promise.resolve(paths.filter((path) => path.startsWith(start) && path.endsWith(end)).sort());
    },
    serve: ({ port }) =>
      port !== null && taken.includes(port)
        ? Promise.reject(Object.assign(new Error('listen'), { code: 'EADDRINUSE' }))
        : Promise.resolve({ address: `http://127.0.0.1:${port ?? 50_000}/`, close: () => Promise.resolve() }),
    untilStopped: () => Promise.resolve(),
  };
  const exit = await run(argv, host);
  return { exit, out, err };
}

function bytes(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
