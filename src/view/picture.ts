import type { Picture } from '../schema/model.js';
import { html } from './flat.js';

/** A picture among texts; it comes when it is scrolled to. */
export function picture({ url, text }: Picture, part: string) {
  return html`<img
    part=${part}
    class=${part}
    src=${url}
    alt=${text ?? ''}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}
