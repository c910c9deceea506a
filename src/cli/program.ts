import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { check, FORMATS, type CheckOptions, type ExitCode } from './check.js';
import type { Host } from './host.js';
import { preview } from './preview.js';

/**
 * Runs the tool.
 *
 * @param argv - what stands after the program's name on the command line.
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = new Command('mf-card')
    .description('Checks Mobile Flows cards, and shows them.')
    .version(version, '-v, --version')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.err });
  program
    .command('check')
    .description('Says what is wrong with the JSON of cards, and where.')
    .argument('[files...]', 'files, patterns such as "cards/**/*.json", or - for the standard input')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .addOption(
      new Option('--max-warnings <number>', 'exit with 1 when there are more warnings')
        .argParser(wholeNumber)
        .default(Infinity, 'any number'),
    )
    .option('-q, --quiet', 'print errors only')
    .option('--no-color', 'print without colours')
    .addHelpText('after', CHECK_HELP)
    .action(async (files: string[], options: Omit<CheckOptions, 'version' | 'quiet'>) => {
      exit = await check(files, { quiet: false, ...options, version }, host);
    });
  program
    .command('preview')
    .description('Shows a card in your browser, and again whenever its file changes.')
    .argument('[file]', 'a file with cards; without one the samples are shown')
    .addOption(new Option('-p, --port <number>', 'the port of the page').argParser(portNumber))
    .addHelpText('after', PREVIEW_HELP)
    .action(async (file: string | undefined, options: { port?: number }) => {
      exit = await preview(file, options, host);
    });
  for (const command of [program, ...program.commands])
    command.showHelpAfterError(
      `Try: ${command === program ? 'mf-card' : `mf-card ${command.name()}`} --help`,
    );
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return exit;
}

const CHECK_HELP = `
Files may hold a card, a list of cards, {"objects": […]} or {"results": […]};
those named .jsonl or .ndjson one such text in each line.

Exit codes: 0 all is well, 1 errors or too many warnings, 2 wrong use.`;

const PREVIEW_HELP = `
The page is for this machine alone, and asks nothing of the network but the
pictures of a card. Actions are answered by a host that is made up.`;

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('It must be at most 65535.');
  return port;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}
