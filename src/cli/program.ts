import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { check, FORMATS, type CheckOptions, type ExitCode } from './check.js';
import type { Host } from './host.js';

/**
 * Runs the tool.
 *
 * @param argv - what stands after the program's name on the command line.
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = new Command('mf-card')
    .description('Checks Mobile Flows cards.')
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
  for (const command of [program, ...program.commands])
    command.showHelpAfterError(`Try: ${command === program ? 'mf-card' : 'mf-card check'} --help`);
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

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}
