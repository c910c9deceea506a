import { cardsOf, countsOf, shown, type FileReport, type Report } from '../report.js';

/** For programs. The shape is described in docs/cli.md; `version` rises when it changes in a way that breaks a reader. */
export function jsonFormat(report: Report): string {
  const { files } = report;
  return `${JSON.stringify(
    {
      version: 1,
      files: files.map((file) => ({
        file: file.name,
        ...totals([file]),
        diagnostics: shown(file, report).map(({ severity, code, path, facts, message, hint, range }) => ({
          severity,
          code,
          path,
          facts,
          message,
          hint: hint ?? null,
          range,
        })),
      })),
      total: { files: files.length, ...totals(files) },
    },
    null,
    2,
  )}\n`;
}

function totals(files: readonly FileReport[]) {
  return { cards: cardsOf(files), ...countsOf(files) };
}
