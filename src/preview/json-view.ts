import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Diagnostic, Range, Severity } from '../diagnostics/diagnostic.js';
import { findingsTemplate } from './findings-view.js';
import { textOf, type PreviewHandlers, type PreviewState } from './state.js';

/** The card's JSON with line numbers, and below it what was found in it. */
export function jsonPane(state: PreviewState, handlers: PreviewHandlers) {
  const { source, drafts, read } = state;
  const edited = source.name in drafts;
  const text = textOf(state);
  const faulty = read.findings.some(({ severity }) => severity === 'error');
  return html`<section class="pane json-pane" aria-labelledby="json-heading">
    <div class="bar">
      <h2 id="json-heading"><label for="card-json">Card JSON</label></h2>
      <div class="buttons">
        <button
          type="button"
          ?disabled=${read.formatted === null || read.formatted === text}
          @click=${() => handlers.format()}
        >
          Format
        </button>
        <button type="button" ?disabled=${!edited} @click=${() => handlers.restore()}>
          ${source.isFile ? 'Show the file' : 'Restore sample'}
        </button>
      </div>
    </div>
    <p class="file-note" role="status">${source.isFile ? fileNote(edited, state.fileProblem) : ''}</p>
    <div class="editor">
      <div class="gutter" aria-hidden="true">${lineNumbers(text, read.findings)}</div>
      <textarea
        id="card-json"
        dir="ltr"
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        aria-invalid=${faulty ? 'true' : 'false'}
        aria-describedby="findings-count"
        .value=${live(text)}
        @input=${(event: Event) => handlers.type((event.target as HTMLTextAreaElement).value)}
        @scroll=${followScroll}
      ></textarea>
    </div>
    ${findingsTemplate(read.findings, handlers)}
  </section>`;
}

function fileNote(edited: boolean, problem: string): string {
  if (problem || !edited) return problem;
  return 'You have changed this text here. The file is as it was, and what is saved to it is not shown.';
}

/** Selects a place in the text and brings it into view. */
export function selectRange(area: HTMLTextAreaElement, { start, end }: Range): void {
  area.focus();
  area.setSelectionRange(start.offset, end.offset);
  const { fontSize, lineHeight } = getComputedStyle(area);
  const top = (start.line - 1) * parseFloat(lineHeight);
  // Of a monospace font the width is about six tenths of the size.
  const left = (start.column - 1) * parseFloat(fontSize) * 0.6;
  if (top < area.scrollTop || top > area.scrollTop + area.clientHeight * 0.9)
    area.scrollTop = top - area.clientHeight / 3;
  area.scrollLeft = left < area.clientWidth * 0.8 ? 0 : left - area.clientWidth / 3;
}

/** Marks each line that has a finding by the gravest of them. */
function lineNumbers(text: string, findings: readonly Diagnostic[]) {
  const marks = new Map<number, Severity>();
  for (const severity of ['info', 'warning', 'error'] as const)
    for (const { severity: own, range } of findings)
      if (range && own === severity) marks.set(range.start.line, severity);
  const numbers: unknown[] = [];
  let unmarked = '';
  const { length } = text.split('\n');
  for (let line = 1; line <= length; line++) {
    const mark = marks.get(line);
    if (mark === undefined) {
      unmarked += `${line}\n`;
      continue;
    }
    numbers.push(unmarked, html`<span class=${mark}>${line}</span>`);
    unmarked = '\n';
  }
  return [...numbers, unmarked];
}

function followScroll({ target }: Event): void {
  const area = target as HTMLTextAreaElement;
  const gutter = area.previousElementSibling;
  if (gutter) gutter.scrollTop = area.scrollTop;
}
