import { transform } from 'lightningcss';
import MagicString from 'magic-string';

/**
 * A Vite plugin that takes the source's layout out of Lit's templates.
 *
 * css`…` is minified when it is one piece. With an expression inside it stays as written: what the expression
 * leaves around it is not CSS that a parser can read.
 * In html`…` and svg`…`, a line break with its indentation is the source's layout, not the page's: between tags it
 * goes, as each would be a text node of every card; inside a tag it becomes one space, and nothing at its end. A space
 * that the page needs stands on one line. A template that shows white space (`<pre>`, `<textarea>`) stays as written.
 */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    apply: 'build',
    transform: {
      filter: { id: /\.[jt]s$/, code: /\b(?:css|html|svg)`/ },
      handler(code, id) {
        if (id.includes('/node_modules/')) return null;
        const text = new MagicString(code);
        for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
          if (tag.name === 'css') minifyCss(quasi, text, id);
          else if (tag.name === 'html' || tag.name === 'svg') joinLines(quasi, text);
        }
        return text.hasChanged()
          ? { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) }
          : null;
      },
    },
  };
}

function minifyCss({ quasis }, text, id) {
  const [only, ...others] = quasis;
  if (others.length > 0 || only.value.cooked.trim() === '') return;
  const { code } = transform({ filename: id, code: Buffer.from(only.value.cooked), minify: true });
  text.update(only.start, only.end, escapeTemplate(code.toString()));
}

function joinLines({ quasis }, text) {
  if (quasis.some(({ value }) => /<(?:pre|textarea)\b/i.test(value.raw))) return;
  for (const { start, end, value } of quasis) {
    const joined = joinLine(value.raw);
    if (joined !== value.raw) text.update(start, end, joined);
  }
}

/** Between tags, and between a tag and an expression, a line break is nothing; anywhere else one space. */
function joinLine(raw) {
  return raw
    .replace(/(^|>)\s*\n\s*(?=<|$)/g, '$1')
    .replace(/>\s*\n\s*/g, '>')
    .replace(/\s*\n\s*(?=[<>])/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

function escapeTemplate(text) {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}

function* taggedTemplates(node) {
  if (Array.isArray(node)) {
    for (const child of node) yield* taggedTemplates(child);
  } else if (typeof node?.type === 'string') {
    if (node.type === 'TaggedTemplateExpression') yield node;
    for (const child of Object.values(node)) if (typeof child === 'object') yield* taggedTemplates(child);
  }
}
