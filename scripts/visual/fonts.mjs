/*
 * The fonts that pictures are drawn with: Inter in place of the system's, and Noto for Arabic, Hebrew, Chinese and
 * Japanese. They come out of Debian's packages into a folder of this project; nothing is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const PACKAGES = ['fonts-inter', 'fonts-noto-core', 'fonts-noto-mono', 'fonts-noto-cjk'];
const FOLDER = resolve('node_modules/.cache/mf-card-fonts');
/** Of what is in the packages: with fewer fonts there is only one answer to what draws a letter. */
const KEPT =
  /^(Inter-(Regular|Italic|Medium|SemiBold|Bold)\.|NotoSans(Arabic|Hebrew|Mono)-(Regular|Bold)\.|NotoSansCJK-(Regular|Bold)\.)/;

/**
 * @returns what a browser is to have in its environment to draw with them; nothing where Debian's packages can't be got,
 *   which it says: pictures are then drawn with the fonts that the machine has.
 */
export function pictureFonts() {
  if (!existsSync(join(FOLDER, 'fonts.conf'))) {
    const problem = unpack();
    if (problem) {
      console.log(`Drawn with this machine's fonts, as ${problem}.`);
      rmSync(FOLDER, { recursive: true, force: true });
      return {};
    }
  }
  return { FONTCONFIG_FILE: join(FOLDER, 'fonts.conf') };
}

function unpack() {
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get to get others with';
  mkdirSync(FOLDER, { recursive: true });
  console.log(`Getting the fonts of Debian's ${PACKAGES.join(', ')} into ${FOLDER}.`);
  if (!run('apt-get', 'download', ...PACKAGES)) {
    // A new machine has no lists of packages yet.
    run('apt-get', 'update');
    if (!run('apt-get', 'download', ...PACKAGES)) return `"apt-get download ${PACKAGES.join(' ')}" failed`;
  }
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.deb'))) {
    if (!run('dpkg-deb', '-x', file, '.')) return `${file} can't be unpacked`;
    rmSync(join(FOLDER, file));
  }
  for (const path of readdirSync(FOLDER, { recursive: true }).map(String))
    if (/\.(otf|ttf|ttc)$/.test(path) && !KEPT.test(basename(path))) rmSync(join(FOLDER, path));
  // Not the machine's own: the pictures are the same wherever they are made.
  writeFileSync(
    join(FOLDER, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, 'usr/share/fonts')}</dir>
  <cachedir>${join(FOLDER, 'cache')}</cachedir>
  <alias binding="same"><family>monospace</family><prefer><family>Noto Sans Mono</family></prefer></alias>
  <match><edit name="family" mode="append"><string>Inter</string></edit></match>
</fontconfig>
`,
  );
  return null;
}

function run(command, ...args) {
  return spawnSync(command, args, { cwd: FOLDER, stdio: 'ignore' }).status === 0;
}
