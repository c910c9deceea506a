import { listed } from '../../messages/formats.js';
import type { Trip, TripLeg } from '../../schema/model.js';
import { html, none } from '../flat.js';
import type { RenderContext } from '../render-context.js';
import { valueTemplate } from '../text.js';

/** An itinerary: its summary, its stops, and its legs. Times are the airport's own and never moved. */
export function tripDetails({ stops, event, date, others, legs }: Trip, context: RenderContext) {
  return html`
    ${
      event === null && date === null
        ? none
        : html`<p part="trip-summary" class="trip-summary">
            ${event === null ? none : html`<b part="trip-event">${event}</b>`}
            ${date === null ? none : html`<span part="trip-date" class="trip-date">${valueTemplate(date, context)}</span>`}
          </p>`
    }
    ${
      others.length
        ? html`<p part="trip-others" class="trip-others">
            <span>${context.messages.travellers}</span> <span>${listed(others, context.locale)}</span>
          </p>`
        : none
    }
    ${
      stops.length
        ? html`<ul part="trip-stops" class="trip-stops" role="list">
            ${stops.map(
              ({ title, text, imageUrl }) =>
                html`<li part="trip-stop" class="trip-stop">
                  ${
                    imageUrl === null
                      ? none
                      : html`<img
                          part="trip-image"
                          class="trip-image"
                          src=${imageUrl}
                          alt=""
                          loading="lazy"
                          referrerpolicy="no-referrer"
                        />`
                  }
                  <div>
                    ${title === null ? none : html`<b>${title}</b>`}
                    ${text === null ? none : html`<span>${valueTemplate(text, context)}</span>`}
                  </div>
                </li>`,
            )}
          </ul>`
        : none
    }
    ${
      legs.length
        ? html`<ol part="trip-legs" class="trip-legs" role="list">
            ${legs.map((leg) => legRow(leg, context))}
          </ol>`
        : none
    }
  `;
}

function legRow(leg: TripLeg, context: RenderContext) {
  const { messages } = context;
  const fact = (title: string, value: string | null) =>
    value === null
      ? none
      : html`<div part="fact">
          <dt part="fact-title">${title}</dt>
          <dd part="fact-value">${valueTemplate(value, context)}</dd>
        </div>`;
  return html`<li part="trip-leg" class="trip-leg">
    <dl part="facts">
      ${fact(messages.destination, leg.destination)} ${fact(messages.date, leg.date)}
      ${fact(messages.time, leg.time)} ${fact(messages.flight, leg.flight)}
      ${fact(messages.terminal, leg.terminal)} ${fact(messages.gate, leg.gate)}
    </dl>
  </li>`;
}
