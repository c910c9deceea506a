import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import { Lines } from '../lines.js';
import { printable } from '../printable.js';
import { shown, type FileReport, type Report } from '../report.js';
import { summary } from './text.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which show each finding at its line of a change. */
export function githubFormat(report: Report): string {
  const commands = report.files.flatMap((file) => {
    const lines = new Lines(file.text);
    return shown(file, report).map((finding) => command(finding, file, lines));
  });
  return [...commands, summary(report)].join('\n');
}

/** A range of several lines ends with the first: GitHub shows a note under the last line, and without columns. */
function command(
  { severity, code, message, hint, range }: Diagnostic,
  file: FileReport,
  lines: Lines,
): string {
  const { start, end } = range ?? lines.range(0, 0);
  const afterEnd = start.line === end.line ? end.column : lines.line(start.line).trimEnd().length + 1;
  const properties = {
    ...(file.path !== null && { file: file.name }),
    line: start.line,
    col: start.column,
    endLine: start.line,
    endColumn: Math.max(start.column, afterEnd - 1),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = printable(hint === undefined ? message : `${message} ${hint}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeText(text)}`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
