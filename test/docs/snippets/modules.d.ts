/* Modules that pages import and this repository does not have: files of a project, and frameworks. */
declare module '*.json' {
  const card: unknown;
  export default card;
}
declare module '*.css';
declare module '@vitejs/plugin-vue' {
  export default function vue(options: {
    template: { compilerOptions: { isCustomElement(tag: string): boolean } };
  }): import('vite').Plugin;
}
declare module '@angular/core' {
  export function Component(options: {
    selector: string;
    schemas?: unknown[];
    template: string;
  }): (target: abstract new () => object) => void;
  export const CUSTOM_ELEMENTS_SCHEMA: unknown;
  export function signal<T>(value: T): () => T;
}
declare module 'vue' {
  export function shallowRef<T>(value: T): { value: T };
}
declare module 'next/server' {
  export function connection(): Promise<void>;
}
declare module '*/cards' {
  export const Cards: import('react').FC<{ html: string }>;
}
