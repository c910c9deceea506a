/* The sidebars: of the docs, as docs/README.md lists them; of the API, as TypeDoc has written it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @param root - the repository. */
export function docsSidebar(root) {
  const [, ...sections] = readFileSync(join(root, 'docs/README.md'), 'utf8').split('\n## ');
  return sections.map((section) => {
    const items = [...section.matchAll(/\[([^\]]+)\]\(([^)]+\.md)\)/g)].map(([, text, file]) => ({
      text: `${text[0].toUpperCase()}${text.slice(1)}`,
      link: linkOf(file),
    }));
    return { text: section.split('\n')[0], items };
  });
}

function linkOf(file) {
  const path = file.startsWith('../')
    ? file.slice(3).replace(/^[A-Z]+\.md$/, (name) => name.toLowerCase())
    : file;
  return `/${path.replace(/(^|\/)README\.md$/, '$1').replace(/\.md$/, '')}`;
}

const KINDS = {
  classes: 'Classes',
  functions: 'Functions',
  interfaces: 'Interfaces',
  'type-aliases': 'Types',
  variables: 'Values',
};

/** @param root - the repository. */
export function apiSidebar(root) {
  const folder = join(root, 'docs/api');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name === 'index.md' && parentPath !== folder)
    .map(({ parentPath }) => parentPath)
    .sort();
  return entries.map((path) => {
    const name = path.slice(folder.length + 1);
    return {
      text: name,
      link: `/api/${name}/`,
      collapsed: name !== 'mf-card',
      items: Object.entries(KINDS)
        .filter(([kind]) => existsSync(join(path, kind)))
        .map(([kind, text]) => ({
          text,
          collapsed: true,
          items: membersIn(join(path, kind), `/api/${name}/${kind}`),
        })),
    };
  });
}

function membersIn(folder, address) {
  return readdirSync(folder)
    .map((file) => file.replace(/\.md$/, ''))
    .sort()
    .map((text) => ({ text, link: `${address}/${text}` }));
}
