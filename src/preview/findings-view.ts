import { html, nothing } from 'lit';
import { pathText, type Diagnostic } from '../diagnostics/diagnostic.js';
import { goodIcon, severityIcons } from './icons.js';
import { countsOf } from './read-text.js';
import type { PreviewHandlers } from './state.js';

/** More findings than these are only counted. */
const SHOWN = 100;

const severityNames = { error: 'Error', warning: 'Warning', info: 'Note' };

/** What `readCards` found. A finding with a place leads to it. */
export function findingsTemplate(findings: readonly Diagnostic[], handlers: PreviewHandlers) {
  return html`<div class="findings">
    <div class="findings-head">
      <h3>Findings</h3>
      <p id="findings-count" role="status">
        ${findings.length > 0 ? countsOf(findings) : html`${goodIcon}No faults found.`}
      </p>
    </div>
    ${
      findings.length > 0
        ? html`<ul role="list">
            ${findings.slice(0, SHOWN).map((finding) => findingTemplate(finding, handlers))}
          </ul>`
        : nothing
    }
    ${findings.length > SHOWN ? html`<p class="more">${findings.length - SHOWN} more.</p>` : nothing}
  </div>`;
}

function findingTemplate(finding: Diagnostic, handlers: PreviewHandlers) {
  const { range } = finding;
  if (!range) return html`<li><div class="finding">${contentTemplate(finding)}</div></li>`;
  return html`<li>
    <button type="button" class="finding" @click=${() => handlers.goTo(range)}>
      ${contentTemplate(finding)}
    </button>
  </li>`;
}

function contentTemplate({ severity, code, path, message, hint, range }: Diagnostic) {
  return html`<span class="severity ${severity}">${severityIcons[severity]}</span>
    <span class="finding-texts">
      <span class="message"><span class="said">${severityNames[severity]}: </span>${message}</span>
      ${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
      <span class="facts">
        ${range ? html`<span>Line ${range.start.line}, column ${range.start.column}</span>` : nothing}
        ${path.length > 0 ? html`<code>${pathText(path)}</code>` : nothing}
        <code>${code}</code>
      </span>
    </span>`;
}
