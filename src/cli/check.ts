import { createColors } from 'picocolors';
import { checkLines, checkText } from './check-text.js';
import { decode } from './decode.js';
import { githubFormat } from './formats/github.js';
import { jsonFormat } from './formats/json.js';
import { sarifFormat } from './formats/sarif.js';
import { textFormat } from './formats/text.js';
import type { Host } from './host.js';
import { findInputs, type Input } from './inputs.js';
import { countsOf, type FileReport, type Report } from './report.js';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly maxWarnings: number;
  readonly quiet: boolean;
  /** `false` when the user wants none. */
  readonly color: boolean;
  /** Of this tool. */
  readonly version: string;
}

/** Nothing wrong, something found, wrong use. */
export type ExitCode = 0 | 1 | 2;

/** Checks files and prints what was found. What could not be read is told on the error output. */
export async function check(wanted: readonly string[], options: CheckOptions, host: Host): Promise<ExitCode> {
  const { inputs, problems: vain } = await findInputs(wanted, host);
  const problems = [...vain];
  const files: FileReport[] = [];
  for (const input of inputs) {
    try {
      files.push(await checkInput(input, host));
    } catch (error) {
      problems.push(`${input.name} can't be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (files.length > 0)
    host.out(format({ files, quiet: options.quiet, complete: problems.length === 0 }, options, host));
  for (const problem of problems) host.err(`mf-card: ${problem}\n`);
  const { errors, warnings } = countsOf(files);
  const tooMany = warnings > options.maxWarnings;
  if (tooMany)
    host.err(`mf-card: too many warnings: ${warnings}, with --max-warnings ${options.maxWarnings}\n`);
  if (problems.length > 0) return 2;
  return errors > 0 || tooMany ? 1 : 0;
}

async function checkInput({ name, path, uri }: Input, host: Host): Promise<FileReport> {
  const { text, fault } = decode(path === null ? await host.readInput() : await host.readFile(path));
  if (text === null) return { name, path, uri, text: '', cards: 0, diagnostics: [fault] };
  const { cards, diagnostics } = /\.(?:jsonl|ndjson)$/i.test(name) ? checkLines(text) : checkText(text);
  return {
    name,
    path,
    uri,
    text: text.replace(/^\ufeff/, ''),
    cards,
    diagnostics: fault ? [fault, ...diagnostics] : diagnostics,
  };
}

function format(report: Report, { format: name, color, version }: CheckOptions, host: Host): string {
  switch (name) {
    case 'json':
      return jsonFormat(report);
    case 'sarif':
      return sarifFormat(report, version);
    case 'github':
      return githubFormat(report);
    case 'text': {
      const colors = createColors(color && wantsColor(host));
      return textFormat(report, { colors, width: Math.min(host.columns ?? 100, 160) });
    }
  }
}

/** See no-color.org and force-color.org. */
function wantsColor({ env, terminal }: Host): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}
