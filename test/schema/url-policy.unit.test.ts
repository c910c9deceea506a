import { describe, expect, it } from 'vitest';
import { judgeUrl, readCards } from '../../src/schema/index.js';
import { isCallable, mayLoad } from '../../src/schema/url-policy.js';
import { hasShared, sharedText } from '../support/shared-node.js';

describe('given a URL of a card', () => {
  it.each<[string, string]>([
    ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
    ['HTTPS://A.example/', 'HTTPS://A.example/'],
    ['http://a.example/', 'http://a.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+123', 'tel:+123'],
    ['sms:+123', 'sms:+123'],
    ['/a', '/a'],
    ['a/b', 'a/b'],
    ['?q', '?q'],
    ['#top', '#top'],
    ['//a.example/x', '//a.example/x'],
    ['a/b:c', 'a/b:c'],
    [' \u0000https://a.example/\n', 'https://a.example/'],
    ['ht\ntps://a.example/\ta', 'https://a.example/a'],
  ])('uses %j', (value, url) => {
    expect(judgeUrl(value)).toEqual({ url, refused: null });
  });

  it.each<[unknown, string]>([
    ['javascript:alert(1)', 'unsafe'],
    ['JaVaScRiPt:alert(1)', 'unsafe'],
    [' javascript:alert(1)', 'unsafe'],
    ['\u0001javascript:alert(1)', 'unsafe'],
    ['java\nscript:alert(1)', 'unsafe'],
    ['javascript\t:alert(1)', 'unsafe'],
    ['vbscript:x', 'unsafe'],
    ['data:text/html,x', 'unsafe'],
    ['blob:https://a.example/1', 'unsafe'],
    ['file:///etc/passwd', 'unsafe'],
    ['C:\\x', 'unsafe'],
    ['about:blank', 'unsafe'],
    ['view-source:https://a.example/', 'unsafe'],
    ['chrome-extension://x', 'unsafe'],
    ['ms-msdt:/id', 'unsafe'],
    ['msteams:/x', 'scheme'],
    ['ftp://a.example/', 'scheme'],
    ['awjade://notify', 'scheme'],
    ['', 'blank'],
    [' \n', 'blank'],
    ['\u200b\u00a0\ufeff', 'blank'],
    [null, 'blank'],
    [7, 'blank'],
    [{ href: 'https://a.example/' }, 'blank'],
    [`https://a.example/${'x'.repeat(2_100_000)}`, 'too-long'],
  ])('refuses %.60j', (value, refused) => {
    expect(judgeUrl(value)).toEqual({ url: null, refused });
  });

  it.each(['msteams', 'MSTeams', 'msteams:'])('uses a scheme that the host adds as %s', (scheme) => {
    expect(judgeUrl('MSteams:/x', { schemes: ['geo', scheme] }).url).toBe('MSteams:/x');
  });

  it.each(['javascript', 'data', 'file', 'blob', 'c'])(
    'never uses %s, not even when the host adds it',
    (scheme) => {
      expect(judgeUrl(`${scheme}:x`, { schemes: [scheme, `${scheme}:`] }).refused).toBe('unsafe');
    },
  );

  it('takes no time over many spaces', () => {
    const began = performance.now();
    judgeUrl(`x${' '.repeat(1_000_000)}x`);
    judgeUrl(`${' '.repeat(1_000_000)}x`);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('given a URL that is to be called', () => {
  it.each<[string, boolean]>([
    ['https://a.example/', true],
    ['HTTP://a.example/', true],
    ['/a', true],
    ['//a.example/', true],
    ['?a:b', true],
    ['mailto:a@b.example', false],
    ['awjade://notify', false],
    ['httpsx://a.example/', false],
  ])('tells whether HTTP can: %s %s', (url, callable) => {
    expect(isCallable(url)).toBe(callable);
  });
});

describe('given the hosts that pictures may come from', () => {
  const policy = { media: ['static.example', 'cdn.example:8443'] };

  it.each([
    'https://static.example/x.png',
    'HTTP://STATIC.example/x.png',
    'https://cdn.example:8443/x.png',
    '//static.example/x.png',
    '/x.png',
    'x.png',
    '?x',
  ])('loads %s', (url) => {
    expect(mayLoad(url, policy)).toBe(true);
  });

  it.each([
    'https://other.example/x.png',
    'https://static.example.other.example/x.png',
    'https://static.example@other.example/x.png',
    'https://static.example:444/x.png',
    'https://cdn.example/x.png',
    '//other.example/x.png',
    '\\\\other.example/x.png',
    '/\\other.example/x.png',
    'https:other.example/x.png',
    'http:other.example/x.png',
    'https:/other.example/x.png',
    'https://a.invalid/x.png',
    'http://b.invalid/x.png',
    'mailto:a@static.example',
    'https://[/',
  ])('does not load %s', (url) => {
    expect(mayLoad(url, policy)).toBe(false);
  });

  it('loads from anywhere where none are named', () => {
    expect(mayLoad('https://other.example/x.png', {})).toBe(true);
  });

  it('leaves out the pictures and videos of a card, says so, and lets its links be', () => {
    const href = 'https://other.example/1';
    const { cards, diagnostics } = readCards(
      {
        header: { title: 'Trip', links: { title: href } },
        image: { href },
        links: [{ href, text: 'Policy' }],
        banner: { items: ['image', 'video'].map((type) => ({ type, href, title: 'Map' })) },
        body: {
          fields: [
            { type: 'TRIPINFO', content: [{ title: 'FRA', image: href }] },
            {
              type: 'SECTION',
              items: [{ type: 'ATTACHMENT_URL', attachment_name: 'a', attachment_url: href }],
            },
          ],
        },
      },
      { urlPolicy: policy },
    );
    expect(JSON.stringify(cards).split(href).length - 1).toBe(
      JSON.stringify(cards[0]?.source).split(href).length - 1 + 3,
    );
    expect(
      diagnostics.filter(({ code }) => code === 'blocked-url').map(({ path }) => path.join('.')),
    ).toEqual(['image.href', 'banner.items.0.href', 'banner.items.1.href', 'body.fields.0.content.0.image']);
  });
});

interface BadUrl {
  readonly id: string;
  readonly input?: unknown;
  readonly gen?: { prefix?: string; unit: string; count: number; suffix?: string };
  readonly hostAdds?: string;
  readonly resolved?: { protocol?: string };
  readonly accept: string[];
}

describe.skipIf(!hasShared)('given hostile URLs (shared test data)', () => {
  const { items } = JSON.parse(sharedText('safety/bad-urls.json') ?? '{"items": []}') as { items: BadUrl[] };

  it('answers each of them as it should, whatever the host adds', () => {
    const answers = items.map(({ id, input, gen, hostAdds, resolved, accept }) => {
      const value = gen ? (gen.prefix ?? '') + gen.unit.repeat(gen.count) + (gen.suffix ?? '') : input;
      const added = hostAdds ?? resolved?.protocol;
      const answer =
        judgeUrl(value).url !== null
          ? 'allow'
          : judgeUrl(value, { schemes: added === undefined ? [] : [added] }).url !== null
            ? 'allow-if-host-configures'
            : 'block';
      return accept.includes(answer) ? null : { id, value: String(value).slice(0, 80), answer, accept };
    });
    expect(answers.length).toBeGreaterThan(300);
    expect(answers.filter((wrong) => wrong !== null)).toEqual([]);
  });
});
