import { describe, expect, it } from 'vitest';
import { recover } from '../../src/cli/recover.js';
import { hasShared, sharedText } from '../support/shared-node.js';
import { mfCard } from './fake-host.js';

const printed = (name: string) => sharedText(`seeds/as-printed/${name}.json.txt`) ?? '';
const mended = (name: string): unknown => JSON.parse(sharedText(`seeds/${name}.json`) ?? '');

/** Three cards as a guide prints them, with the braces that its pages lost. None of them is JSON. */
describe.skipIf(!hasShared)('given a card as it is printed', () => {
  it.each([
    [
      'boxer-expense',
      [
        ['36:78', 'A line break inside a text.', 'join the lines'],
        ['47:9', 'Expected "," or "]", found ":".', 'as if "]" stood at line 46, column 4'],
      ],
    ],
    [
      'concur-expense',
      [
        [
          '12:1',
          '"}" closes more than was opened.',
          'as if the "}" at line 11, column 1 and this "}" were not there',
        ],
        [
          '121:5',
          'A comma stands before this "}".',
          'as if this "}" and the "]" at line 122, column 1 were not there',
        ],
        [
          '164:1',
          'The text ends before the object that begins at line 1',
          'Is "}" missing before "image" at line 112',
        ],
      ],
    ],
    [
      'linkedin-course',
      [
        ['12:3', 'A comma stands before this "}".', 'Remove the one at line 11, column 6'],
        [
          '19:1',
          'A comma stands before this "}".',
          'as if this "}" and the "," at line 19, column 2 were not there',
        ],
        ['23:1', 'A comma stands before this "}".', 'as if this "}" was not there'],
        ['75:3', '"]" closes more than was opened.', 'as if this and the 4 after it were not there'],
      ],
    ],
  ])('tells where %s is broken and what to do', async (name, expected) => {
    const { out, exit } = await mfCard(['check', 'card.json'], { files: { 'card.json': printed(name) } });
    expect(exit).toBe(1);
    const faults = [...out.matchAll(/^card\.json:(\S+) {2}error {2}json-syntax {2}(.*)\n {2}hint: (.*)$/gm)];
    expect(faults.map(([, place]) => place)).toEqual(expected.map(([place]) => place));
    for (const [i, [, message = '', hint = '']] of expected.entries()) {
      expect(faults[i]?.[2]).toContain(message);
      expect(faults[i]?.[3]).toContain(hint);
    }
    expect(out).toMatch(/\nNot JSON yet: card\.json\n {2}Mend what is called json-syntax first/);
    expect(out).toContain('1 file, 1 card: ');
    expect(faults.every(([, , , hint = '']) => !hint.startsWith('Read on as if'))).toBe(true);
  });

  it.each(['boxer-expense', 'concur-expense'])('makes of %s what its author meant', (name) => {
    expect(recover(printed(name)).values.map(({ value }) => value)).toEqual([mended(name)]);
  });

  it('finds all parts of linkedin-course', () => {
    const [{ value } = { value: null }] = recover(printed('linkedin-course')).values;
    const { header, body, image } = mended('linkedin-course') as Record<string, Record<string, unknown>>;
    expect(value).toMatchObject({ body, image, header: { title: header?.title }, links: header?.links });
  });

  it('tells what is wrong with the card in it', async () => {
    const { out } = await mfCard(['check', 'card.json'], {
      files: { 'card.json': printed('boxer-expense') },
    });
    expect(out).toContain('card.json:16:19  error  bad-url');
    expect(out).toContain('card.json:36:19  error  bad-url');
  });
});
