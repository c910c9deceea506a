import { executeServerCommand } from '@web/test-runner-commands';

export const NO_SHARED = 'MF_SHARED names no shared test data';

/** The text of a file of the shared test data, or null when there is no such data: then the test is skipped for `NO_SHARED`. */
export async function sharedText(path: string): Promise<string | null> {
  return (await executeServerCommand<{ text: string | null }, { path: string }>('read-shared', { path }))
    .text;
}

/** The files of a folder of the shared test data and its subfolders, as paths for `sharedText`; none when there is no such data. */
export async function sharedList(dir: string): Promise<string[]> {
  return (await executeServerCommand<{ files: string[] }, { dir: string }>('list-shared', { dir })).files;
}
