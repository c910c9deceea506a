import { describe, expect, it, vi } from 'vitest';
import { isDateOnly, isInstantText, readInstant } from '../../src/schema/instants.js';

const iso = (value: unknown, endOfDay?: boolean) => {
  const instant = readInstant(value, endOfDay);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('given an instant with a zone', () => {
  it.each<[string | number, string]>([
    ['2020-06-24T11:44:45.039Z', '2020-06-24T11:44:45.039Z'],
    ['2020-06-24T11:44:45Z', '2020-06-24T11:44:45.000Z'],
    ['2020-06-24T11:44:45+05:30', '2020-06-24T06:14:45.000Z'],
    ['2020-06-24T11:44:45-08:00', '2020-06-24T19:44:45.000Z'],
    ['2020-06-24T11:44:45+0530', '2020-06-24T06:14:45.000Z'],
    ['2020-06-24T11:44:45-08', '2020-06-24T19:44:45.000Z'],
    ['2020-06-24T00:00+18:00', '2020-06-23T06:00:00.000Z'],
    ['2020-06-24T11:44Z', '2020-06-24T11:44:00.000Z'],
    ['2020-06-24t11:44:45z', '2020-06-24T11:44:45.000Z'],
    ['2020-06-24 11:44:45Z', '2020-06-24T11:44:45.000Z'],
    ['  2020-06-24T11:44:45Z\n', '2020-06-24T11:44:45.000Z'],
    ['2020-06-24T11:44:45.1Z', '2020-06-24T11:44:45.100Z'],
    ['2020-06-24T11:44:45.123456789Z', '2020-06-24T11:44:45.123Z'],
    ['2020-06-24T11:44:45,5Z', '2020-06-24T11:44:45.500Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2020-06-24T24:00:00Z', '2020-06-25T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['+275760-09-13T00:00:00Z', '+275760-09-13T00:00:00.000Z'],
    [1593085258, '2020-06-25T11:40:58.000Z'],
    [1593085258.5, '2020-06-25T11:40:58.500Z'],
    [1593085258461, '2020-06-25T11:40:58.461Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.000Z'],
    [8.64e15, '+275760-09-13T00:00:00.000Z'],
  ])('reads %j', (value, expected) => {
    expect(iso(value)).toBe(expected);
  });
});

describe('given any day and time of UTC, real or not', () => {
  const two = (number: number) => String(number).padStart(2, '0');

  it('reads those that the calendar has, as the platform does', () => {
    for (const year of ['0099', '0100', '1900', '2000', '2023', '2024', '9999'])
      for (let month = 0; month <= 13; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32])
          for (const time of ['00:00:00', '23:59:59', '12:60:00', '12:00:61', '1a:00:00', '12.00:00'])
            for (const fraction of ['', '.000', '.987', '.9x7', '.98']) {
              const text = `${year}-${two(month)}-${two(day)}T${time}${fraction}Z`;
              const isReal = (instant: number) =>
                new Date(instant).toISOString().startsWith(text.slice(0, 19)) && !text.includes('x');
              const instant = Date.parse(text);
              const expected = Number.isNaN(instant) || !isReal(instant) ? null : instant;
              expect(readInstant(text), text).toBe(expected);
            }
  });
});

describe('given what has no zone', () => {
  const local = (...parts: [number, number, number, number, number, number, number]) =>
    new Date(...parts).getTime();

  it('takes a time for the reader’s own', () => {
    expect(readInstant('2026-03-31T17:00:00')).toBe(local(2026, 2, 31, 17, 0, 0, 0));
    expect(readInstant('2026-03-31 17:00')).toBe(local(2026, 2, 31, 17, 0, 0, 0));
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'])(
    'keeps a date on its day for a reader in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(readInstant('2026-03-31')).toBe(local(2026, 2, 31, 12, 0, 0, 0));
      expect(readInstant('2026-03-31', true)).toBe(local(2026, 2, 31, 23, 59, 59, 999));
      vi.unstubAllEnvs();
    },
  );

  it('does not move the first century into the twentieth', () => {
    expect(new Date(readInstant('0050-01-01')!).getFullYear()).toBe(50);
  });

  it('has the end of the day for dates only', () => {
    expect(readInstant('2026-03-31T17:00:00', true)).toBe(local(2026, 2, 31, 17, 0, 0, 0));
  });
});

describe('given what is no instant', () => {
  it.each<[unknown]>([
    [''],
    ['now'],
    ['2026-13-01T00:00:00Z'],
    ['2026-02-29T00:00:00Z'],
    ['2026-02-30'],
    ['2026-04-31'],
    ['0000-00-00T00:00:00Z'],
    ['2026-01-01T25:00:00Z'],
    ['2026-01-01T24:30:00Z'],
    ['2026-01-01T00:60:00Z'],
    ['2026-01-01T00:00:61Z'],
    ['2026-01-01T00Z'],
    ['2026-1-1'],
    ['1593085258'],
    ['<b>2026-03-01</b>'],
    ['Sun, 01 Mar 2026 09:00:00 GMT'],
    ['2026-03-29T02:30:00[Europe/Berlin]'],
    ['+275760-09-13T00:00:00.001Z'],
    ['+275761-01-01'],
    [8.64e15 + 1],
    [1e300],
    [NaN],
    [Infinity],
    [null],
    [true],
    [{}],
    [['2026-03-01']],
  ])('reads nothing from %j', (value) => {
    expect(readInstant(value)).toBe(null);
  });
});

describe('given a text that may be shown as a date', () => {
  it.each<[string, boolean, boolean]>([
    ['2026-03-31', true, false],
    ['2026-02-30', false, false],
    ['2020-06-24T11:44:45.039Z', false, true],
    ['2020-06-24T11:44+05:30', false, true],
    ['2020-06-24T11:44:45', false, false],
    ['on 2026-03-31', false, false],
    ['2020-06-24T11:44:45Z to 2020-06-25T11:44:45Z', false, false],
    ['20200624', false, false],
  ])('tells what %s is: date %s, instant %s', (text, date, instant) => {
    expect([isDateOnly(text), isInstantText(text)]).toEqual([date, instant]);
  });
});
