import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { HtmlValidate } from 'html-validate';
import { parse as parseJsonc, type ParseError } from 'jsonc-parser';
import { chatParts } from '../../src/schema/chat-member-docs.js';
import { cardParts } from '../../src/schema/member-docs.js';
import { readCards } from '../../src/schema/index.js';
import { codeBlocks, pages, prose, type CodeBlock } from './pages.js';
import { typeCheck, type Snippet } from './type-check.js';

const root = resolve(import.meta.dirname, '../..');
const blocks = pages().flatMap(codeBlocks);

/** What is tried of the blocks in each language; what a language has no way to go wrong in is only counted. */
const ways: Record<string, ((block: CodeBlock) => readonly string[]) | null> = {
  js: null, // by the types, all at once
  jsx: null,
  ts: null,
  tsx: null,
  html: htmlProblems,
  vue: singleFileProblems,
  svelte: singleFileProblems,
  astro: singleFileProblems,
  json: jsonProblems,
  jsonc: ({ code }) => jsoncProblems(code),
  sh: shellProblems,
};

/** Languages of which nothing is tried: what programs print, and what this repository has no compiler for. */
const SHOWN = ['', 'text', 'yaml', 'swift', 'kotlin', 'java', 'css', 'http'];

it('knows the language of each block', () => {
  const languages = [...new Set(blocks.map(({ language }) => language))];
  expect(languages.filter((language) => !(language in ways) && !SHOWN.includes(language))).toEqual([]);
});

it('has no block that would fail whoever copies it', { timeout: 60_000 }, () => {
  const problems = [
    ...typeCheck(blocks.flatMap(snippetsOf)),
    ...blocks.flatMap((block) =>
      (ways[block.language]?.(block) ?? []).map((text) => `${nameOf(block)} ${text}`),
    ),
  ];
  const counts = new Map<string, number>();
  for (const { language } of blocks) counts.set(language, (counts.get(language) ?? 0) + 1);
  const told = [...counts].map(([language, count]) => `${language || 'none'} ${count}`).join(', ');
  const failed = problems.length === 1 ? '1 failure' : `${problems.length} failures`;
  console.log(`${blocks.length} blocks of code on ${pages().length} pages (${told}): ${failed}`);
  expect(problems).toEqual([]);
});

it('names only npm scripts that exist', () => {
  expect(pages().flatMap((page) => missingScripts(prose(page)).map((text) => `${page} ${text}`))).toEqual([]);
});

function nameOf({ page, line }: CodeBlock): string {
  return `${page}:${line}`;
}

const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** The modules in a block: all of it, or its scripts. */
function snippetsOf(block: CodeBlock): readonly Snippet[] {
  const { language, code } = block;
  const name = nameOf(block);
  if (['js', 'jsx', 'ts', 'tsx'].includes(language)) return [{ name, kind: language as 'js', code }];
  if (!['html', 'vue', 'svelte', 'astro'].includes(language)) return [];
  // Astro has a script for its server above the page.
  const [, above] = /^---\n([\s\S]*?)\n---/.exec(code) ?? [];
  const ofServer = above === undefined ? [] : [{ name, kind: 'ts' as const, code: `\n${above}` }];
  const inPage = scriptsOf(code).flatMap(({ attributes, text, before }) => {
    if (/type="(?!module)/.test(attributes)) return [];
    const kind = attributes.includes('lang="ts"') ? 'ts' : 'js';
    // Lines are counted from the start of the block.
    return [{ name, kind, code: `${'\n'.repeat(before)}${withPackage(text)}` }] as const;
  });
  return [...ofServer, ...inPage];
}

function scriptsOf(code: string) {
  return [...code.matchAll(SCRIPT)].map(({ 1: attributes = '', 2: text = '', index, 0: all }) => ({
    attributes,
    text,
    before: code.slice(0, index + all.indexOf('>')).split('\n').length - 1,
  }));
}

/** A page without a build names the bundle by its address, wherever that lies. */
function withPackage(code: string): string {
  return code.replace(/'[^'\n]*\/mf-card\.bundle\.js'/g, "'mf-card'");
}

/** As prettier writes it. */
const STYLE = { 'void-style': 'off', 'doctype-style': 'off' } as const;
/** A piece of a page need not have all that a page needs. */
const PIECE = { 'element-required-attributes': 'off', 'element-required-content': 'off' } as const;

function htmlProblems(block: CodeBlock): readonly string[] {
  const isPage = /^<!doctype/i.test(block.code);
  const rules = { ...STYLE, ...(isPage ? {} : PIECE) };
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules });
  const { results } = validator.validateStringSync(block.code);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ line, message }) => `line ${line}: ${message}`),
  );
  return [...found, ...cardsIn(block)];
}

/** Cards that stand in a page. */
function cardsIn(block: CodeBlock): readonly string[] {
  return scriptsOf(block.code)
    .filter(({ attributes }) => attributes.includes('application/json'))
    .flatMap(({ text }) => jsonProblems({ ...block, code: text }));
}

function singleFileProblems({ code }: CodeBlock): readonly string[] {
  return code.includes('<script') ? [] : ['has no script'];
}

/** The kinds of objects that have a section of their own, by its page and heading. */
const parts = new Map<string, z.core.$ZodType>([
  ...cardParts.map((part) => [`docs/card-format.md ${part.title}`, part.schema] as [string, z.core.$ZodType]),
  ...chatParts.map((part) => [`docs/chat-format.md ${part.title}`, part.schema] as [string, z.core.$ZodType]),
]);

function jsonProblems(block: CodeBlock): readonly string[] {
  const { code, words, page, heading } = block;
  // Messages of a protocol, one a line.
  const texts = words.includes('lines') ? code.trim().split('\n') : [code];
  return texts.flatMap((text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return [String(error)];
    }
    const schema = parts.get(`${page} ${heading}`);
    if (schema) return z.safeParse(schema, value).success ? [] : [`is no ${heading}`];
    if (words.includes('lines') || words.includes('other') || !isOfCards(value)) return [];
    const { diagnostics } = readCards(text);
    // Each example there is of what its heading names.
    const wanted = page === 'docs/diagnostics.md' ? /^`(.+)`$/.exec(heading)?.[1] : undefined;
    if (wanted) return diagnostics.some((found) => found.code === wanted) ? [] : [`is no ${wanted}`];
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (words.includes('faulty')) return errors.length > 0 ? [] : ['is said to be faulty, and is not'];
    return errors.map(({ message }) => message);
  });
}

/** Whether it is there to be shown: a card, or a response of cards. */
function isOfCards(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isOfCards);
  return (
    typeof value === 'object' &&
    value !== null &&
    ['header', 'body', 'actions', 'objects', 'results', 'itemDetails'].some((member) => member in value)
  );
}

function jsoncProblems(code: string): readonly string[] {
  const errors: ParseError[] = [];
  parseJsonc(code, errors);
  return errors.map(({ error, offset }) => `fault ${error} at ${offset}`);
}

const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Of commands in this repository, that their npm scripts exist. What a project of one's own has is not known. */
function shellProblems({ code, words }: CodeBlock): readonly string[] {
  return words.includes('elsewhere') ? [] : missingScripts(code);
}

function missingScripts(text: string): readonly string[] {
  return [...text.matchAll(/npm (?:run(?: --silent)? ([\w:-]+)|(start|test)\b)/g)]
    .map(([, name, usual]) => name ?? usual ?? '')
    .flatMap((name) => (scripts[name] ? [] : [`there is no script ${name}`]));
}
