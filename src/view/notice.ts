import { html, nothing } from 'lit';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Messages } from '../messages/en.js';
import { faultIcon } from './icons.js';

/** In the place of a card: says why there is none. Never an empty hole. */
export function noticeTemplate(title: string, fault: Diagnostic | undefined, messages: Messages) {
  const place = fault?.range?.start;
  return html`<div part="notice ${fault ? 'fault' : ''}" class="notice">
    ${faultIcon}
    <div>
      <p part="notice-title" class="notice-title">${title}</p>
      ${
        fault
          ? html`<p part="notice-text" class="notice-text">
              ${
                place
                  ? html`<span part="notice-place" class="notice-place"
                      >${messages.labelled(messages.faultAt(place.line, place.column), '')}</span
                    >`
                  : nothing
              }<span lang=${messages.diagnostics ? nothing : 'en'}>${fault.message} ${fault.hint ?? ''}</span>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}
