import { nothing } from 'lit';
import { byteSize } from '../../messages/formats.js';
import type { Attachment } from '../../schema/model.js';
import { apart, html, none } from '../flat.js';
import { fileIcon } from '../icons.js';
import type { AttachmentState, RenderContext } from '../render-context.js';
import { instantTime } from '../times.js';

/** Files of a card. A press asks the host for the file, as its URL usually needs the host's credentials. */
export function attachmentList(files: readonly Attachment[], context: RenderContext) {
  return html`<ul part="attachments" class="attachments" role="list">
    ${files.map((file) => attachmentRow(file, context))}
  </ul>`;
}

function attachmentRow(file: Attachment, context: RenderContext) {
  const { messages, attachments } = context;
  const { url, vendorUrl, title, description } = file;
  const state = attachments.get(url ?? '');
  const loading = state?.kind === 'loading';
  return html`<li part="attachment ${state?.kind ?? ''}" class="attachment">
    ${fileIcon}
    <div part="attachment-texts" class="attachment-texts">
      ${
        url === null
          ? html`<span part="attachment-name" class="attachment-name">${file.name}</span>`
          : html`<a
              part="attachment-name"
              class="attachment-name"
              href=${url}
              target="_blank"
              rel="noopener noreferrer"
              aria-busy=${loading ? 'true' : nothing}
              @click=${(event: Event) => context.handlers.attachment(event, file)}
              >${file.name}</a
            >`
      }
      ${title === null ? none : html`<span part="attachment-title" class="attachment-title">${title}</span>`}
      ${description === null ? none : html`<span part="attachment-text" class="attachment-text">${description}</span>`}
      ${apart(state ? loadState(file, state, context) : detailsOf(file, context))}
      ${
        vendorUrl === null
          ? none
          : html`<a
              part="attachment-source"
              class="attachment-source"
              href=${vendorUrl}
              target="_blank"
              rel="noopener noreferrer"
              data-open="attachment"
              >${messages.openAtVendor}</a
            >`
      }
    </div>
  </li>`;
}

function detailsOf(file: Attachment, context: RenderContext) {
  const details = typeAndSize(file, context);
  const at = file.updatedAt ?? file.createdAt;
  if (at === null) return html`<span part="attachment-details" class="attachment-details">${details}</span>`;
  return html`<span part="attachment-details" class="attachment-details"
    >${details ? `${details} · ` : ''}${instantTime(at, 'attachment-time', context)}</span
  >`;
}

/** How far the file has come, or that it did not; and one button, which keeps the focus while its words change. */
function loadState(file: Attachment, state: AttachmentState, { messages, handlers, locale }: RenderContext) {
  const failed = state.kind === 'failed';
  const total = failed ? null : (state.total ?? file.sizeBytes);
  const known = !failed && state.received > 0 && total !== null && total >= state.received;
  const said = failed
    ? messages[state.said]
    : known
      ? messages.attachmentProgress(byteSize(state.received, locale), byteSize(total, locale))
      : messages.attachmentLoading;
  const again = failed ? messages.retry : messages.cancel;
  return html`<span
      part=${failed ? 'attachment-fault' : 'attachment-details'}
      class=${failed ? 'attachment-fault' : 'attachment-details'}
      >${said}</span
    >
    ${
      known
        ? html`<progress
            part="attachment-progress"
            class="attachment-progress"
            aria-label=${file.name}
            max=${total}
            value=${state.received}
          ></progress>`
        : none
    }
    <button
      part="toggle attachment-again"
      class="toggle"
      type="button"
      aria-label=${messages.labelled(again, file.name)}
      @click=${(event: Event) => (failed ? handlers.attachment(event, file) : handlers.giveUpAttachment(file))}
    >
      ${again}
    </button>`;
}

/** `PDF · 12.3 kB`; what is not told is left out. */
function typeAndSize({ contentType, sizeBytes }: Attachment, { locale }: RenderContext): string {
  const subtype = /\/(?:x-|vnd\.)?([a-z0-9]{2,6})(?:$|[;+.])/i.exec(contentType ?? '')?.[1]?.toUpperCase();
  return [subtype, sizeBytes === null ? undefined : byteSize(sizeBytes, locale)].filter(Boolean).join(' · ');
}
