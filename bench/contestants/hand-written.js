import { cardStyle } from './card-style.js';
import { formatDate } from './dates.js';

/*
 * The least that a browser must do for this card: one template, cloned for each card, its texts put in place. It knows
 * the one form that the cards of the benchmark have, looks nothing over, and is no library.
 */

const facts = (count) =>
  `<dl>${'<div class="fact"><dt data-text> </dt><dd data-text> </dd></div>'.repeat(count)}</dl>`;
const section = `<section><h4 data-text> </h4>${facts(5)}</section>`;

const cardShape = document.createElement('template');
cardShape.innerHTML =
  '<article><header><img alt="" loading="lazy"><div><p class="muted" data-text> </p><h3><a data-text> </a></h3>' +
  '<p class="muted" data-text> </p></div></header><p data-text> </p>' +
  `${facts(6)}${section}${section}<section><h4 data-text> </h4><a data-text> </a></section>` +
  '<div class="actions"><button class="primary" data-text> </button><button data-text> </button></div></article>';

const formShape = document.createElement('template');
formShape.innerHTML =
  '<form><label>Comment<textarea></textarea></label><div class="actions"><button class="primary">Send</button>' +
  '<button type="button">Cancel</button></div></form>';

/** What the card says, in the order of the places of its template. */
function textsOf({ creation_date, header, body, actions }) {
  const texts = [formatDate(creation_date), header.title, header.subtitle[0], body.description];
  for (const { title, description, items } of body.fields) {
    texts.push(title);
    if (!items) texts.push(description);
    else
      for (const item of items) {
        if (item.type === 'GENERAL') texts.push(item.title, item.description);
        else texts.push(item.attachment_name);
      }
  }
  return texts.concat(actions[0].label, actions[1].label);
}

class HandWrittenCard {
  constructor(card) {
    this.element = cardShape.content.firstChild.cloneNode(true);
    this.texts = textsOf(card);
    this.places = Array.from(this.element.querySelectorAll('[data-text]'), ({ firstChild }) => firstChild);
    for (let i = 0; i < this.places.length; i++) this.places[i].data = this.texts[i];
    this.element.querySelector('img').src = card.image.href;
    const links = this.element.getElementsByTagName('a');
    links[0].href = card.header.links.title;
    links[1].href = card.body.fields[8].items[0].attachment_url;
    this.element.querySelector('.primary').onclick = () => this.openForm();
  }

  change(card) {
    const texts = textsOf(card);
    for (let i = 0; i < texts.length; i++) if (texts[i] !== this.texts[i]) this.places[i].data = texts[i];
    this.texts = texts;
  }

  openForm() {
    const form = formShape.content.firstChild.cloneNode(true);
    form.onsubmit = (event) => event.preventDefault();
    form.querySelector('[type=button]').onclick = () => form.remove();
    this.element.append(form);
  }
}

/**
 * @param options - `hostStyle`: styles of the element that holds a card's shadow root.
 * @returns a contestant: see README.md.
 */
export function handWritten({ hostStyle }) {
  const own = new CSSStyleSheet();
  own.replaceSync(cardStyle);
  let cards = [];
  let roots = [];
  return {
    start() {
      const page = new CSSStyleSheet();
      page.replaceSync(`.holder { ${hostStyle} }`);
      document.adoptedStyleSheets = [page];
    },
    show(text, place) {
      const all = document.createDocumentFragment();
      cards = JSON.parse(text).map((card) => new HandWrittenCard(card));
      roots = cards.map(({ element }) => {
        const holder = document.createElement('div');
        holder.className = 'holder';
        const root = holder.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [own];
        root.append(element);
        all.append(holder);
        return root;
      });
      place.append(all);
    },
    change: (index, text) => cards[index].change(JSON.parse(text)),
    roots: () => roots,
  };
}
