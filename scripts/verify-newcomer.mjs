/*
 * The five-minute test: does what docs/getting-started.md says, in an empty folder outside of the repository, and nothing
 * else: its commands, its files, letter by letter. Then presses Approve in Chromium. Only the name of the package is replaced,
 * by the packed tarball. Prints a transcript, and exits with 1 when a card was not approved.
 *
 *   npm run verify:newcomer [-- --only "Plain HTML,React"] [--packed mf-card-0.1.0.tgz]
 *
 * It needs the npm registry, as newcomers do. Builds and packs first, unless there is a package.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';

const root = resolve(import.meta.dirname, '..');
const { only, packed } = parseArgs({
  options: {
    only: { type: 'string', default: 'Plain HTML,npm and a bundler,React,Vue,Svelte,Angular' },
    packed: { type: 'string' },
  },
}).values;
const work = mkdtempSync(join(tmpdir(), 'mf-card-newcomer-'));
const tarball = packed ? resolve(packed) : pack();
const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8');

let failed = 0;
const summary = [];
try {
  for (const title of only.split(',')) {
    console.log(`\n# ${title}\n`);
    const started = Date.now();
    try {
      await follow(title);
    } catch (error) {
      failed++;
      console.log(`✗ ${error.message}`);
      summary.push(`✗ ${title}: ${error.message.split('\n')[0]}`);
      continue;
    }
    summary.push(`✓ ${title}: approved after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`\n${summary.join('\n')}\nNode ${process.version}`);
process.exitCode = failed > 0 ? 1 : 0;

function pack() {
  const npm = (...args) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm('run', '--silent', 'build');
  return join(work, npm('pack', '--silent', '--pack-destination', work).trim().split('\n').pop());
}

/** Does what a section says, from the top. */
async function follow(title) {
  const steps = stepsOf(section(title));
  let folder = join(work, title.replace(/\W+/g, '-'));
  mkdirSync(folder);
  let approved = false;
  for (const step of steps) {
    if (step.file) {
      mkdirSync(dirname(join(folder, step.file)), { recursive: true });
      writeFileSync(join(folder, step.file), step.text);
      console.log(`wrote ${step.file}, ${step.text.split('\n').length - 1} lines`);
      continue;
    }
    for (const command of step.commands) {
      console.log(`$ ${command}`);
      for (const part of command.split(' && ')) {
        const [, to] = /^cd (.+)$/.exec(part) ?? [];
        if (to) folder = join(folder, to);
        else if (servesFor(part)) approved = await approve(part, folder);
        else run(part, folder);
      }
    }
  }
  if (!approved) throw new Error('there is no page to look at');
}

/** The text under a heading. */
function section(title) {
  const [, text] = page.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`docs/getting-started.md has no "${title}"`);
  return text.split('\n## ')[0];
}

/** Commands to run and files to write: the file's name is the last one before its block, on a line that ends with a colon. */
function stepsOf(text) {
  const blocks = text.matchAll(/(?:`([\w./-]+)`:\n\n)?```(\w+)[^\n]*\n([\s\S]*?)\n```/g);
  return [...blocks].flatMap(([whole, file, language, code]) => {
    if (language === 'sh') return [{ commands: code.split('\n') }];
    if (!file) return [];
    const sameCard = /`([\w./]+)` is\s\[the card from above\]/.exec(text.slice(0, text.indexOf(whole)));
    const isFirst = !text.slice(0, text.indexOf(whole)).includes('`:\n\n```');
    const files = sameCard && isFirst ? [{ file: sameCard[1], text: `${card()}\n` }] : [];
    return [...files, { file, text: `${code}\n` }];
  });
}

/** `card.json` of the page. */
function card() {
  const [, json] = /`card\.json`:\n\n```json\n([\s\S]*?)\n```/.exec(page) ?? [];
  return json;
}

function run(command, cwd) {
  const literally = command.replace(/\bmf-card$/, tarball);
  try {
    // What a newcomer answers with Enter: the first choice.
    const env = {
      ...process.env,
      npm_config_yes: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      NG_CLI_ANALYTICS: 'false',
    };
    execFileSync('sh', ['-c', literally], { cwd, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${command} failed:\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** Whether a command goes on until it is stopped. */
function servesFor(command) {
  return /^npm (?:run dev|start)$|^npx vite$|^npx http-server\b/.test(command);
}

/** Serves the page, presses Approve, and waits for the card to say that it is done. */
async function approve(command, cwd) {
  const server = spawn('sh', ['-c', command], {
    cwd,
    detached: true,
    env: { ...process.env, npm_config_yes: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const address = await addressOf(server);
    console.log(`opened ${address}`);
    const tab = await browser.newPage();
    const said = [];
    tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => said.push(`error: ${error.message}`));
    await tab.goto(address);
    await tab.getByRole('button', { name: 'Approve' }).click();
    console.log('pressed Approve');
    await tab.getByRole('article').getByText('Approved').first().waitFor();
    console.log(`the card says: ${(await tab.getByRole('article').innerText()).replace(/\s*\n\s*/g, ' · ')}`);
    const sent = said.find((text) => text.startsWith('log: POST '));
    if (!sent) throw new Error(`the page did not log the request; it said:\n${said.join('\n')}`);
    console.log(`the page logged: ${sent.slice('log: '.length)}`);
    const errors = said.filter((text) => text.startsWith('error: ') && !text.includes('404'));
    if (errors.length > 0) throw new Error(errors.join('\n'));
    return true;
  } finally {
    await browser.close();
    process.kill(-server.pid);
  }
}

/** The first address on this machine that a server prints. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`no address within a minute:\n${printed}`)), 60_000);
    const look = (chunk) => {
      printed += chunk;
      const [address] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+\/?/.exec(printed) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout.on('data', look);
    server.stderr.on('data', look);
    server.on('close', () => reject(new Error(`the server ended:\n${printed}`)));
  });
}
