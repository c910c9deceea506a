import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

describe('given the built tool', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mf-card-'));
  const tool = join(folder, 'dist/cli.js');

  beforeAll(async () => {
    await build({ mode: 'cli', logLevel: 'silent', build: { outDir: join(folder, 'dist') } });
    mkdirSync(join(folder, 'cards'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    writeFileSync(join(folder, 'cards/sound.json'), '{"header": {"title": "Trip to Lisbon"}}');
    writeFileSync(join(folder, 'cards/faulty.json'), '{"header": {"title": 4711}}');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const mfCard = (argv: string[], stdin = '') =>
    new Promise<{ exit: number | null; out: string; err: string }>((resolve, reject) => {
      const child = spawn(process.execPath, [tool, ...argv], {
        cwd: folder,
        env: { PATH: process.env.PATH },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, out, err }));
      child.stdin.end(stdin);
    });

  it('is one file that needs nothing but Node', () => {
    const code = readFileSync(tool, 'utf8');
    const imports = [...code.matchAll(/^import .*?["']([^"']+)["'];$/gm)].map(([, name = '']) => name);
    expect(code.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(
      imports.filter(
        (name) => !/^(node:|fs|os$|path|url|module$|events$|child_process$|process$)/.test(name),
      ),
    ).toEqual([]);
    expect(code).not.toMatch(/\bdocument\.|customElements|lit-html/);
    expect(packageJson.bin).toEqual({ 'mf-card': 'dist/cli.js' });
  });

  it.each([
    [0, ['check', 'cards/sound.json']],
    [1, ['check', 'cards/*.json']],
    [1, ['check', '**/faulty.json']],
    [2, ['check', 'cards']],
    [2, ['check', '--wrong']],
    [2, ['check', 'none.json']],
    [0, ['--version']],
  ])('exits with %i for %j', async (exit, argv) => {
    expect((await mfCard(argv)).exit).toBe(exit);
  });

  it('finds the files of a pattern', async () => {
    const { out } = await mfCard(['check', 'cards/*.json']);
    expect(out).toContain('cards/faulty.json:1:22  error  wrong-type');
    expect(out).toContain('2 files, 2 cards: 1 error');
  });

  it('reads the standard input', async () => {
    for (const argv of [['check'], ['check', '-']]) {
      const { out, exit } = await mfCard(argv, '{"header": {"title": "Zażółć"}, "importance": "high"}');
      expect(out).toContain('<stdin>:1:47  error');
      expect(exit).toBe(1);
    }
  });

  it('writes all of a long report to a pipe', async () => {
    const text = JSON.stringify(Array.from({ length: 2000 }, () => ({ header: { title: 1 } })));
    const { out } = await mfCard(['check', '--format', 'json'], text);
    expect(JSON.parse(out).total.errors).toBeGreaterThanOrEqual(2000);
  });
});
