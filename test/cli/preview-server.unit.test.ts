import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePreview, type PreviewServer } from '../../src/cli/preview-server.js';
import type { FileNews } from '../../src/preview/served-file.js';

let folder: string;
let card: string;
let server: PreviewServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mf-card-preview-'));
  card = join(folder, 'trip.json');
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  writeFileSync(card, '{"header": {"title": "Trip to Lisbon"}}');
  const page = mkdtempSync(join(folder, 'page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>The page</title>');
  server = await servePreview(page, { file: { path: card, name: 'trip.json' }, port: null });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** As the browser of this machine would ask, or one that says it wants another host. */
function ask(path: string, { host, method = 'GET' }: { host?: string; method?: string } = {}) {
  const { hostname, port } = new URL(server.address);
  return new Promise<{ status: number | undefined; headers: object; text: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: host ? { host } : {} }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

/** The news of the file as they come. */
async function* newsOf(): AsyncGenerator<FileNews, undefined> {
  const { body } = await fetch(new URL('file', server.address));
  let text = '';
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(piece);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield JSON.parse(text.slice('data: '.length, end)) as FileNews;
      text = text.slice(end + 2);
    }
  }
}

describe('given the server of the preview page', () => {
  it('leads to the page that shows the file', async () => {
    expect((await ask('/')).headers).toMatchObject({ location: '/?file' });
    const { status, headers, text } = await ask('/?file');
    expect([status, text]).toEqual([200, '<!doctype html><title>The page</title>']);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it.each([
    [403, 'a page that another name leads here', '/file', { host: 'evil.example' }],
    [403, 'the same with a port', '/?file', { host: 'evil.example:4870' }],
    [405, 'a form of another page', '/file', { method: 'POST' }],
    [404, 'what is beside the page', '/../secret.txt', {}],
    [404, 'the same in other words', '/%2e%2e/secret.txt', {}],
    [404, 'the file by its name', '/trip.json', {}],
    [404, 'what is no path of a URL', '//', {}],
    [404, 'what is no text', '/%ff', {}],
  ])('answers %i to %s', async (status, _who, path, options) => {
    const answer = await ask(path, options);
    expect([answer.status, answer.text]).toEqual([status, '']);
  });

  it('tells of the file, and of each change, however it is saved', async () => {
    const news = newsOf();
    const next = async () => (await news.next()).value!;
    expect(await next()).toEqual({
      path: 'trip.json',
      text: '{"header": {"title": "Trip to Lisbon"}}',
      problem: null,
    });
    writeFileSync(card, 'written over');
    expect((await next()).text).toBe('written over');
    writeFileSync(`${card}.new`, 'put in its place');
    renameSync(`${card}.new`, card);
    expect((await next()).text).toBe('put in its place');
    rmSync(card);
    expect(await next()).toEqual({
      path: 'trip.json',
      text: null,
      problem: "trip.json can't be read, and is shown as it was. It is not there any more.",
    });
    writeFileSync(card, '\ufeffback again');
    expect(await next()).toMatchObject({ text: 'back again', problem: null });
    writeFileSync(card, Buffer.from([0x22, 0xe9, 0x22]));
    expect(await next()).toMatchObject({ text: '"\ufffd"', problem: 'This is not UTF-8.' });
    await news.return(undefined);
  });

  it('finds the file again when its folder was put in the place of another one', async () => {
    await server.close();
    const branch = join(folder, 'branch');
    mkdirSync(branch);
    card = join(branch, 'trip.json');
    writeFileSync(card, 'before');
    server = await servePreview(folder, { file: { path: card, name: 'trip.json' }, port: null });
    const news = newsOf();
    expect((await news.next()).value!.text).toBe('before');
    renameSync(branch, `${branch}.old`);
    expect((await news.next()).value!.text).toBe(null);
    mkdirSync(branch);
    writeFileSync(card, 'after');
    expect((await news.next()).value!.text).toBe('after');
    await news.return(undefined);
  });

  it('goes on when for a while it can’t even be seen whether the file is there', async () => {
    const news = newsOf();
    await news.next();
    rmSync(card);
    symlinkSync(card, card);
    expect((await news.next()).value!.text).toBe(null);
    await new Promise((passed) => setTimeout(passed, 1500));
    rmSync(card);
    writeFileSync(card, 'after');
    for (let text: string | null = null; text !== 'after';) ({ text } = (await news.next()).value!);
    await news.return(undefined);
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(server.address).port);
    await expect(servePreview(folder, { file: null, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
