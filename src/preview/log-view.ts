import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LogEntry } from './log.js';
import type { Decoded, SentRequest } from './sent-request.js';
import type { PreviewHandlers, PreviewState } from './state.js';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** What the card told its host, newest first. */
export function logPane({ log }: PreviewState, handlers: PreviewHandlers) {
  const newest = log[0];
  return html`<section class="pane log-pane" aria-labelledby="log-heading">
    <div class="bar">
      <h2 id="log-heading">Event log</h2>
      <div class="buttons">
        <button type="button" ?disabled=${log.length === 0} @click=${() => handlers.clearLog()}>Clear</button>
      </div>
    </div>
    <p class="said" role="status">${newest ? `${newest.event}: ${newest.summary}` : nothing}</p>
    ${
      newest
        ? html`<ol class="log" role="list" reversed tabindex="0" aria-labelledby="log-heading">
            ${repeat(
              log,
              ({ id }) => id,
              (entry) => html`<li>${entryTemplate(entry, handlers)}</li>`,
            )}
          </ol>`
        : html`<p class="log-empty">
            Nothing yet. Press an action or a link of the card: what it tells its host is listed here, with
            the request that the host would send.
          </p>`
    }
  </section>`;
}

function entryTemplate(entry: LogEntry, handlers: PreviewHandlers) {
  const { request, retry } = entry;
  if (request)
    return html`<details class="entry" open>
      <summary>${headTemplate(entry)}</summary>
      ${requestTemplate(request)}
    </details>`;
  return html`<div class="entry">
    <p class="entry-line">${headTemplate(entry)}</p>
    ${
      retry
        ? html`<button type="button" @click=${() => handlers.signIn(retry)}>Sign in and try again</button>`
        : nothing
    }
  </div>`;
}

function headTemplate({ at, event, summary, tone }: LogEntry) {
  return html`<span class="entry-head"
      ><code class="event">${event}</code>
      <time datetime=${new Date(at).toISOString()}>${clock.format(at)}</time></span
    >
    <span class="summary ${tone}">${summary}</span>`;
}

function requestTemplate({ method, url, headers, body, decoded, fault, ...ids }: SentRequest) {
  return html`<div class="request">
    <p class="request-line"><strong>${method}</strong> ${url}</p>
    ${fault === null ? nothing : html`<p class="bad">The browser would not send it: ${fault}</p>`}
    ${pairsTemplate(headers)}
    <h3>Body as sent</h3>
    ${body === null ? html`<p class="none">None</p>` : html`<pre>${body || '(empty)'}</pre>`}
    ${
      decoded
        ? html`<h3>${body === null ? 'Query decoded' : 'Body decoded'}</h3>
            ${decodedTemplate(decoded)}`
        : nothing
    }
    <h3>Identity</h3>
    ${pairsTemplate([
      ['submissionId', ids.submissionId],
      ['actionId', ids.actionId ?? 'null'],
      ['cardKey', ids.cardKey],
    ])}
  </div>`;
}

function pairsTemplate(pairs: SentRequest['headers']) {
  return html`<dl>
    ${pairs.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function decodedTemplate(decoded: Decoded) {
  if (decoded.kind === 'json') return html`<pre>${decoded.text}</pre>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Value</th>
      </tr>
    </thead>
    <tbody>
      ${decoded.fields.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
