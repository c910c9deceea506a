import { resolve } from 'node:path';
import type { ExitCode } from './check.js';
import type { Host } from './host.js';
import { NO_NAME } from './inputs.js';
import type { PreviewServer, PreviewWanted } from './preview-server.js';

/** Where the page is unless somebody else is there, so that its address can be kept. */
const USUAL_PORT = 4870;

/** Shows a file, or the samples, in a page of this machine until the user ends it. */
export async function preview(
  name: string | undefined,
  { port }: { readonly port?: number },
  host: Host,
): Promise<ExitCode> {
  const file = name === undefined ? null : { name, path: resolve(host.cwd, name) };
  const problem = file && (await problemOf(file, host));
  if (problem) return refuse(problem, host);
  const server = await serve({ file, port: port ?? null }, host);
  if (!server) return refuse(`Port ${port} can't be had: something else has it. Give another, or none`, host);
  const shown = file ? `${file.name} is` : 'Sample cards are';
  const again = file ? ', and again after each change' : '';
  host.out(`${shown} shown at ${server.address}${again}. Ctrl+C ends it.\n`);
  await host.untilStopped();
  await server.close();
  return 0;
}

function refuse(problem: string, host: Host): ExitCode {
  host.err(`mf-card: ${problem}\n`);
  return 2;
}

async function problemOf(
  { name, path }: NonNullable<PreviewWanted['file']>,
  host: Host,
): Promise<string | null> {
  if (name === '-')
    return 'preview watches a file, and the standard input is none. Save it, and give its name';
  if (name.trim() === '') return NO_NAME;
  const kind = await host.kindOf(path);
  if (kind === null) return `There is no file ${name}`;
  return kind === 'folder' ? `${name} is a folder. Give one file` : null;
}

/** @returns `null` when the port that was asked for is taken. */
async function serve({ file, port }: PreviewWanted, host: Host): Promise<PreviewServer | null> {
  for (const one of port === null ? [USUAL_PORT, null] : [port])
    try {
      return await host.serve({ file, port: one });
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  return null;
}
