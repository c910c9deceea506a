import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What makes code or markup of a text. */
const SINKS = {
  eval: /(?<![\w$.])eval\s*\(/g,
  'new Function': /new Function\b|(?<![\w$.])Function\s*\(/g,
  'timer of a text': /set(?:Timeout|Interval)\(\s*["'`]/g,
  innerHTML: /\.innerHTML\s*=(?!=)/g,
  outerHTML: /\.outerHTML\s*=(?!=)/g,
  insertAdjacentHTML: /\.insertAdjacentHTML\s*\(/g,
  'document.write': /document\.write(?:ln)?\s*\(/g,
  setHTMLUnsafe: /setHTMLUnsafe\s*\(/g,
  createContextualFragment: /createContextualFragment\s*\(/g,
  srcdoc: /srcdoc\s*=/g,
  'unsafe directives': /unsafe(?:HTML|SVG|MathML|Static)\s*[(`]/g,
  'style attribute': /<[a-z][^<>]*\sstyle=/g,
};

/** @returns the lines of the sinks in a built file: `{ eval: 0, innerHTML: 1, … }`. */
export function sinksIn(text) {
  return Object.fromEntries(
    Object.entries(SINKS).map(([name, sink]) => [name, text.match(sink)?.length ?? 0]),
  );
}

/** The built files that a page can load, by name. Not the command line tool, which no page loads. */
export function pageFiles(dist) {
  return Object.fromEntries(
    readdirSync(dist, { recursive: true })
      .filter((name) => name.endsWith('.js') && name !== 'cli.js')
      .map((name) => [name, readFileSync(resolve(dist, name), 'utf8')]),
  );
}

/**
 * Where there are sinks all the same. Lit makes an element `template` of what stands in its templates, which are code;
 * DOMPurify parses where there is no DOMParser.
 */
export const ALLOWED_SINKS = {
  'mf-card.bundle.js': { innerHTML: 1 },
  'mf-card.rich-text.js': { innerHTML: 1 },
  'preview/lit.js': { innerHTML: 1 },
  'preview/rich-text.js': { innerHTML: 1 },
};
