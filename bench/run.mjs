/*
 * Measures how fast cards are read, drawn and changed, beside a page written by hand, a plain Lit card and Adaptive Cards.
 * See README.md. Run: npm run bench [-- --help]
 */
import { commandLine, someOf, someText, whole, wholes } from './command-line.mjs';

const PARTS = ['read', 'cold', 'cards', 'feed'];
const CONTESTANTS = ['floor', 'floor-lazy', 'mf-card', 'lit', 'adaptive-cards'];

const options = commandLine('npm run bench -- [options]: measures mf-card beside others, in Chromium', {
  n: { read: wholes(1), default: '1,100,1000', help: 'numbers of cards' },
  feed: { read: wholes(0), default: '1000,10000', help: 'numbers of cards in a feed; 0 for none' },
  rounds: { read: whole(1), default: '5', help: 'how often each is measured; feeds a third as often' },
  parts: { read: someOf(PARTS), default: PARTS.join(), help: 'what to measure' },
  only: { read: someOf(CONTESTANTS), default: CONTESTANTS.join(), help: 'whom to measure; floor always is' },
  out: { read: someText, help: 'file name, without ending, for Markdown and for JSON with all samples' },
  write: { help: 'write bench/RESULTS.md' },
});

// Loaded late: they take a second, and help needs none of them.
const { benchmark } = await import('./benchmark.mjs');
await benchmark({
  counts: options.n,
  feeds: options.feed.filter((count) => count > 0),
  rounds: options.rounds,
  parts: options.parts,
  contestants: CONTESTANTS.filter((name) => name === 'floor' || options.only.includes(name)),
  out: options.out,
  write: options.write ?? false,
});
