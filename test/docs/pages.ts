/* The pages that people read, and what stands in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A block of code, as a page has it. */
export interface CodeBlock {
  /** The page, by its path in the repository. */
  readonly page: string;
  /** Where its code starts, from 1. */
  readonly line: number;
  readonly language: string;
  /**
   * The words after the language: `faulty` is a card with errors, `other` JSON that is not for this library, `lines` has a
   * JSON text on each line, and `elsewhere` are commands in a project of one's own.
   */
  readonly words: readonly string[];
  readonly code: string;
  /** The heading above it. */
  readonly heading: string;
}

/** `README.md`, `CONTRIBUTING.md`, `CHANGELOG.md`, and all of `docs/` and of the examples that is written by hand or by `npm run schema`. */
export function pages(): readonly string[] {
  return [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...['docs', 'examples', 'bench'].flatMap((folder) =>
      readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith('.md') && !/node_modules|^docs\/api\//.test(path))
        .sort(),
    ),
  ];
}

/** The text of a page. */
export function pageText(page: string): string {
  return readFileSync(resolve(root, page), 'utf8');
}

const FENCE = /^( *)(`{3,}|~{3,}) *([^`\n]*)$/;

/** The blocks between fences, in their order. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let heading = '';
  let open: { fence: string; indent: number; info: string; line: number; code: string[] } | null = null;
  for (const [i, text] of pageText(page).split('\n').entries()) {
    const [, indent = '', fence = '', info = ''] = FENCE.exec(text) ?? [];
    if (!open) {
      if (fence) open = { fence, indent: indent.length, info: info.trim(), line: i + 2, code: [] };
      else heading = /^#+ (.+)$/.exec(text)?.[1] ?? heading;
    } else if (fence.startsWith(open.fence) && !info) {
      const [language = '', ...words] = open.info.split(/\s+/);
      blocks.push({ page, line: open.line, language, words, code: `${open.code.join('\n')}\n`, heading });
      open = null;
    } else open.code.push(text.slice(open.indent));
  }
  if (open) throw new Error(`${page}:${open.line} a block of code has no end`);
  return blocks;
}

/** The text of a page without its blocks of code and its comments, on the same lines. */
export function prose(page: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return pageText(page)
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n *\2`* *$/gm, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, (text) => text.replace(/[[\]()<>]/g, '.'));
}

/** What GitHub makes of the headings of a page, and the ids that it gives itself. */
export function anchors(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const text = pageText(page).replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n *\2`* *$/gm, '');
  for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading
      .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase();
    const name = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    let unique = name;
    for (let i = 1; found.has(unique); i++) unique = `${name}-${i}`;
    found.add(unique);
  }
  for (const [, id = ''] of text.matchAll(/<[a-z][^>]* (?:id|name)="([^"]+)"/g)) found.add(id);
  return found;
}
