import type { Plugin } from 'vite';

export function packMessages(): Plugin;
