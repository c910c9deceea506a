import type { Colors } from 'picocolors/types';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import { excerpt } from '../excerpt.js';
import { Lines } from '../lines.js';
import { printable } from '../printable.js';
import { cardsOf, countsOf, shown, type FileReport, type Report } from '../report.js';

export interface TextOptions {
  readonly colors: Colors;
  /** Of the terminal, in columns. */
  readonly width: number;
}

/** As compilers print it: the place, what is wrong, what to do, and the line with a marker under it. */
export function textFormat(report: Report, options: TextOptions): string {
  const blocks = report.files.flatMap((file) => {
    const lines = new Lines(file.text);
    return shown(file, report).map((finding) => findingText(finding, file, lines, options));
  });
  return [...blocks, ...firstThings(report), summary(report)].join('\n');
}

/** Where to begin with texts that are not JSON. */
function firstThings({ files }: Report): string[] {
  const broken = files.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'json-syntax'));
  if (broken.length === 0) return [];
  const names = broken.map(({ name }) => printable(name)).join(', ');
  return [
    `Not JSON yet: ${names}\n` +
      '  Mend what is called json-syntax first, from the top, and check again. What is said of the cards\n' +
      '  was found in what could be made out of the text.\n',
  ];
}

/** `2 files, 3 cards: 1 error, 2 warnings, 0 notes` */
export function summary({ files }: Report): string {
  const { errors, warnings, notes } = countsOf(files);
  const found = `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notes, 'note')}`;
  return `${count(files.length, 'file')}, ${count(cardsOf(files), 'card')}: ${found}\n`;
}

function findingText(
  { severity, code, message, hint, range }: Diagnostic,
  { name }: FileReport,
  lines: Lines,
  { colors, width }: TextOptions,
): string {
  const color = colorOf(severity, colors);
  const { start, end } = range ?? lines.range(0, 0);
  const place = colors.bold(`${printable(name)}:${start.line}:${start.column}`);
  const line = lines.line(start.line);
  const gutter = `${start.line}`;
  const last = end.line === start.line ? end.column - 1 : line.trimEnd().length;
  const { source, marker } = excerpt(line, start.column - 1, last, width - gutter.length - 5);
  return [
    `${place}  ${color(severity)}  ${colors.dim(code)}  ${printable(message)}`,
    ...(hint === undefined ? [] : [`  ${colors.cyan('hint:')} ${printable(hint)}`]),
    `  ${colors.dim(`${gutter} |`)} ${source}`.trimEnd(),
    `  ${colors.dim(`${' '.repeat(gutter.length)} |`)} ${color(marker)}`,
    '',
  ].join('\n');
}

function colorOf(severity: Severity, colors: Colors) {
  return { error: colors.red, warning: colors.yellow, info: colors.blue }[severity];
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}
