import { describe, expect, it, vi } from 'vitest';
import {
  byteSize,
  calendarDate,
  dateAndTime,
  dateOnly,
  languageOfTexts,
  listed,
  near,
  nearUntil,
  safeLocale,
} from '../../src/messages/formats.js';

const english = safeLocale('en', 'UTC');
const german = safeLocale('de-DE', 'Europe/Berlin');

describe('given a language and a time zone from a page', () => {
  it.each<[string, string | null, string, string | undefined]>([
    ['de-AT', 'Europe/Vienna', 'de-AT', 'Europe/Vienna'],
    ['DE-at', 'europe/vienna', 'de-AT', 'Europe/Vienna'],
    ['ar', null, 'ar', undefined],
    ['', '', 'en', undefined],
    ['de_DE', 'Mars/Olympus', 'de-DE', undefined],
    ['de-XX-oops-', 'Mars/Olympus', 'en', undefined],
    ['not a language', '+99:99', 'en', undefined],
    ['xx', null, 'en', undefined],
    ['\u0000', '\u0000', 'en', undefined],
  ])('takes %j in %j for %s in %s', (language, timeZone, ...expected) => {
    const locale = safeLocale(language, timeZone);
    expect([locale.language, locale.timeZone]).toEqual(expected);
    expect(dateAndTime(0, locale)).toMatch(/19[67]\d|١٩٧٠/);
  });

  it.each([
    ['', 'fr', 'fr'],
    ['xx', 'fr', 'fr'],
    ['not a language', 'fr', 'fr'],
    ['de', 'fr', 'fr'],
    ['fr-CA', 'fr', 'fr-CA'],
    ['en_GB', 'en', 'en_GB'],
    ['zh-TW', 'zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN', 'zh-SG'],
    ['de', '', 'de'],
    ['', '', 'en'],
  ])('for a page in "%s" and texts in "%s" takes "%s"', (page, texts, expected) => {
    expect(languageOfTexts(page, texts)).toBe(expected);
  });
});

describe('given an instant', () => {
  const instant = Date.parse('2020-06-24T22:44:45Z');

  it('writes it in the reader’s language and zone', () => {
    expect(dateOnly(instant, english)).toBe('Jun 24, 2020');
    expect(dateOnly(instant, german)).toBe('25.06.2020');
    expect(dateAndTime(instant, english)).toMatch(/^Jun 24, 2020, 10:44.PM$/);
    expect(dateAndTime(instant, german)).toBe('25.06.2020, 00:44');
  });

  // A language of its own for each zone: formatters are kept, and a device does not change its zone.
  it.each([
    ['Pacific/Kiritimati', 'en-AU'],
    ['Pacific/Pago_Pago', 'en-IE'],
  ])('keeps a date without a time on its day, on a device in %s', (zone, language) => {
    vi.stubEnv('TZ', zone);
    expect(calendarDate('2019-12-13', safeLocale(language, zone))).toBe('13 Dec 2019');
    vi.unstubAllEnvs();
  });
});

