import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { servePreview, type PreviewServer, type PreviewWanted } from './preview-server.js';

/** What the tool needs of the machine it runs on. Tests give another one. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody would have to type what is read from the standard input. */
  readonly typesInput: boolean;
  /** Whether the output goes to a terminal, and how wide that is. */
  readonly terminal: boolean;
  readonly columns: number | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  /** @throws Error when the file can't be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | null>;
  /** The files that match a pattern, as paths relative to `cwd`, in alphabetical order. */
  readonly glob: (pattern: string) => Promise<string[]>;
  /** @throws Error with the code `EADDRINUSE` when the port is taken. */
  readonly serve: (wanted: PreviewWanted) => Promise<PreviewServer>;
  /** Until the user wants the tool to end. */
  readonly untilStopped: () => Promise<void>;
}

export const nodeHost: Host = {
  cwd: process.cwd(),
  env: process.env,
  typesInput: process.stdin.isTTY,
  terminal: process.stdout.isTTY,
  columns: process.stdout.columns,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: () => buffer(process.stdin),
  readFile: (path) => readFile(path),
  kindOf: async (path) => {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch {
      return null;
    }
  },
  glob: async (pattern) =>
    (
      await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
        ignore: ['**/node_modules/**'],
        expandDirectories: false,
      })
    ).sort(),
  serve: (wanted) => servePreview(fileURLToPath(new URL('./preview/', import.meta.url)), wanted),
  untilStopped: () =>
    new Promise((stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    }),
};
