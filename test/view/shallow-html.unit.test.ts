import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { shallowHtml } from '../../src/view/shallow-html.js';
import { runs, seed } from '../support/runs.js';

const KEPT = new Set('a b blockquote br div em i li ol p s span table tbody td th thead tr ul'.split(' '));

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** As a browser nests it. */
function depthOf(html: string): number {
  const levels: Parent[][] = [[parseFragment(html)]];
  for (let level = levels[0]; level?.length; level = levels.at(-1))
    levels.push(
      level.flatMap((node) =>
        node.childNodes.filter((child): child is Parent & typeof child => 'childNodes' in child),
      ),
    );
  return levels.length - 2;
}

/** So many paragraphs that the text is looked through. */
const LONG = '<p>line</p>'.repeat(101);

function shallow(html: string): string {
  const all = shallowHtml(html + LONG, KEPT);
  expect(all.endsWith(LONG)).toBe(true);
  return all.slice(0, -LONG.length);
}

describe('the HTML of a text that nests too deep for a browser', () => {
  it.each([
    ['table cells', '<table><tbody><tr><td>', '</td></tr></tbody></table>'],
    ['table cells that nobody closes', '<table><tr><td>', ''],
    ['blocks, and one table at their end', '<div>', ''],
    ['end tags that a parser passes over', '<div><table></div>', ''],
    ['end tags in comments', '<div><!--</div>-->', ''],
    ['end tags after a comment that ends at once', '<div><!--></div><!-- -->', ''],
    ['end tags in attributes', '<div><p title="</p></div>">', ''],
    ['end tags in a foreign element', '<div><svg><desc></div></svg></desc>', ''],
    ['end tags in a style sheet', '<div><style></div></style>', ''],
    ['end tags in an attribute that nobody closes', '<div a="><p b="></p></div>', ''],
  ])('is flattened: %s', (_, start, end) => {
    const text = `${start.repeat(600)}<table><tr><td>Taxi</td></tr></table>${end.repeat(600)}`;
    const html = shallowHtml(text, KEPT);
    expect(depthOf(html)).toBeLessThan(300);
    expect(html).toContain('Taxi');
  });

  it('never nests deeper than a browser can, whatever it is made of', () => {
    const names = [
      ...KEPT,
      'svg',
      'desc',
      'math',
      'mi',
      'style',
      'title',
      'select',
      'template',
      'caption',
      'form',
      'font',
      'object',
    ];
    const tag = fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('<', '<', '</'),
        fc.constantFrom('', ' a="', " b='>", ' href=x'),
      )
      .map(([name, start, attribute]) => `${start}${name}${attribute}>`);
    const piece = fc.oneof(
      { weight: 9, arbitrary: tag },
      fc.constantFrom('x', '<!--', '-->', '"', "'", '<', '<!', '<![CDATA['),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 100, max: 700 }),
        (pieces, times) => {
          expect(depthOf(shallowHtml(pieces.join('').repeat(times), KEPT))).toBeLessThan(400);
        },
      ),
      { seed, numRuns: runs(200, 5000), endOnFailure: true },
    );
  }, 120_000);

  it('keeps the words of what lies deeper', () => {
    const html = shallowHtml(`${'<div>'.repeat(150)}<b>deep</b>${'</div>'.repeat(150)}<i>after</i>`, KEPT);
    expect(html).toBe(`${'<div>'.repeat(100)}deep${'</div>'.repeat(100)}<i>after</i>`);
  });
});

describe('the HTML of a long text', () => {
  it('is as it was where it opens few tags', () => {
    const text = '<DIV class=x><!-- note --><p>One<p>Two</DIV>';
    expect(shallowHtml(text, KEPT)).toBe(text);
  });

  it.each([
    [
      'names are small and attributes go',
      '<TABLE border=1><TR><TD class="x">A</TD></TR></TABLE>',
      '<table><tr><td>A</td></tr></table>',
    ],
    [
      'a link keeps where it leads to',
      `<a title='a>b' HREF = 'https://a.example/?q="x"'>A</a>`,
      '<a href="https://a.example/?q=&quot;x&quot;">A</a>',
    ],
    [
      'a link without quotes, too',
      '<a href=https://a.example/x target=_blank>A</a>',
      '<a href="https://a.example/x">A</a>',
    ],
    [
      'no link is made of an attribute with a longer name',
      '<a data-href="https://a.example/">A</a>',
      '<a>A</a>',
    ],
    [
      'nor of what stands in the value of another one',
      '<a title="as href=/x" href="/y">A</a><a title=" href=/x">B</a>',
      '<a href="/y">A</a><a>B</a>',
    ],
    ['list items end where the next begins', '<ul><li>A<li>B</ul>', '<ul><li>A</li><li>B</li></ul>'],
    [
      'cells and rows do, too',
      '<table><tr><td>A<td>B<tr><td>C</table>',
      '<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>',
    ],
    [
      'paragraphs do, without empty ones',
      '<div><p>A<p>B<ul><li>C</ul></div>',
      '<div><p>A<p>B<ul><li>C</li></ul></div>',
    ],
    ['lines stay lines', 'A<br/>B<BR>C', 'A<br>B<br>C'],
    ['comments go', '<!--[if mso]><b>A</b><![endif]--><![if !mso]>B<![endif]><!-->C<!-- D --!>E', 'BCE'],
    [
      'style sheets and scripts go with what they hold',
      '<style>p > b { color: red }</style><script>if (a<b) c()</script >A',
      'A',
    ],
    ['a style sheet without an end is text', '<style>p { color: red }<b>A</b>', 'p { color: red }<b>A</b>'],
    ['other tags go and leave their words', '<section><font color=red>A</font></section>', 'A'],
    ['what is no tag is text', 'a < b, 1 <2', 'a &lt; b, 1 &lt;2'],
    ['an end tag without a start goes', 'A</div></b>B', 'AB'],
    ['what is left open is closed where its parent ends', '<div><b>A</div>B', '<div><b>A</b></div>B'],
  ])('%s', (_, text, html) => {
    expect(shallow(text)).toBe(html);
  });
});
