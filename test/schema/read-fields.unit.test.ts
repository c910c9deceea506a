import { describe, expect, it } from 'vitest';
import { readCards, type CardField } from '../../src/schema/index.js';
import { card, type WireObject } from '../cards.js';

const read = (...fields: unknown[]) => readCards(card({ body: { fields } }));
const field = (wire: WireObject): CardField => read(wire).cards[0]!.fields[0]!;
const instant = (text: string) => Date.parse(text);

describe('given comments', () => {
  it('reads the newer shape, with author and time', () => {
    const comments = [{ display_name: 'Ann', text: 'Fine', creation_date: '2026-03-01T10:00:00Z' }];
    expect(field({ type: 'COMMENT', title: 'Comments', comments })).toMatchObject({
      kind: 'comment',
      title: 'Comments',
      comments: [{ author: 'Ann', text: 'Fine', createdAt: instant('2026-03-01T10:00:00Z') }],
    });
  });

  it('reads the older shape, which has texts only', () => {
    expect(field({ type: 'COMMENT', content: [{ text: 'A' }, { text: 'B' }] }).comments).toEqual([
      { author: null, text: 'A', createdAt: null },
      { author: null, text: 'B', createdAt: null },
    ]);
  });

  it('shows both when a field has both', () => {
    const both = { type: 'COMMENT', comments: [{ text: 'new' }], content: [{ text: 'old' }] };
    expect(field(both).comments.map(({ text }) => text)).toEqual(['new', 'old']);
  });

  it('leaves out one that says nothing', () => {
    const comments = [{ creation_date: '2026-03-01T10:00:00Z' }, { text: ' ' }, { text: 'A' }];
    expect(field({ type: 'COMMENT', comments }).comments.map(({ text }) => text)).toEqual(['A']);
  });
});

