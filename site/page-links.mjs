/*
 * For VitePress: links as the repository has them. Those to pages lead to pages of the site, those to the schemas to the
 * files that are served beside it; what else the repository holds is no part of the site, and its links are left as text.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const PAGES = /^(?:docs|bench|examples)\//;
const OWN_NAMES = {
  'README.md': '/',
  'docs/README.md': '/all-pages',
  'CONTRIBUTING.md': '/contributing',
  'CHANGELOG.md': '/changelog',
};

export function pageLinks(md, root) {
  md.core.ruler.push('page-links', ({ tokens, env }) => {
    const file = env.realPath ?? env.path;
    if (!file) return; // the title of a page, by itself
    const folder = dirname(file);
    for (const { children } of tokens) if (children) relink(children, folder);
  });

  function relink(tokens, folder) {
    let dropped = false;
    for (const token of tokens) {
      if (token.type === 'link_open') {
        const href = token.attrGet('href');
        if (/^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) continue;
        const [path, anchor = ''] = href.split('#');
        const to = addressOf(resolve(folder, decodeURI(path)));
        dropped = to === null;
        if (dropped) token.hidden = true;
        else token.attrSet('href', anchor ? `${to}#${anchor}` : to);
        if (to?.endsWith('.json')) token.attrSet('target', '_self');
      } else if (token.type === 'link_close' && dropped) {
        token.hidden = true;
        dropped = false;
      }
      if (token.hidden) Object.assign(token, { type: 'text', tag: '', content: '' });
    }
  }

  /** The address on the site, or `null` for what is not there. */
  function addressOf(file) {
    const path = relative(root, existsSync(join(file, 'README.md')) ? join(file, 'README.md') : file);
    if (path in OWN_NAMES) return OWN_NAMES[path];
    if (/^schema\/[\w-]+\.json$/.test(path)) return `/${path}`;
    if (!PAGES.test(path) || !path.endsWith('.md')) return null;
    return `/${path
      .replace(/^docs\//, '')
      .replace(/(^|\/)(?:README|index)\.md$/, '$1')
      .replace(/\.md$/, '')}`;
  }
}
