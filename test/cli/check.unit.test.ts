import { describe, expect, it } from 'vitest';
import { mfCard, type FakeHost } from './fake-host.js';

const id = '8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10';
const links = (href: string) =>
  JSON.stringify({ id, header: { title: 'Trip' }, links: [{ href, text: 'More' }] });

/** Sound, with an error, with a warning. */
const sound = `{"header": {"title": "Trip to Lisbon"}}`;
const faulty = `{"header": {"title": 4711}}`;
const odd = `{"header": {"title": "A", "title": "B"}}`;

const files = {
  'sound.json': sound,
  'faulty.json': faulty,
  'odd.json': odd,
  'cards/a.json': sound,
  'cards/b.json': faulty,
};

describe('given one of the ways to call it', () => {
  const stdin = sound;
  it.each<[number, string, FakeHost?]>([
    [0, 'check sound.json'],
    [0, 'check odd.json'],
    [0, 'check odd.json --max-warnings 1'],
    [0, 'check', { stdin }],
    [0, 'check -', { stdin }],
    [0, '--help'],
    [0, 'check --help'],
    [0, '--version'],
    [1, 'check faulty.json'],
    [1, 'check sound.json faulty.json'],
    [1, 'check faulty.json --quiet'],
    [1, 'check cards/*.json'],
    [1, 'check odd.json --max-warnings 0'],
    [1, 'check odd.json --max-warnings 0 --quiet'],
    [1, 'check -', { stdin: '' }],
    [2, ''],
    [2, 'check'],
    [2, 'check missing.json'],
    [2, 'check missing.json sound.json'],
    [2, 'check cards'],
    [2, 'check none/*.json'],
    [2, 'check locked.json'],
    [2, 'check --no-such-option'],
    [2, 'check sound.json --format xml'],
    [2, 'check sound.json --max-warnings many'],
    [2, 'check sound.json --max-warnings -1'],
    [2, 'sound.json'],
  ])('exits with %i for `mf-card %s`', async (exit, line, host = {}) => {
    const outcome = await mfCard(line.split(' ').filter(Boolean), { files, ...host });
    expect(outcome.exit).toBe(exit);
    if (exit === 2) expect(outcome.err).not.toBe('');
    else expect(outcome.out).not.toBe('');
  });

  it('names the version of the package', async () => {
    expect((await mfCard(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('tells in its help of each option and exit code', async () => {
    const { out } = await mfCard(['check', '--help']);
    for (const word of ['--format', '--max-warnings', '--quiet', '--no-color', 'Exit codes'])
      expect(out).toContain(word);
  });

  it.each([
    ['check missing.json', 'There is no file missing.json'],
    ['check none/*.json', 'No file matches none/*.json'],
    ['check cards', '"cards/**/*.json"'],
    ['check locked.json', 'EACCES'],
    ['check', 'Nothing to check'],
    ['check ', 'Is a variable not set?'],
    ['check --max-warnings many', 'whole number'],
    ['check --format xml', 'text, json, sarif, github'],
    ['sound.json', 'Try: mf-card --help'],
  ])('says on the error output what is wrong with `mf-card %s`', async (line, text) => {
    const { out, err } = await mfCard(line.split(' '), { files });
    expect(err).toContain(text);
    expect(out).toBe('');
  });
});

describe('given files', () => {
  it('prints like a compiler, with a marker under what is wrong', async () => {
    const text = `{\r\n\t"header": {\r\n\t\t"title": 4711\r\n\t}\r\n}\r\n`;
    const { out } = await mfCard(['check', 'cards/a.json'], { files: { 'cards/a.json': text } });
    expect(out).toBe(
      [
        'cards/a.json:3:12  error  wrong-type  title must be text, not a number.',
        '  hint: It was read as text.',
        '  3 |         "title": 4711',
        '    |                  ^^^^',
        '',
        '1 file, 1 card: 1 error, 0 warnings, 0 notes',
        '',
      ].join('\n'),
    );
  });

  it('counts files, cards and findings', async () => {
    const { out } = await mfCard(['check', 'sound.json', 'faulty.json', 'odd.json'], { files });
    expect(out).toMatch(/\n3 files, 3 cards: 1 error, 1 warning, 0 notes\n$/);
  });

  it('checks each file once, in the order given', async () => {
    const { out } = await mfCard(['check', 'faulty.json', 'cards/*.json', './faulty.json'], { files });
    expect([...out.matchAll(/^\S+(?=:\d+:\d+ )/gm)].map(([name]) => name)).toEqual([
      'faulty.json',
      'cards/b.json',
    ]);
    expect(out).toContain('3 files,');
  });

  it('checks the files that are there though another is missing', async () => {
    const { out, exit } = await mfCard(['check', 'missing.json', 'faulty.json'], { files });
    expect(out).toContain('faulty.json:1:22  error');
    expect(exit).toBe(2);
  });

  it('shows errors only when asked to be quiet, and counts all', async () => {
    const { out } = await mfCard(['check', '-q', 'odd.json', 'faulty.json'], { files });
    expect(out).not.toContain('duplicate-member');
    expect(out).toContain('wrong-type');
    expect(out).toContain('1 error, 1 warning');
  });

  it('calls the standard input by a name', async () => {
    expect((await mfCard(['check'], { stdin: faulty })).out).toContain('<stdin>:1:22  error  wrong-type');
  });

  it('reads a line at a time what is named so', async () => {
    const text = `${sound}\n\n${faulty}\n`;
    const json = await mfCard(['check', 'a.json'], { files: { 'a.json': text } });
    const lines = await mfCard(['check', 'a.ndjson'], { files: { 'a.ndjson': text } });
    expect(json.out).toContain('a.json:3:1  error  json-syntax  A second JSON text begins here.');
    expect(json.out).toContain('a.json:3:22  error  wrong-type');
    expect(lines.out).toContain('a.ndjson:3:22  error  wrong-type');
    expect(lines.out).toContain('1 file, 2 cards: 1 error');
  });

  it('reads other encodings than UTF-8, and says so', async () => {
    const latin = Uint8Array.from(`{"header": {"title": "Gda\xf1sk"}}`, (char) => char.charCodeAt(0));
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${faulty}`, (char) => char.charCodeAt(0)).buffer);
    const { out } = await mfCard(['check', 'a.json', 'b.json'], {
      files: { 'a.json': latin, 'b.json': utf16 },
    });
    expect(out).toContain('a.json:1:26  error  json-syntax  This is not UTF-8.');
    expect(out).toContain('b.json:1:1  error  json-syntax  This is UTF-16LE; JSON is UTF-8.');
    expect(out).toContain('b.json:1:22  error  wrong-type');
  });

  it('says no more of what is no text than that', async () => {
    const picture = Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (char) => char.charCodeAt(0));
    const utf32 = new Uint8Array(Uint32Array.from(`\ufeff${faulty}`, (char) => char.charCodeAt(0)).buffer);
    const { out, exit } = await mfCard(['check', 'a.json', 'b.json'], {
      files: { 'a.json': picture, 'b.json': utf32 },
    });
    expect(exit).toBe(1);
    for (const name of ['a', 'b'])
      expect(out).toContain(`${name}.json:1:1  error  json-syntax  This is neither UTF-8 nor UTF-16`);
    expect(out).toContain('2 files, 0 cards: 2 errors, 0 warnings');
  });

  it('does not let a text or a name drive the terminal', async () => {
    const files = { 'a\u001b[2J.json': `{"header": {"title": "\u001b[31m\u202e", "x": 1` };
    const { out } = await mfCard(['check', 'a\u001b[2J.json'], { files });
    expect(out).toContain('json-syntax');
    expect([out.includes('\u001b'), out.includes('\u202e')]).toEqual([false, false]);
  });
});

describe('given a terminal', () => {
  const colored = (outcome: { out: string }) => outcome.out.includes('\u001b[31m');
  const argv = ['check', 'faulty.json'];

  it.each<[boolean, string, FakeHost, string[]?]>([
    [true, 'by itself', { terminal: true }],
    [false, 'when it is none', {}],
    [false, 'when NO_COLOR is set', { terminal: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }],
    [true, 'when NO_COLOR is empty', { terminal: true, env: { NO_COLOR: '' } }],
    [true, 'when FORCE_COLOR is set', { env: { FORCE_COLOR: '1' } }],
    [false, 'when FORCE_COLOR is 0', { terminal: true, env: { FORCE_COLOR: '0' } }],
    [false, 'when it is dumb', { terminal: true, env: { TERM: 'dumb' } }],
    [false, 'when the user wants none', { terminal: true, env: { FORCE_COLOR: '1' } }, ['--no-color']],
  ])('prints colours: %s, %s', async (expected, _, host, options = []) => {
    expect(colored(await mfCard([...argv, ...options], { files, ...host }))).toBe(expected);
  });

  it('cuts a line that is wider, round the marker', async () => {
    const many = Array.from({ length: 50 }, (_, i) => sound.replace('Trip', `Trip ${i}`)).join(', ');
    const text = `[${many}, ${faulty}, ${links('https://example.com/')}]`;
    const { out } = await mfCard(['check', 'a.json'], { files: { 'a.json': text }, columns: 80 });
    const [source = '', marker = ''] = out.split('\n').filter((line) => line.includes(' | '));
    expect(source.length).toBeLessThanOrEqual(80);
    expect(source).toMatch(/\| ….*"title": 4711.*…$/);
    expect(source.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1)).toBe('4711');
  });
});
