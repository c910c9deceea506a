import type { Plugin } from 'vite';

export function packMessages(names: readonly string[]): Plugin;
