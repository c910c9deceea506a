import { AdaptiveCard } from 'adaptivecards';
import style from 'adaptivecards/lib/adaptivecards.css?inline';
import { formatDate } from './dates.js';

/* The same texts and controls as an Adaptive Card. Its `parse` looks the card over. */

const block = (text, more) => ({ type: 'TextBlock', text, wrap: true, ...more });
const factSet = (fields) => ({
  type: 'FactSet',
  facts: fields.map(({ title, description }) => ({ title, value: description })),
});
const link = (title, url) => ({ type: 'Action.OpenUrl', title, url });
const isFact = ({ type }) => type === 'GENERAL';

function sectionOf({ title, items }) {
  const files = items.filter((item) => !isFact(item));
  return {
    type: 'Container',
    items: [
      block(title, { weight: 'Bolder' }),
      ...(files.length < items.length ? [factSet(items.filter(isFact))] : []),
      ...(files.length
        ? [
            {
              type: 'ActionSet',
              actions: files.map((each) => link(each.attachment_name, each.attachment_url)),
            },
          ]
        : []),
    ],
  };
}

function actionOf({ id, label, user_input, primary }) {
  const style = primary ? 'positive' : 'default';
  if (!user_input) return { type: 'Action.Submit', title: label, style, data: { id } };
  return {
    type: 'Action.ShowCard',
    title: label,
    style,
    card: {
      type: 'AdaptiveCard',
      body: user_input.map((input) => ({
        type: 'Input.Text',
        id: input.id,
        label: input.label,
        isMultiline: true,
        isRequired: true,
        maxLength: input.max_length,
      })),
      actions: [{ type: 'Action.Submit', title: 'Send', data: { id } }],
    },
  };
}

function translated({ creation_date, image, header, body, actions }) {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'auto', items: [{ type: 'Image', url: image.href, width: '40px' }] },
          {
            type: 'Column',
            width: 'stretch',
            items: [
              block(formatDate(creation_date), { isSubtle: true }),
              {
                type: 'Container',
                items: [block(header.title, { weight: 'Bolder', size: 'Medium' })],
                selectAction: link(header.title, header.links.title),
              },
              block(header.subtitle[0], { isSubtle: true }),
            ],
          },
        ],
      },
      block(body.description),
      factSet(body.fields.filter(isFact)),
      ...body.fields.filter((field) => !isFact(field)).map(sectionOf),
      { type: 'ActionSet', actions: actions.map(actionOf) },
    ],
  };
}

function drawn(card) {
  const drawing = new AdaptiveCard();
  drawing.parse(translated(card));
  return drawing.render();
}

let elements = [];

export function start() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

export function show(text, place) {
  elements = JSON.parse(text).map(drawn);
  place.append(...elements);
}

/** A card that is there can't be changed, only made again. */
export function change(index, text) {
  const next = drawn(JSON.parse(text));
  elements[index].replaceWith(next);
  elements[index] = next;
}

export const roots = () => elements;
