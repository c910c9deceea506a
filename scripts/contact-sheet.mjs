/*
 * Lays the stories of each section side by side, light and dark, as they are on a phone: docs/screenshots/<section>-light.png
 * and -dark.png. Run: npm run contact-sheet [-- --only actions]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decode, encode } from './visual/png.mjs';
import { allStories, openStories } from './visual/stories.mjs';

const FOLDER = 'docs/screenshots';
const WIDTH = 360;
const COLUMNS = 5;
const GAP = 20;
const LOOKS = {
  light: { ground: '#e9edf4', text: '#1c2430', muted: '#576172' },
  dark: { ground: '#0b0d11', text: '#eef1f6', muted: '#a6afbe' },
};

const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
const shown = allStories().filter(({ tags, id }) => !tags.includes('no-sheet') && id.startsWith(only));
const sections = new Map(shown.map(({ section }) => [section, []]));
for (const story of shown) sections.get(story.section).push(story);
mkdirSync(FOLDER, { recursive: true });
const browser = await openStories();
const stories = await browser.newPage();
const sheet = await browser.newPage();
for (const [section, members] of sections) {
  const pictures = { light: [], dark: [] };
  for (const story of members) {
    await stories.open(story);
    for (const scheme of Object.keys(LOOKS))
      pictures[scheme].push({ story, png: await stories.shoot(scheme, WIDTH) });
  }
  for (const scheme of Object.keys(LOOKS)) {
    const png = await encode(await decode(await layOut(section, scheme, pictures[scheme])));
    const file = `${FOLDER}/${section.toLowerCase().replaceAll(' ', '-')}-${scheme}.png`;
    writeFileSync(file, png);
    console.log(`${file}: ${members.length} stories, ${Math.round(png.length / 1024)} KB`);
  }
}
await browser.close();

async function layOut(section, scheme, pictures) {
  const { ground, text, muted } = LOOKS[scheme];
  // Each picture goes to the column that is shortest so far.
  const columns = Array.from({ length: Math.min(COLUMNS, pictures.length) }, () => ({
    height: 0,
    figures: [],
  }));
  for (const { story, png } of pictures) {
    const shortest = columns.reduce((a, b) => (b.height < a.height ? b : a));
    const { height } = await decode(png);
    shortest.height += height + 44;
    shortest.figures.push(
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption><b>${escape(story.name)}</b> ${escape(story.title.split('/').slice(1).join(' / '))}</figcaption></figure>`,
    );
  }
  const width = columns.length * (WIDTH + GAP) + GAP;
  await sheet.page.setViewportSize({ width, height: 400 });
  await sheet.page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: ${GAP}px; background: ${ground}; color: ${text}; font: 13px system-ui, sans-serif; }
    h1 { margin: 0 0 ${GAP}px; font-size: 22px; }
    main { display: flex; gap: ${GAP}px; align-items: start; }
    main > div { width: ${WIDTH}px; }
    figure { margin: 0 0 ${GAP}px; }
    img { display: block; width: ${WIDTH}px; border-radius: 10px; }
    figcaption { margin: 6px 2px 0; color: ${muted}; }
    b { color: ${text}; }
  </style><h1>${escape(section)}</h1><main>${columns
    .map(({ figures }) => `<div>${figures.join('')}</div>`)
    .join('')}</main>`);
  return sheet.page.screenshot({ fullPage: true });
}

function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
