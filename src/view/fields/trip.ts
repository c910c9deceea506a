import { html, nothing } from 'lit';
import type { Trip, TripLeg } from '../../schema/model.js';
import type { RenderContext } from '../render-context.js';
import { valueTemplate } from '../text.js';

/** An itinerary: its summary, its stops, and its legs. Times are the airport's own and never moved. */
export function tripDetails({ stops, event, date, others, legs }: Trip, context: RenderContext) {
  return html`
    ${
      event === null && date === null
        ? nothing
        : html`<p part="trip-summary">
            ${event === null ? nothing : html`<b part="trip-event">${event}</b>`}
            ${date === null ? nothing : html`<span part="trip-date">${valueTemplate(date, context)}</span>`}
          </p>`
    }
    ${
      others.length
        ? html`<p part="trip-others">
            <span>${context.messages.travellers}</span> <span>${others.join(', ')}</span>
          </p>`
        : nothing
    }
    ${
      stops.length
        ? html`<ul part="trip-stops" role="list">
            ${stops.map(
              ({ title, text, imageUrl }) =>
                html`<li part="trip-stop">
                  ${
                    imageUrl === null
                      ? nothing
                      : html`<img
                          part="trip-image"
                          src=${imageUrl}
                          alt=""
                          loading="lazy"
                          referrerpolicy="no-referrer"
                        />`
                  }
                  <div>
                    ${title === null ? nothing : html`<b>${title}</b>`}
                    ${text === null ? nothing : html`<span>${valueTemplate(text, context)}</span>`}
                  </div>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      legs.length
        ? html`<ol part="trip-legs" role="list">
            ${legs.map((leg) => legRow(leg, context))}
          </ol>`
        : nothing
    }
  `;
}

function legRow(leg: TripLeg, context: RenderContext) {
  const { messages } = context;
  const fact = (title: string, value: string | null) =>
    value === null
      ? nothing
      : html`<div part="fact">
          <dt part="fact-title">${title}</dt>
          <dd part="fact-value">${valueTemplate(value, context)}</dd>
        </div>`;
  return html`<li part="trip-leg">
    <dl part="facts">
      ${fact(messages.destination, leg.destination)} ${fact(messages.date, leg.date)}
      ${fact(messages.time, leg.time)} ${fact(messages.flight, leg.flight)}
      ${fact(messages.terminal, leg.terminal)} ${fact(messages.gate, leg.gate)}
    </dl>
  </li>`;
}
