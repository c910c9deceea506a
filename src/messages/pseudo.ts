import { en, type Messages } from './en.js';

const PLAIN = 'AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåƁÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž';

/** Letters that stand for the arguments while the words round them are changed. */
const FIRST_MARK = 0xe000;

/**
 * English in a disguise that can be read, for testing: each text has accents, is some 40 per cent longer and stands in
 * brackets. What appears without them is not translated, what is cut off has too little room. Names and numbers stay as
 * they are. Its locale, `en-XA`, is the one that browsers use for this.
 */
export const pseudo = /* @__PURE__ */ Object.fromEntries(
  Object.entries(en).map(([name, text]) => [name, disguised(name, text)]),
) as Messages;

function disguised(name: string, text: unknown): unknown {
  if (name === 'locale') return 'en-XA';
  if (typeof text === 'string') return `⟦${longer(text)}⟧`;
  if (typeof text !== 'function') return text;
  return (...values: unknown[]) => {
    const marked = values.map((value, i) =>
      typeof value === 'string' ? String.fromCharCode(FIRST_MARK + i) : value,
    );
    const said = longer(String(Reflect.apply(text, undefined, marked)));
    return `⟦${said.replace(/[\ue000-\ue009]/g, (mark) => String(values[mark.charCodeAt(0) - FIRST_MARK]))}⟧`;
  };
}

function longer(text: string): string {
  const accented = Array.from(text, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
  return `${accented} ${'·'.repeat(Math.ceil(text.length * 0.4))}`;
}
