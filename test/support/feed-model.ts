import { RESULT_TIME, UNDO_TIME } from '../../src/state/card-state.js';
import { action, card as wireCard } from '../cards.js';

/*
 * What a feed should show, in a few lines: it knows a record by its name and numbers its versions; it knows nothing of
 * hashes, keys, slots and elements.
 */

export const NAMES = ['Ann', 'Bob', 'Cem', 'Dea', 'Eva', 'Fay', 'Gus'] as const;
export type Name = (typeof NAMES)[number];

/** What a connector says of a record. `copy` counts how often it was written out: ids are made anew each time. */
export interface Entry {
  readonly name: Name;
  readonly version: number;
  readonly importance: number;
  readonly copy: number;
}

export interface Shown extends Entry {
  readonly gone: boolean;
}

/** Every third version has another address to send to: what was typed for one of them is nothing to the others. */
export const aimOf = (version: number) => (version % 3 === 2 ? 'other' : 'usual');

export function wireOf({ name, version, importance, copy }: Entry) {
  const id = `5c1f7f5e-6a3c-4f0b-9d6a-${String(copy).padStart(12, '0')}`;
  const to = (what: string) => ({ href: `https://flows.example.com/${name}/${what}` });
  return wireCard({
    id,
    backend_id: name,
    hash: `${name} ${version}`,
    importance,
    header: { title: `${name}, version ${version}` },
    actions: [
      action({
        id,
        action_key: 'USER_INPUT',
        label: 'Comment',
        url: to(aimOf(version)),
        allow_repeated: true,
        user_input: [{ id: 'note', label: 'Note', format: 'text' }],
      }),
      action({ id, label: 'Close', url: to('close'), remove_card_on_completion: true }),
    ],
  });
}

export class Model {
  records: readonly Entry[] = [];
  copies = 0;
  readonly versions = new Map<Name, number>();
  /** Loads that were not answered yet: what the connector had then, and whether it was given up for another one. */
  loads: { readonly answer: readonly Entry[]; isNewest: boolean }[] = [];
  /** The newest answer. */
  known: readonly Entry[] = [];
  /** It was the first one, or the first after one without any card: nothing is there that could move. */
  isFirst = true;
  shown: readonly Shown[] = [];
  waiting: readonly Name[] = [];
  pointed: Name | null = null;
  readonly forms = new Set<Name>();
  readonly notes = new Map<string, string>();
  /** What the host was asked to close and has not answered, and what it has closed; when. */
  readonly closing = new Set<Name>();
  readonly closed = new Map<Name, number>();
  readonly dismissed = new Map<Name, { readonly at: number; readonly version: number }>();
  /** The version of a record that has left. */
  readonly left = new Map<Name, number>();
  now = 0;

  readonly hasLeft = ({ name, version }: Entry) => this.left.get(name) === version;

  entryOf(name: Name): Shown | undefined {
    return this.shown.find((one) => one.name === name && !one.gone);
  }

  /** As if the user had done nothing to it. */
  forget(name: Name): void {
    for (const all of [this.left, this.closed, this.dismissed, this.forms, this.closing]) all.delete(name);
    for (const aim of ['usual', 'other']) this.notes.delete(`${name} ${aim}`);
  }

  /** What the user is at. */
  holds(name: Name, gone: boolean): boolean {
    return name === this.pointed || (!gone && this.forms.has(name));
  }

  /** The user has asked for all there is. */
  letIn(): void {
    this.shown = this.wanted().map((entry) => ({ ...entry, gone: false }));
    this.waiting = [];
    this.bringBack();
  }

  wanted(): readonly Entry[] {
    const stay = this.known.filter((entry) => !this.hasLeft(entry));
    return [0, 1, 2].flatMap((importance) => stay.filter((entry) => entry.importance === importance));
  }

  arrange(): void {
    const wanted = this.wanted();
    const newest = (name: Name) => wanted.find((entry) => entry.name === name);
    const before = this.shown.map(({ name }) => name);
    const last = this.shown.findLastIndex(({ name, gone }) => this.holds(name, gone));
    // Down to where the user is, everything stays where it is, and as it is unless it is the same but for ids.
    const fixed = this.shown.slice(0, last + 1).flatMap((old, i): Shown[] => {
      if (this.hasLeft(old)) return [];
      const entry = newest(old.name);
      if (!entry) return [{ ...old, gone: true }];
      const takes = i === last || saysTheSame(entry, old);
      return [{ ...(takes ? entry : old), gone: false }];
    });
    const others = wanted.filter(({ name }) => !fixed.some((one) => one.name === name));
    const isNew = ({ name }: Entry) => !before.includes(name);
    const waits = (entry: Entry) =>
      !this.isFirst && isNew(entry) && (last >= 0 || this.waiting.includes(entry.name));
    // Where nothing is left of what was shown there is nothing to wait for.
    const late = fixed.length || !others.every(isNew) ? others.filter(waits) : [];
    this.waiting = late.map(({ name }) => name);
    this.shown = [
      ...fixed,
      ...others.filter((entry) => !late.includes(entry)).map((entry) => ({ ...entry, gone: false })),
    ];
    this.bringBack();
  }

  /** What has left, or was dismissed, and is shown with something new to say is as it was at first. */
  bringBack(): void {
    for (const { name, version, gone } of this.shown) {
      const done = this.left.get(name) ?? this.dismissed.get(name)?.version;
      if (!gone && done !== undefined && done !== version) this.forget(name);
    }
  }

  dismiss(name: Name): void {
    this.dismissed.set(name, { at: this.now, version: this.entryOf(name)!.version });
  }

  take(answer: readonly Entry[]): void {
    this.isFirst = this.known.length === 0;
    // What has not changed at all is not even taken.
    this.known = answer.map((entry) => this.known.find((old) => isEqual(old, entry)) ?? entry);
    this.arrange();
  }

  wait(ms: number): void {
    this.now += ms;
    for (const { name, gone, version } of this.shown) {
      const dismissed = this.dismissed.get(name);
      const leaves = dismissed ? dismissed.at + UNDO_TIME : (this.closed.get(name) ?? Infinity) + RESULT_TIME;
      if (!gone && leaves <= this.now && !this.left.has(name)) this.left.set(name, version);
    }
    this.arrange();
  }
}

/** Whether two only have other ids. */
const saysTheSame = (a: Entry, b: Entry) => a.version === b.version && a.importance === b.importance;

export const isEqual = (a: Entry, b: Entry) => JSON.stringify(a) === JSON.stringify(b);
