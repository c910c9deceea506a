import { pause } from '../acts.js';
import { cardWithUrl } from '../url-card.js';
import { waysOf } from '../ways.js';

/** Cards whose pictures and videos may come from one host: drawn, and every picture scrolled to. */
export async function measure({ urls, samples, media, banner }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const cards = [...urls.map((url) => cardWithUrl(url)), ...samples, ...(banner ? [bannerOf(banner)] : [])];
  const templates = 'http://template.evil.invalid/card.hbs';
  let most = 0;
  for (const card of cards) {
    const feed = document.createElement('mf-card-feed');
    feed.richText = true;
    feed.urlPolicy = { media };
    waysOf(feed);
    feed.cards =
      card.objects || card.results || Array.isArray(card) ? card : { ...card, template: { href: templates } };
    document.getElementById('place').append(feed);
    await feed.updateComplete;
    await pause(0);
    for (const one of feed.shadowRoot.querySelectorAll('mf-card')) {
      await one.updateComplete;
      const pictures = [...one.shadowRoot.querySelectorAll('img, video')];
      for (const picture of pictures) picture.scrollIntoView();
      most = Math.max(most, pictures.length);
    }
    await pause(20);
    feed.remove();
  }
  await pause(300);
  return { cards: cards.length, most };
}

function bannerOf(urls) {
  return {
    backend_id: 'banner',
    header: { title: 'Banner' },
    banner: { items: urls.map((href) => ({ type: 'image', href })) },
  };
}
