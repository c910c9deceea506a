import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/*
 * The environment variable MF_SHARED names a folder of cards and rules that several projects test against. It is no
 * part of this repository: tests that need it are skipped where it is not.
 */

/** The text of a file of the shared test data, or null when there is no such data. */
export function readShared(path) {
  const file = inShared(path);
  return file === null ? null : readFileSync(file, 'utf8');
}

/** The files of a folder of the shared test data and its subfolders, as paths for `readShared`; none when there is no such data. */
export function listShared(dir) {
  const folder = inShared(dir);
  if (folder === null) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => resolve(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(resolve(process.env.MF_SHARED), file).replaceAll(sep, '/'))
    .sort();
}

function inShared(path) {
  if (!process.env.MF_SHARED) return null;
  const folder = resolve(process.env.MF_SHARED);
  if (!existsSync(folder)) throw new Error(`MF_SHARED names ${folder}, which does not exist`);
  const target = resolve(folder, path);
  if (target !== folder && !target.startsWith(folder + sep))
    throw new Error(`${path} is outside the shared test data`);
  return target;
}
