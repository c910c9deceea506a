import { describe, expect, it } from 'vitest';
import { mfCard } from './fake-host.js';

const files = { 'trip.json': '{"header": {"title": "Trip to Lisbon"}}', 'cards/a.json': '{}' };

describe('given mf-card preview', () => {
  it('says where a file is shown, and how to end it', async () => {
    expect(await mfCard(['preview', 'trip.json'], { files })).toEqual({
      exit: 0,
      out: 'trip.json is shown at http://127.0.0.1:4870/, and again after each change. Ctrl+C ends it.\n',
      err: '',
    });
  });

  it('shows the samples when no file is given', async () => {
    const { out } = await mfCard(['preview'], { files });
    expect(out).toBe('Sample cards are shown at http://127.0.0.1:4870/. Ctrl+C ends it.\n');
  });

  it('takes another port when its own is taken', async () => {
    const { exit, out } = await mfCard(['preview', 'trip.json'], { files, taken: [4870] });
    expect([exit, out]).toEqual([0, expect.stringContaining('http://127.0.0.1:50000/')]);
  });

  it('has the port that is asked for', async () => {
    const { out } = await mfCard(['preview', '--port', '8080'], { files });
    expect(out).toContain('http://127.0.0.1:8080/');
  });

  it.each([
    ['trip.txt', 'mf-card: There is no file trip.txt\n'],
    ['cards', 'mf-card: cards is a folder. Give one file\n'],
    ['', 'mf-card: The name of a file is empty. Is a variable not set?\n'],
    ['-', 'mf-card: preview watches a file, and the standard input is none. Save it, and give its name\n'],
    [
      'trip.json --port 8080',
      "mf-card: Port 8080 can't be had: something else has it. Give another, or none\n",
    ],
    ['trip.json --port 65536', /It must be at most 65535\.\nTry: mf-card preview --help/],
    ['trip.json --port web', /It must be a whole number from 0\./],
    ['trip.json other.json', /too many arguments.*\nTry: mf-card preview --help/],
  ])('refuses %s, and says why', async (line, why) => {
    const { exit, out, err } = await mfCard(['preview', ...line.split(' ')], { files, taken: [8080] });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
  });
});
