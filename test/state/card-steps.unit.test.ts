import { describe, expect, it } from 'vitest';
import { UNTOUCHED, valuesOf, type CardState } from '../../src/state/card-state.js';
import {
  faultsShown,
  formClosed,
  formOpened,
  inputLeft,
  partToggled,
  valueEntered,
} from '../../src/state/card-steps.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

const [form] = readCard(
  action({
    user_input: [
      { id: 'note', label: 'Note', min_length: 3 },
      { id: '__proto__', label: 'P', min_length: 3 },
      { id: 'day', label: 'Day', format: 'date' },
      { id: 'team', label: 'Team', format: 'select', options: { a: 'Lagos' }, min_length: 1 },
    ],
  }),
).actions;
const [note, odd, day, team] = form!.inputs;

const faultsOf = (state: CardState) => Object.entries(state.faults[form!.slot] ?? {});
const tooShort = (count: number) => ({ kind: 'too-short', min: 3, count });

describe('given an input that the user fills in', () => {
  it('keeps each stroke, whatever the input is named', () => {
    const typed = [note, odd].reduce((state, input) => valueEntered(state, form!, input!, 'ab'), UNTOUCHED);
    expect(Object.entries(valuesOf(typed, form!)).slice(0, 2)).toEqual([
      ['note', 'ab'],
      ['__proto__', 'ab'],
    ]);
    expect(UNTOUCHED.drafts).toEqual({});
  });

  it('is not judged while it is typed for the first time, but when it is left', () => {
    const typed = valueEntered(UNTOUCHED, form!, note!, 'a');
    expect(faultsOf(typed)).toEqual([]);
    expect(faultsOf(inputLeft(typed, form!, note!))).toEqual([['note', tooShort(1)]]);
  });

  it('is not judged when it was only visited', () => {
    expect(inputLeft(UNTOUCHED, form!, note!)).toBe(UNTOUCHED);
    const elsewhere = valueEntered(UNTOUCHED, form!, odd!, 'a');
    expect(inputLeft(elsewhere, form!, note!)).toBe(elsewhere);
  });

  it('has its fault follow what is typed, until it is mended', () => {
    const left = inputLeft(valueEntered(UNTOUCHED, form!, note!, 'a'), form!, note!);
    const more = valueEntered(left, form!, note!, 'ab');
    expect(faultsOf(more)).toEqual([['note', tooShort(2)]]);
    expect(faultsOf(valueEntered(more, form!, note!, 'abc'))).toEqual([]);
  });

  it('has its fault judged again when it is left', () => {
    const unfinished = faultsShown(UNTOUCHED, form!, { day: { kind: 'not', what: 'date' } });
    expect(faultsOf(inputLeft(unfinished, form!, day!))).toEqual([]);
    const missing = faultsShown(UNTOUCHED, form!, { note: { kind: 'missing' } });
    expect(inputLeft(missing, form!, note!)).toBe(missing);
  });

  it('keeps what the connector said of its value when it is left', () => {
    const typed = valueEntered(UNTOUCHED, form!, note!, 'abc');
    const told = faultsShown(typed, form!, { note: { kind: 'told', text: 'Too vague.' } });
    expect(inputLeft(told, form!, note!)).toBe(told);
    expect(faultsOf(valueEntered(told, form!, note!, 'abcd'))).toEqual([]);
  });

  it('is judged by what is shown: a choice that is not offered any more is none', () => {
    const missing = faultsShown(valueEntered(UNTOUCHED, form!, team!, 'gone'), form!, {
      team: { kind: 'missing' },
    });
    expect(inputLeft(missing, form!, team!)).toBe(missing);
  });

  it('leaves the faults of the others as they are', () => {
    const shown = faultsShown(UNTOUCHED, form!, { note: { kind: 'missing' } });
    const typed = inputLeft(valueEntered(shown, form!, odd!, 'a'), form!, odd!);
    expect(faultsOf(typed)).toEqual([
      ['note', { kind: 'missing' }],
      ['__proto__', tooShort(1)],
    ]);
  });
});

describe('given a form that is closed', () => {
  it('keeps what was typed and forgets what was wrong', () => {
    const open = formOpened(inputLeft(valueEntered(UNTOUCHED, form!, note!, 'a'), form!, note!), form!);
    const closed = formClosed(open, form!);
    expect([closed.openForm, faultsOf(closed), valuesOf(closed, form!).note]).toEqual([null, [], 'a']);
  });

  it('is opened once', () => {
    const open = formOpened(UNTOUCHED, form!);
    expect(formOpened(open, form!)).toBe(open);
  });
});

describe('given a part that can be opened', () => {
  it('opens and closes beside the others', () => {
    const both = partToggled(partToggled(UNTOUCHED, 'a'), 'b');
    expect(both.expanded).toEqual(['a', 'b']);
    expect(partToggled(both, 'a').expanded).toEqual(['b']);
  });
});
