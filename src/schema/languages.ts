/**
 * The key of a map from languages to texts, such as `{"en-US": …, "de": …}`, that suits a reader best: the very
 * language; else the same one of any region; else `en-US`, any English, the first.
 *
 * @param languages - BCP 47, the best first.
 * @returns `null` for an empty map.
 *
 * Source: the locale maps of the connector discovery schema, which leaves the choice to the client.
 */
export function pickLanguage(keys: readonly string[], languages: readonly string[]): string | null {
  const plain = keys.map((key) => key.toLowerCase().replaceAll('_', '-'));
  const exactly = (language: string) => plain.indexOf(language);
  const anyRegion = (language: string) => plain.findIndex((key) => primary(key) === primary(language));
  for (const wanted of [...languages.map((language) => language.toLowerCase()), 'en-us']) {
    const found = [exactly(wanted), anyRegion(wanted)].find((position) => position >= 0);
    if (found !== undefined) return keys[found] ?? null;
  }
  return keys[0] ?? null;
}

/** `en` of `en-us`. */
function primary(language: string): string {
  return language.split('-')[0] ?? '';
}
