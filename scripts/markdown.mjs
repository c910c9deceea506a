/* The bits of Markdown that the generated pages of docs/ are made of. */
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** The comment at the top of a generated page. */
export function writtenFrom(source) {
  return `<!-- Written by \`npm run schema\` from ${source}. Don't edit. -->`;
}

/** @param rows - the first one is the head. */
export function table([head, ...rows]) {
  return [cells(head), `|${'---|'.repeat(head.length)}`, ...rows.map(cells)].join('\n');
}

function cells(texts) {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

export function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export async function jsonBlock(value) {
  return `\`\`\`json\n${(await prettyJson(value)).trimEnd()}\n\`\`\``;
}

/** JSON as the repository's own files have it, with a line end. */
export async function prettyJson(value) {
  const config = await resolveConfig(fileURLToPath(import.meta.url));
  return format(JSON.stringify(value), { ...config, parser: 'json' });
}

/** What GitHub makes of a heading. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
