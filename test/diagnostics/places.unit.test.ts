import { parseTree, type Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/cli/check-text.js';
import { readCards, type Diagnostic } from '../../src/schema/index.js';
import { chatCatalogue, chatTicketStatus } from '../../stories/cards/index.js';
import { badCards } from '../support/bad-cards.js';
import { fullCard } from '../support/full-card.js';
import { CHAT_NAMES, mutate, seededRandom } from '../support/mutate.js';
import { figure, patience, runs, seed } from '../support/runs.js';
import { hasShared, sharedText } from '../support/shared-node.js';

/*
 * A range must hold what the finding is about, to the character. Where that is is found by another parser.
 */

const ABOUT_NAMES = [
  'misplaced-member',
  'misspelt-member',
  'forbidden-member',
  'reserved-name',
  'duplicate-member',
];

/** What should stand at the range of a finding about JSON: a value, a member's name, or the bracket of what lacks it. */
function expected(root: Node, { path, code }: Diagnostic, text: string): string[] {
  const slice = ({ offset, length }: Node) => text.slice(offset, offset + length);
  const node = findNodeAtLocation(root, path);
  if (!node) {
    for (let length = path.length - 1; length >= 0; length--) {
      const holder = length === 0 ? root : findNodeAtLocation(root, path.slice(0, length));
      if (holder) return [slice(holder).slice(0, 1)];
    }
    return [];
  }
  if (ABOUT_NAMES.includes(code)) return [slice(node.parent?.children?.[0] ?? node)];
  return [slice(node)];
}

/** As `JSON.parse` takes it: of two members with one name the last. */
function findNodeAtLocation(root: Node, path: Diagnostic['path']): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (typeof step === 'number') return node?.type === 'array' ? node.children?.[step] : undefined;
    const members = node?.type === 'object' ? (node.children ?? []) : [];
    return members.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1];
  }, root);
}

function at(text: string, { range }: Diagnostic): string | null {
  return range ? text.slice(range.start.offset, range.end.offset) : null;
}

/** Line and column count from 1; lines end at `\n`, `\r\n` or `\r`. */
function isPlace(text: string, { range }: Diagnostic): boolean {
  return [range?.start, range?.end].every((place) => {
    if (!place) return false;
    const before = text.slice(0, place.offset).split(/\r\n|\n|\r/);
    return place.line === before.length && place.column === (before.at(-1)?.length ?? 0) + 1;
  });
}

/** Of findings about a character of a text, what stands there. */
const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  'broken-character': ['\ufffd'],
  'half-character': [String.raw`\ud800`],
};

/** What is wrong with the ranges of the findings about a text that is JSON. */
function misplaced(text: string, diagnostics: readonly Diagnostic[]): string[] {
  // A byte order mark counts as a character of the text for `readCards`.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const root = parseTree(text.slice(mark));
  if (!root) return ['the other parser finds nothing'];
  return diagnostics.flatMap((finding) => {
    const found = at(text, finding);
    const right = CHARACTERS[finding.code] ?? expected(root, finding, text.slice(mark));
    const isWhole = finding.path.length === 0 && found !== null && found.trim() === text.slice(mark).trim();
    return (found !== null && (right.includes(found) || isWhole) && isPlace(text, finding)) ||
      isTwice(finding, found)
      ? []
      : [`${finding.code} ${finding.path.join('/')}: ${String(found)} | ${right.join(' or ')}`];
  });
}

/** jsonc-parser finds the first of two members with one name; the second one is what is meant. */
function isTwice({ code, path }: Diagnostic, found: string | null): boolean {
  return code === 'duplicate-member' && found !== null && JSON.parse(found) === path.at(-1);
}

/** The first character with which a text stops being the beginning of any JSON text, by V8's own parser. */
function firstWrong(text: string): number {
  for (let length = 1; length <= text.length; length++) {
    try {
      JSON.parse(text.slice(0, length));
    } catch (error) {
      const { message } = error as SyntaxError;
      const position = /position (\d+)/.exec(message)?.[1];
      if (/end of JSON input|Unterminated string/.test(message) || Number(position) === length) continue;
      return length - 1;
    }
  }
  return text.length;
}

