import { parseArgs } from 'node:util';

/**
 * Reads the command line. `--help` prints what there is and ends the process; what can't be used is said on one line and
 * ends it with 2.
 *
 * @param usage - the command and what it is for.
 * @param options - by name: `help`, `default`, and `read`, which makes a value of the text or throws what is wrong with
 *   it; without `read` the option is a switch.
 * @returns the values by name; what is not given and has no default is left out.
 */
export function commandLine(usage, options, args = process.argv.slice(2)) {
  const entries = Object.entries(options);
  const types = entries.map(([name, { read }]) => [name, { type: read ? 'string' : 'boolean' }]);
  try {
    const given = parseArgs({
      args,
      options: { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } },
    }).values;
    if (given.help) end(helpText(usage, entries), 0);
    const values = entries.map(([name, { read, default: usual }]) => {
      const value = given[name] ?? usual;
      if (value === undefined || !read) return [name, value];
      try {
        return [name, read(value)];
      } catch (error) {
        throw new Error(`--${name}: ${error.message}, not "${value}"`, { cause: error });
      }
    });
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  } catch ({ message }) {
    return end(`${message.split(/\.\s/)[0]}. See --help.`, 2);
  }
}

/** A whole number from `least` up. */
export function whole(least) {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new Error(`must be a whole number from ${least} up`);
    return Number(text);
  };
}

/** Whole numbers from `least` up with commas between them; each is taken once, the smallest first. */
export function wholes(least) {
  return (text) => {
    const parts = text.split(',').map((part) => part.trim());
    if (!parts.every((part) => /^\d{1,9}$/.test(part) && Number(part) >= least))
      throw new Error(`must be whole numbers from ${least} up with commas between them`);
    return [...new Set(parts.map(Number))].sort((a, b) => a - b);
  };
}

/** Some of the names, with commas between them. */
export function someOf(names) {
  return (text) => {
    const chosen = text.split(',').map((name) => name.trim());
    if (!chosen.every((name) => names.includes(name)))
      throw new Error(`takes ${names.join(', ')} with commas between them`);
    return names.filter((name) => chosen.includes(name));
  };
}

/** Any text with something in it. */
export function someText(text) {
  if (text.trim() === '') throw new Error('must not be empty');
  return text;
}

function helpText(usage, entries) {
  const lines = entries.map(([name, { read, help, default: usual }]) => {
    const option = `  --${name}${read ? ' …' : ''}`.padEnd(16);
    return `${option}${help}${usual === undefined ? '' : ` (${usual})`}`;
  });
  return `${usage}\n\n${lines.join('\n')}\n  --help        this`;
}

/** Writes at once: a process that exits does not wait for its streams. */
function end(text, code) {
  (code ? console.error : console.log)(text);
  process.exit(code);
}
