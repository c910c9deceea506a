import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/** Debian's folders of WebKitGTK are named after the machine, as in `/usr/lib/x86_64-linux-gnu/`. */
const miniBrowser = readdirIfThere('/usr/lib')
  .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/**
 * The engines that the browser tests run in. Each program is looked for where Debian puts it; an environment variable
 * names another one. `package` is Debian's package that brings it.
 */
export const engines = {
  chromium: {
    name: 'Chromium',
    programs: [program('CHROMIUM', '/usr/bin/chromium', 'chromium')],
  },
  firefox: {
    name: 'Firefox',
    programs: [program('FIREFOX', '/usr/bin/firefox-esr', 'firefox-esr')],
  },
  webkit: {
    name: 'WebKitGTK',
    programs: [
      program('WEBKIT_DRIVER', '/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'),
      program('MINIBROWSER', miniBrowser ?? '/usr/lib/MiniBrowser', 'webkit2gtk-driver'),
      program('XVFB', '/usr/bin/Xvfb', 'xvfb'),
    ],
  },
};

/** @returns where a program is: `programOf('CHROMIUM')`. */
export function programOf(variable) {
  return Object.values(engines)
    .flatMap(({ programs }) => programs)
    .find((one) => one.variable === variable).path;
}

/** @returns what the program of an engine says of itself: `versionOf('Firefox')` is `Mozilla Firefox 153.7.0esr`. */
export function versionOf(name) {
  const { programs } = Object.values(engines).find((engine) => engine.name === name);
  return execFileSync(programs[0].path, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/**
 * @param {string | undefined} list - as in `chromium,webkit`; all of them when left out.
 * @throws Error for a name that is no engine's.
 */
export function enginesNamed(list) {
  const known = Object.keys(engines);
  const names = list ? list.split(',') : known;
  for (const name of names)
    if (!known.includes(name))
      throw new Error(`There is no engine "${name}". There are: ${known.join(', ')}`);
  return names;
}

function program(variable, path, debianPackage) {
  return { variable, path: process.env[variable] ?? path, package: debianPackage };
}

function readdirIfThere(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
