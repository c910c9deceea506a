/** A piece of HTML that {@link renderTemplate} has written. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly tag: string }
  | {
      readonly kind: 'start';
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Words of `part`. */
      readonly parts: readonly string[];
    };

const TOKEN = /<!--.*?-->|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gis;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Elements without content. */
export const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Takes HTML apart, without what only serves a page: pictograms, buttons that fold, what is said to assistive technology
 * alone. Texts and attributes stay escaped.
 */
export function* tokens(html: string): Generator<Token> {
  let skipped = 0;
  for (const [whole, end, name = '', rest = ''] of html.matchAll(TOKEN)) {
    const tag = name.toLowerCase();
    if (tag === '') {
      if (!skipped && !whole.startsWith('<!--')) yield { kind: 'text', text: whole };
      continue;
    }
    if (end) {
      if (skipped) skipped--;
      else yield { kind: 'end', tag };
      continue;
    }
    const isEmpty = VOID.has(tag) || rest.endsWith('/');
    if (skipped) {
      if (!isEmpty) skipped++;
      continue;
    }
    const attributes = new Map(
      Array.from(rest.matchAll(ATTRIBUTE), ([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    );
    const parts = (attributes.get('part') ?? '').split(' ');
    if (isForPage(tag, attributes, parts)) {
      if (!isEmpty) skipped = 1;
      continue;
    }
    yield { kind: 'start', tag, attributes, parts };
    if (isEmpty && !VOID.has(tag)) yield { kind: 'end', tag };
  }
}

function isForPage(tag: string, attributes: ReadonlyMap<string, string>, parts: readonly string[]): boolean {
  return (
    ['svg', 'style', 'script', 'template', 'input', 'progress'].includes(tag) ||
    parts.includes('toggle') ||
    attributes.get('role') === 'status' ||
    // Initials, where the name stands beside them.
    attributes.get('aria-hidden') === 'true'
  );
}
