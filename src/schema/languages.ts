/**
 * The key of a map from languages to texts, such as `{"en-US": …, "de": …}`, that suits a reader best: the very
 * language; else the same one in the same script, of any region; else the same one at all; else `en-US`, any English, the
 * first.
 *
 * @param languages - BCP 47, the best first.
 * @returns `null` for an empty map.
 *
 * Source: the locale maps of the connector discovery schema, which leaves the choice to the client.
 */
export function pickLanguage(keys: readonly string[], languages: readonly string[]): string | null {
  const plain = keys.map(plainTag);
  for (const wanted of [...languages.map(plainTag), 'en-us'])
    for (const same of [plainTag, writtenLanguage, primary]) {
      const meant = same(wanted);
      const found = plain.findIndex((key) => same(key) === meant);
      if (found >= 0) return keys[found] ?? null;
    }
  return keys[0] ?? null;
}

/** `zh-tw` for `zh_TW`, which is how Java writes it. */
function plainTag(language: string): string {
  return language.toLowerCase().replaceAll('_', '-');
}

/** `en` of `en-us`. */
function primary(language: string): string {
  return language.split('-')[0] ?? '';
}

/** A language with the script that it is written in, `zh-Hant` for `zh-TW`; as it is when it is no language. */
export function writtenLanguage(language: string): string {
  try {
    const { language: spoken, script } = new Intl.Locale(plainTag(language)).maximize();
    return `${spoken}-${script}`;
  } catch {
    return language;
  }
}
