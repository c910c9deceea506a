import { listShared, readShared } from '../../scripts/shared-data.js';

/** Whether MF_SHARED names a folder of shared test data; use it as `describe.skipIf(!hasShared)`. */
export const hasShared = Boolean(process.env.MF_SHARED);

/** The text of a file of the shared test data, or null when there is no such data. */
export const sharedText: (path: string) => string | null = readShared;

/** The files of a folder of the shared test data and its subfolders, as paths for `sharedText`. */
export const sharedList: (dir: string) => string[] = listShared;