/** Whether a fault of syntax is told of at the token with which the text goes wrong. */
function isAtBreak(text: string, { range }: Diagnostic): boolean {
  if (!range) return false;
  const wrong = firstWrong(text);
  const { start, end } = range;
  const isToken = /^[^\s,:[\]{}"]*$/.test(text.slice(start.offset, wrong));
  const isOpenText = text[start.offset] === '"' && wrong === text.length;
  return start.offset <= wrong && (isToken || isOpenText) && end.offset <= text.length;
}

describe.skipIf(!hasShared)(
  'given the texts of hostile cards (shared test data)',
  { timeout: patience },
  () => {
    it('says of every finding where it is, and of no other place', () => {
      const texts = badCards(sharedText('safety/bad-cards.json') ?? '')
        .filter(({ form }) => form === 'text')
        .map(({ input }) => input() as string);
      let all = 0;
      const wrong: string[] = [];
      for (const text of texts) {
        const { diagnostics } = readCards(text);
        all += diagnostics.length;
        if (diagnostics[0]?.code === 'json-syntax') {
          if (!text.startsWith('\ufeff') && !isAtBreak(text, diagnostics[0])) wrong.push(text);
          if (!isPlace(text, diagnostics[0])) wrong.push(text);
        } else wrong.push(...misplaced(text, diagnostics), ...misplaced(text, checkText(text).diagnostics));
        const lacking = checkText(text).diagnostics.filter(({ range }) => !range);
        wrong.push(...lacking.map(({ code }) => `${code} without a range: ${text}`));
      }
      figure(
        `places, hostile texts: n ${texts.length}, findings ${all}, at another place or none ${wrong.length}`,
      );
      expect(texts.length).toBe(68);
      expect(wrong).toEqual([]);
    });
  },
);

describe('given cards and chat items with faults of every kind, as text', { timeout: patience }, () => {
  const layouts = [undefined, 1, 2, '\t'];
  const ends = ['\n', '\r\n', '\r'];

  it('says of every finding where it is, and of no other place', () => {
    const random = seededRandom(seed + 3);
    const tries = runs(600, 2000);
    let all = 0;
    const wrong: string[] = [];
    for (let i = 0; i < tries; i++) {
      const value =
        i % 4 === 3
          ? mutate({ objects: [chatCatalogue, chatTicketStatus] as unknown[] }, random, CHAT_NAMES)
          : mutate({ objects: [fullCard()] }, random);
      const json = JSON.stringify(value, null, layouts[i % layouts.length]);
      const text = (i % 7 === 6 ? '\ufeff' : '') + json.replaceAll('\n', ends[i % ends.length] ?? '\n');
      const read = readCards(text).diagnostics;
      all += read.length;
      wrong.push(...misplaced(text, read));
    }
    figure(
      `places, mutations as text: n ${tries}, seed ${seed + 3}, findings ${all}, at another place or none ${wrong.length}`,
    );
    expect(all).toBeGreaterThan(tries);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('says where a text breaks that lost or got a character', () => {
    const random = seededRandom(seed + 4);
    const tries = runs(200, 2000);
    const wrong: string[] = [];
    let broken = 0;
    for (let i = 0; i < tries; i++) {
      const json = JSON.stringify(
        { header: { title: 'Trip', subtitle: ['a', 'b'] }, importance: 1.5 },
        null,
        layouts[i % 3],
      );
      const offset = Math.floor(random() * json.length);
      const added = ['', ',', '}', ']', '"', ':', 'x', '0', '//', '\n'][Math.floor(random() * 10)] ?? '';
      const text = json.slice(0, offset) + added + json.slice(added === '' ? offset + 1 : offset);
      const [fault] = readCards(text).diagnostics;
      if (fault?.code !== 'json-syntax') continue;
      broken++;
      if (!isAtBreak(text, fault) || !isPlace(text, fault))
        wrong.push(`${String(fault.range?.start.offset)}: ${text}`);
      // The reader that goes on gives each a range, too.
      if (checkText(text).diagnostics.some((finding) => !isPlace(text, finding)))
        wrong.push(`check: ${text}`);
    }
    figure(
      `places, broken texts: n ${broken} of ${tries}, seed ${seed + 4}, at another place or none ${wrong.length}`,
    );
    expect(broken).toBeGreaterThan(tries / 4);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
