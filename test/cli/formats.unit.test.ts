import { readFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { diagnosticTexts } from '../../src/diagnostics/codes.js';
import { mfCard } from './fake-host.js';

const faultyCard = readFileSync('stories/cards/faulty-card.json', 'utf8');
const files = {
  'cards/faulty card.json': faultyCard,
  'odd.json': `{"header": {"title": "A", "title": "B"}}`,
};
const run = (format: string, ...more: string[]) =>
  mfCard(['check', '--format', format, ...Object.keys(files), ...more], { files });

/** What stands at a range of the sample card. */
function textAt(range: {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}): string {
  const lines = faultyCard.split('\n').slice(range.startLine - 1, range.endLine);
  return lines
    .join('\n')
    .slice(
      range.startColumn - 1,
      lines.slice(0, -1).join('\n').length + (lines.length > 1 ? 1 : 0) + range.endColumn - 1,
    );
}

describe('given the format json', () => {
  it('prints one JSON text with every finding and its place', async () => {
    const { out, err, exit } = await run('json');
    const report = JSON.parse(out);
    expect([exit, err]).toEqual([1, '']);
    expect(Object.keys(report)).toEqual(['version', 'files', 'total']);
    expect(report.version).toBe(1);
    expect(Object.keys(report.total)).toEqual(['files', 'cards', 'errors', 'warnings', 'notes']);
    expect(report.total).toMatchObject({ files: 2, cards: 2 });
    expect(report.total.errors).toBe(report.files[0].errors);
    expect(report.files[1]).toMatchObject({ cards: 1, errors: 0, warnings: 1 });
    expect(report.files.map(({ file }: { file: string }) => file)).toEqual(Object.keys(files));
    const [date] = report.files[0].diagnostics;
    expect(date).toEqual({
      severity: 'error',
      code: 'bad-date',
      path: ['creation_date'],
      facts: {
        member: 'creation_date',
        expected: ['date-time'],
        got: '"23/11/2026 09:15"',
        repair: ['left-out'],
      },
      message: expect.stringContaining('23/11/2026'),
      hint: expect.stringContaining('2026-03-31T17:00:00Z'),
      range: {
        start: { line: 6, column: 20, offset: expect.any(Number) },
        end: { line: 6, column: 38, offset: expect.any(Number) },
      },
    });
    expect(faultyCard.slice(date.range.start.offset, date.range.end.offset)).toBe('"23/11/2026 09:15"');
  });

  it('writes null for a hint that is not there', async () => {
    const report = JSON.parse((await run('json')).out);
    const all = report.files.flatMap(({ diagnostics }: { diagnostics: { hint: unknown }[] }) => diagnostics);
    expect(all.every(({ hint }: { hint: unknown }) => hint === null || typeof hint === 'string')).toBe(true);
  });

  it('leaves out what is no error when asked to be quiet, and counts it', async () => {
    const report = JSON.parse((await run('json', '--quiet')).out);
    expect(report.files[1].diagnostics).toEqual([]);
    expect(report.files[1].warnings).toBe(1);
  });

  it('prints nothing when nothing could be read', async () => {
    expect((await mfCard(['check', '--format', 'json', 'none.json'])).out).toBe('');
  });
});

describe('given the format sarif', () => {
  it('prints a log of version 2.1.0 with a rule for every code', async () => {
    const { out, err, exit } = await run('sarif');
    const log = JSON.parse(out) as Log;
    expect([exit, err, log.version, log.runs.length]).toEqual([1, '', '2.1.0', 1]);
    const { driver } = log.runs[0]!.tool;
    expect(driver.name).toBe('mf-card');
    expect(driver.rules?.map(({ id }) => id)).toEqual(Object.keys(diagnosticTexts));
    for (const { ruleId, ruleIndex = -1, level } of log.runs[0]!.results ?? []) {
      expect(driver.rules?.[ruleIndex]?.id).toBe(ruleId);
      expect(level).toMatch(/^(error|warning|note)$/);
    }
  });

  it('names files by URIs from the working folder, and the places in them', async () => {
    const log = JSON.parse((await run('sarif')).out) as Log;
    const [{ artifacts, results } = {}] = log.runs;
    expect(artifacts?.map(({ location }) => location?.uri)).toEqual(['cards/faulty%20card.json', 'odd.json']);
    const [date, title] = results ?? [];
    const { artifactLocation, region } = title?.locations?.[0]?.physicalLocation ?? {};
    expect(date?.ruleId).toBe('bad-date');
    expect(artifactLocation).toEqual({ uri: 'cards/faulty%20card.json', index: 0 });
    expect(textAt(region as never)).toBe('40718');
    expect(title?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe('header.title');
  });

  it('writes the braces of a text twice, which stand for placeholders else, and makes no link of it', async () => {
    const name = 'card.json';
    const { out } = await mfCard(['check', '--format', 'sarif', name], {
      files: { [name]: `{"header": {"title": "A"}, "due_date": "{0} [a](https://b)"}` },
    });
    const [{ results: [{ message } = {}] = [] } = {}] = (JSON.parse(out) as Log).runs;
    expect(message?.text).toContain('"{{0}} [a] (https://b)"');
  });

  it('says when something could not be read', async () => {
    const runs = async (...more: string[]) => (JSON.parse((await run('sarif', ...more)).out) as Log).runs;
    expect((await runs())[0]?.invocations?.[0]?.executionSuccessful).toBe(true);
    expect((await runs('none.json'))[0]?.invocations?.[0]?.executionSuccessful).toBe(false);
  });
});

describe('given the format github', () => {
  it('prints a workflow command for each finding', async () => {
    const lines = (await run('github')).out.split('\n');
    expect(lines).toContain(
      '::error file=cards/faulty card.json,line=8,col=14,endLine=8,endColumn=18,title=wrong-type::title must be text, not a number. It was read as text.',
    );
    expect(lines).toContain(
      '::warning file=odd.json,line=1,col=27,endLine=1,endColumn=33,title=duplicate-member::title is there twice; the first is at line 1, column 13. Only the last one is read. Remove the other.',
    );
  });

  it('escapes what would end a command or a property', async () => {
    const name = 'a,b:c%.json';
    const { out } = await mfCard(['check', '--format', 'github', name], {
      files: { [name]: `{"header": {"title": "A"}, "creation_date": "100%\\r\\n::error::x"}` },
    });
    const [command = '', ...rest] = out.split('\n');
    expect(command).toMatch(/^::error file=a%2Cb%3Ac%25\.json,line=1,col=45,/);
    expect(command).toContain('100%25');
    expect(rest.some((line) => line.startsWith('::'))).toBe(false);
  });

  it('stays in the first line of a range of several', async () => {
    const { out } = await mfCard(['check', '--format', 'github'], {
      stdin: `{\n"header": {\n"title": {\n}}}`,
    });
    expect(out).toContain('::error line=3,col=10,endLine=3,endColumn=10,title=wrong-type::');
  });
});