describe('given an attachment', () => {
  const wire = {
    type: 'ATTACHMENT_URL',
    title: 'Click here to download',
    description: 'Receipt',
    attachment_name: 'taxi.pdf',
    attachment_url: 'https://flows.example.com/files/1',
    attachment_method: 'POST',
    attachment_content_type: 'application/pdf',
    attachment_content_length: 12345,
    vendor_attachment_url: 'https://concur.example.com/files/1',
    created_at: '2026-02-27T08:00:00Z',
    updated_at: '2026-02-28T08:00:00Z',
  };
  const expected = {
    kind: 'attachment',
    name: 'taxi.pdf',
    title: 'Click here to download',
    description: 'Receipt',
    url: 'https://flows.example.com/files/1',
    method: 'POST',
    contentType: 'application/pdf',
    sizeBytes: 12345,
    vendorUrl: 'https://concur.example.com/files/1',
    createdAt: instant('2026-02-27T08:00:00Z'),
    updatedAt: instant('2026-02-28T08:00:00Z'),
  };

  it('reads it as an item of a section, among facts', () => {
    const fact = { type: 'GENERAL', title: 'Type', description: 'Taxi' };
    const section = field({ type: 'SECTION', title: 'Taxi', items: [fact, wire] });
    expect(section.kind).toBe('section');
    expect(section.items[0]).toMatchObject({ kind: 'fact', title: 'Type', description: 'Taxi' });
    expect(section.items[1]).toEqual(expected);
  });

  it('reads it as a field of its own, whose texts are the attachment’s', () => {
    const attachment = field(wire);
    expect(attachment.items).toEqual([expected]);
    expect([attachment.kind, attachment.title, attachment.description]).toEqual(['attachment', null, null]);
  });

  it('reads the names that release 2.4 has for the same things', () => {
    const old = {
      type: 'ATTACHMENT_URL',
      title: 'taxi.pdf',
      action_url: 'https://flows.example.com/files/1',
      action_type: 'POST',
      content_type: 'application/pdf',
      content_length: 12345,
    };
    expect(field({ type: 'SECTION', items: [old] }).items).toMatchObject([
      {
        name: 'taxi.pdf',
        url: 'https://flows.example.com/files/1',
        method: 'POST',
        contentType: 'application/pdf',
        sizeBytes: 12345,
      },
    ]);
  });

  it('reads the first client’s list of files', () => {
    const file = {
      type: 'image/png',
      title: 'receipt.png',
      src: 'https://flows.example.com/files/2',
      timestamp: 1593085258,
      size: 0,
    };
    expect(field({ type: 'ATTACHMENT', title: 'Files', content: [file] })).toMatchObject({
      kind: 'attachment',
      title: 'Files',
      comments: [],
      items: [
        {
          kind: 'attachment',
          name: 'receipt.png',
          url: 'https://flows.example.com/files/2',
          contentType: 'image/png',
          sizeBytes: 0,
          createdAt: 1593085258000,
        },
      ],
    });
  });

  it.each<[string, WireObject, string]>([
    ['its title', { title: 'Receipt', attachment_url: 'https://a.example/1' }, 'Receipt'],
    ['its URL', { attachment_url: 'https://a.example/1' }, 'https://a.example/1'],
    ['its old URL', { action_url: 'https://a.example/2' }, 'https://a.example/2'],
    ['the vendor’s URL', { vendor_attachment_url: 'https://v.example/1' }, 'https://v.example/1'],
    ['its description', { description: 'A scan' }, 'A scan'],
  ])('names one without a name by %s', (_, members, name) => {
    expect(field({ type: 'ATTACHMENT_URL', ...members }).items).toMatchObject([{ name }]);
  });

  it('leaves out one that has neither text nor URL', () => {
    expect(read({ type: 'ATTACHMENT_URL' }).cards[0]!.fields).toEqual([]);
    const { fields } = read({ type: 'SECTION', title: 'S', items: [{ type: 'ATTACHMENT_URL' }] }).cards[0]!;
    expect(fields).toMatchObject([{ title: 'S', items: [] }]);
  });

  it('keeps one whose URL may not be used, without the URL, and says so', () => {
    const { cards, diagnostics } = read({ ...wire, attachment_url: 'javascript:alert(1)' });
    expect(cards[0]!.fields[0]!.items).toMatchObject([{ name: 'taxi.pdf', url: null }]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toContainEqual([
      'blocked-url',
      ['body', 'fields', 0, 'attachment_url'],
    ]);
  });

  it('has no size below zero', () => {
    expect(field({ ...wire, attachment_content_length: -1 }).items).toMatchObject([{ sizeBytes: null }]);
  });
});

describe('given a trip', () => {
  const leg = {
    date: '12 May',
    time: '08:15',
    destination: 'New York JFK',
    flight: 'AI 101',
    terminal: '3',
    gate: 'B12',
  };

  it('reads its stops and the details panel, with dates and times as texts', () => {
    const trip = field({
      type: 'TRIPINFO',
      content: [{ title: 'Depart', text: 'Delhi', image: 'https://a.example/plane.png' }],
      trip_details: {
        summary: { event: 'All hands', date: '12 to 15 May', others: ['Ann', 'Bob'] },
        trips: [leg],
      },
    });
    expect(trip).toMatchObject({
      kind: 'trip',
      comments: [],
      trip: {
        stops: [{ title: 'Depart', text: 'Delhi', imageUrl: 'https://a.example/plane.png' }],
        event: 'All hands',
        date: '12 to 15 May',
        others: ['Ann', 'Bob'],
        legs: [leg],
      },
    });
  });

  it('leaves out a trip that says nothing', () => {
    expect(read({ type: 'TRIPINFO', content: [], trip_details: {} }).cards[0]!.fields).toEqual([]);
  });
});

describe('given the type of a field', () => {
  it.each([
    ['GENERAL', 'general'],
    ['general', 'general'],
    ['Section', 'section'],
    [undefined, 'general'],
    ['', 'general'],
    ['MAP', 'unknown'],
    ['toString', 'unknown'],
  ])('takes %s for %s', (type, kind) => {
    expect(field({ type, title: 'T' }).kind).toBe(kind);
  });

  it('leaves out a field with nothing in it, and counts places by the wire', () => {
    const { fields } = read({ type: 'GENERAL' }, { type: 'GENERAL', title: ' ' }, { title: 'T' }).cards[0]!;
    expect(fields.map(({ title, path }) => [title, path])).toEqual([['T', ['body', 'fields', 2]]]);
  });
});
