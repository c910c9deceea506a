import type { Log, ReportingDescriptor, Result } from 'sarif';
import { diagnosticTexts, type DiagnosticCode } from '../../diagnostics/codes.js';
import { pathText, type Diagnostic, type Severity } from '../../diagnostics/diagnostic.js';
import { severityOf } from '../../diagnostics/severity.js';
import { shown, type FileReport, type Report } from '../report.js';

const LEVELS: Record<Severity, Result.level> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, which code scanning and editors read. */
export function sarifFormat(report: Report, version: string): string {
  const codes = Object.keys(diagnosticTexts) as DiagnosticCode[];
  const driver = { name: 'mf-card', version, rules: codes.map(rule) };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.complete }],
        artifacts: report.files.map(({ uri }) => ({ location: { uri } })),
        results: report.files.flatMap((file, index) =>
          shown(file, report).map((finding) => result(finding, file, index, codes)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: DiagnosticCode): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: code.replaceAll('-', ' ') },
    defaultConfiguration: { level: LEVELS[severityOf(code)] },
  };
}

/**
 * A text as it is: what a card says must become neither a placeholder in a viewer, `{0}`, nor a link, `[words](address)`.
 *
 * Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
 */
function plain(text: string): string {
  return text.replaceAll('](', '] (').replace(/[{}]/g, '$&$&');
}

function result(
  { severity, code, path, message, hint, range }: Diagnostic,
  { uri }: FileReport,
  index: number,
  codes: readonly DiagnosticCode[],
): Result {
  const region = range && {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: plain(hint === undefined ? message : `${message} ${hint}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index }, ...(region && { region }) },
        logicalLocations: [{ fullyQualifiedName: pathText(path) }],
      },
    ],
  };
}
