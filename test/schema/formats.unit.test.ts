import addFormats from 'ajv-formats';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateTime, isUri } from '../../src/schema/formats.js';
import { DATE_PARTS, URI_PARTS } from '../support/mutate.js';

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const judge = (format: string) => ajv.compile<string>({ type: 'string', format });
const settings = { seed: 20_260_301, numRuns: 20_000 };

/** Texts put together from parts that fit, nearly fit, or don't. */
function assembled(parts: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<string> {
  return fc.tuple(...Object.values(parts).map((part) => fc.constantFrom(...part))).map((all) => all.join(''));
}

describe('given texts that may be dates', { timeout: 60_000 }, () => {
  const byAjv = judge('date-time');

  it('takes what the published schema’s validator takes', () => {
    fc.assert(
      fc.property(assembled(DATE_PARTS), (text) => isDateTime(text) === byAjv(text)),
      settings,
    );
  });

  it.each<[string, boolean]>([
    ['2026-03-01T09:00:00Z', true],
    ['2026-03-01T09:00:00.5+05:30', true],
    ['2026-03-01T09:00Z', false],
    ['2026-03-01T09:00:00', false],
    ['2026-02-29T09:00:00Z', false],
    ['2026-03-01', false],
  ])('judges %s: %s', (text, expected) => {
    expect(isDateTime(text)).toBe(expected);
  });
});

describe('given texts that may be URIs', { timeout: 60_000 }, () => {
  const byAjv = judge('uri');

  it('takes what the published schema’s validator takes', () => {
    fc.assert(
      fc.property(assembled(URI_PARTS), (text) => isUri(text) === byAjv(text)),
      settings,
    );
  });

  it('takes what it takes of any characters', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('ahz09:/?#[]@!$&()*+,;=-._~%Ff v')),
      maxLength: 16,
    });
    fc.assert(
      fc.property(
        fc.constantFrom('', 'a:', 'a://', 'a://[', 'a://[v1.'),
        text,
        (start, rest) => isUri(start + rest) === byAjv(start + rest),
      ),
      settings,
    );
  });

  it('takes the addresses that it takes', () => {
    const part = fc.constantFrom(
      '0',
      '1',
      '00',
      'ffff',
      '12345',
      '::',
      ':',
      '1:',
      '2:',
      '01.2.3.4',
      '1.002.3.04',
      '256.1.1.1',
      'g',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = `https://[${parts.join('')}]/`;
        return isUri(text) === byAjv(text);
      }),
      settings,
    );
  });

  it.each<[string, boolean]>([
    ['https://a.example/x?y=1#z', true],
    ['mailto:a@b.example', true],
    ['https://[2001:db8::7]/', true],
    ['/relative', false],
    ['//a.example/x', false],
    ['https://a.example/{id}', false],
    ['', false],
  ])('judges %s: %s', (text, expected) => {
    expect(isUri(text)).toBe(expected);
  });
});
