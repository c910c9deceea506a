import sharp from 'sharp';

/** @returns `{ width, height, data }`, four bytes a pixel */
export function decode(png) {
  return raw(sharp(png));
}

/** The same, half as wide and high. */
export async function halved(png) {
  const { width } = await sharp(png).metadata();
  return raw(sharp(png).resize(width >> 1));
}

/** A PNG in a quarter of the bytes: each pixel is one of 256 colours that are like those of the picture. */
export function encode({ width, height, data }) {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ palette: true, effort: 8, compressionLevel: 9, dither: 0.6 })
    .toBuffer();
}

async function raw(picture) {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
