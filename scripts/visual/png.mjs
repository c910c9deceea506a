import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** The most colours that a palette can hold, and of these those that stand for all that are near them. */
const MOST = 256;
const MOST_GROUPS = 200;
/** Colours are near each other that differ in the last three, four … bits of a channel only. */
const MASKS = [0xfff8f8f8, 0xfff0f0f0, 0xffe0e0e0, 0xffc0c0c0, 0xff808080];

/** @returns `{ width, height, data }`, four bytes a pixel */
export function decode(png) {
  return PNG.sync.read(png);
}

/** Half as wide and high: each pixel is the mean of four. */
export function halved({ width, height, data }) {
  const small = { width: width >> 1, height: height >> 1 };
  const half = Buffer.alloc(small.width * small.height * 4);
  for (let y = 0, at = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++, at++) {
        const first = (y * 2 * width + x * 2) * 4 + channel;
        const below = first + width * 4;
        half[at] = (data[first] + data[first + 4] + data[below] + data[below + 4] + 2) >> 2;
      }
  return { ...small, data: half };
}

/**
 * An opaque picture in a quarter of the bytes: each pixel is an index into a palette. Its most frequent colours stay as they
 * are; of the others, those at the edges of letters as a rule, each group of near ones becomes one.
 */
export function encode({ width, height, data }) {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const { colours, indexOf } = paletteOf(pixels);
  const palette = Buffer.from(
    colours.flatMap((colour) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]),
  );
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0, pixel = 0; y < height; y++) {
    at++; // each row begins with its filter: none
    for (let x = 0; x < width; x++) rows[at++] = indexOf(pixels[pixel++]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits, by palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paletteOf(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  if (byUse.length <= MOST) return indexed(byUse, new Map(), 0);
  for (const mask of MASKS) {
    const groups = new Map();
    for (const colour of byUse) if (!groups.has(colour & mask)) groups.set(colour & mask, colour);
    if (groups.size > MOST_GROUPS) continue; // the last mask leaves eight
    const colours = [...new Set([...groups.values(), ...byUse])].slice(0, MOST);
    return indexed(colours, groups, mask);
  }
}

function indexed(colours, groups, mask) {
  const places = new Map(colours.map((colour, place) => [colour, place]));
  return { colours, indexOf: (colour) => places.get(colour) ?? places.get(groups.get(colour & mask)) };
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