/** As a language writes it, without the marks that keep its direction. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '').replace(/[\u00a0\u202f]/g, ' ');

describe('given an instant and a date, read in many languages and zones', () => {
  const instant = Date.parse('2020-12-31T23:30:00Z');

  it.each([
    ['de', 'Europe/Berlin', '01.01.2021, 00:30', '13.12.2019'],
    ['fr', 'America/Montreal', '31 déc. 2020, 18:30', '13 déc. 2019'],
    ['es', 'America/Bogota', '31 dic 2020, 18:30', '13 dic 2019'],
    ['pt-BR', 'America/Sao_Paulo', '31 de dez. de 2020, 20:30', '13 de dez. de 2019'],
    ['ja', 'Asia/Tokyo', '2021/01/01 8:30', '2019/12/13'],
    ['zh-CN', 'Asia/Shanghai', '2021年1月1日 07:30', '2019年12月13日'],
    ['ar', 'Africa/Cairo', '01/01/2021، 1:30 ص', '13/12/2019'],
    ['ar-EG', 'Africa/Cairo', '٠١/٠١/٢٠٢١، ١:٣٠ ص', '١٣/١٢/٢٠١٩'],
    ['he', 'Asia/Jerusalem', '1 בינו׳ 2021, 1:30', '13 בדצמ׳ 2019'],
    ['en-GB', 'Asia/Kathmandu', '1 Jan 2021, 05:15', '13 Dec 2019'],
    ['en-AU', 'Pacific/Kiritimati', '1 Jan 2021, 1:30 pm', '13 Dec 2019'],
    ['en-US', 'Pacific/Pago_Pago', 'Dec 31, 2020, 12:30 PM', 'Dec 13, 2019'],
  ])('writes both for %s in %s', (language, zone, both, day) => {
    const locale = safeLocale(language, zone);
    expect(plain(dateAndTime(instant, locale))).toBe(both);
    expect(plain(calendarDate('2019-12-13', locale))).toBe(day);
  });

  const zones = [
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
    'Europe/Berlin',
    'UTC',
    'America/St_Johns',
    'Pacific/Pago_Pago',
  ];
  const days = ['2019-12-13', '2020-02-29', '2026-03-29', '2026-10-25', '1969-12-31', '2026-01-01'];

  it.each(zones)('never moves a date without a time, for a reader in %s', (zone) => {
    expect(days.map((day) => calendarDate(day, safeLocale('sv', zone)))).toEqual(
      days.map((day) => calendarDate(day, safeLocale('sv', 'UTC'))),
    );
  });
});

describe('given names, in many languages', () => {
  it.each([
    ['en', 'Ann, Ben, Cara'],
    ['de', 'Ann, Ben und Cara'],
    ['ja', 'Ann、Ben、Cara'],
    ['ar', 'Ann وBen وCara'],
  ])('lists them as %s does', (language, text) => {
    expect(listed(['Ann', 'Ben', 'Cara'], safeLocale(language, null))).toBe(text);
  });
});

describe('given an instant near to now', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const minute = 60_000;
  const hour = 60 * minute;
  const day = 24 * hour;

  it.each<[number, string]>([
    [0, 'this minute'],
    [30_000, 'this minute'],
    [-30_000, 'this minute'],
    [minute, 'in 1 minute'],
    [59 * minute, 'in 59 minutes'],
    [2 * hour, 'in 2 hours'],
    [-hour - 30 * minute, '1 hour ago'],
    [day, 'tomorrow'],
    [-day, 'yesterday'],
    [-3 * day, '3 days ago'],
    [7 * day - 1, 'in 7 days'],
    [7 * day, 'Mar 17, 2026'],
    [-7 * day, 'Mar 3, 2026'],
    [3650 * day, 'Mar 7, 2036'],
  ])('says of %i milliseconds from now: %s', (away, text) => {
    expect(near(now + away, now, english)).toBe(text);
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', undefined])(
    'counts days by the calendar of %s',
    (timeZone) => {
      const locale = { language: 'en', timeZone };
      const noon = new Date(2026, 2, 10, 12).getTime();
      const dayOf = (instant: number) =>
        Date.parse(
          `${new Intl.DateTimeFormat('sv-SE', timeZone ? { timeZone } : {}).format(instant)}T00:00Z`,
        ) / day;
      for (let away = day; away < 7 * day; away += 5 * hour + 11 * minute) {
        const days = dayOf(noon + away) - dayOf(noon);
        expect(near(noon + away, noon, locale)).toBe(days === 1 ? 'tomorrow' : `in ${days} days`);
      }
    },
  );

  it('knows when it says something else', () => {
    for (let instant = now + 9 * day; instant > now - 8 * day; instant -= 3 * hour + 7 * minute + 1234) {
      const until = nearUntil(instant, now, english);
      const before = Math.min(until - 1, now + 30 * day);
      expect(near(instant, before, english)).toBe(near(instant, now, english));
      if (until === Infinity) continue;
      // Under a minute it is "this minute" before and after; what is due is late from then on.
      if (until !== instant) expect(near(instant, until, english)).not.toBe(near(instant, now, english));
    }
  });

  it('says it in the reader’s language', () => {
    expect(near(now - 3 * day, now, german)).toBe('vor 3 Tagen');
  });
});

describe('given the size of a file', () => {
  it.each<[number, string]>([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [12_345, '12.3 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1 MB'],
    [1_000_000, '1 MB'],
    [999_999_999, '1 GB'],
    [1_550_000_000, '1.6 GB'],
    [5e15, '5,000,000 GB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(byteSize(bytes, english)).toBe(text);
  });

  it('writes it in the reader’s language', () => {
    expect(byteSize(12_345, german)).toMatch(/^12,3.kB$/);
  });
});
