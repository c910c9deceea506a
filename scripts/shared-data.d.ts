export function readShared(path: string): string | null;
export function listShared(dir: string): string[];
