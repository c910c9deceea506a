import { nothing } from 'lit';
import type { BannerItem } from '../schema/model.js';
import { html, none } from './flat.js';
import type { RenderContext } from './render-context.js';

/** Pictures and videos in a row that scrolls and snaps; nothing plays by itself. A picture is told of by its caption. */
export function bannerTemplate({ card }: RenderContext) {
  const many = card.banner.length > 1;
  return html`<div
    part="banner"
    class=${many ? 'banner many' : 'banner'}
    tabindex=${many ? '0' : nothing}
    role=${many ? 'group' : nothing}
    aria-labelledby=${many ? 'title' : nothing}
  >
    ${card.banner.map(bannerItem)}
  </div>`;
}

function bannerItem({ kind, url, title, description }: BannerItem) {
  return html`<figure part="banner-item ${kind}">
    ${
      url === null
        ? none
        : kind === 'image'
          ? html`<img
              part="banner-image"
              class="banner-image"
              src=${url}
              alt=""
              loading="lazy"
              referrerpolicy="no-referrer"
            />`
          : html`<video
              part="banner-video"
              class="banner-video"
              src=${url}
              controls
              preload="none"
              playsinline
              aria-label=${title ?? nothing}
            ></video>`
    }
    ${
      (title ?? description) === null
        ? none
        : html`<figcaption part="banner-caption">
            ${title === null ? none : html`<b>${title}</b>`}
            ${description === null ? none : html`<span>${description}</span>`}
          </figcaption>`
    }
  </figure>`;
}
