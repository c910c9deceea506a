import { describe, expect, it, vi } from 'vitest';
import { readCards } from '../../src/schema/read-cards.js';
import { UNTOUCHED, type CardState } from '../../src/state/card-state.js';
import { CardStore } from '../../src/state/card-store.js';

const dismissed = (state: CardState): CardState => ({ ...state, removed: 'dismissed' });

describe('given followers of a card', () => {
  it('tells them after each change, and only those of that card', () => {
    const store = new CardStore();
    const seen: (string | null)[] = [];
    const other = vi.fn();
    store.subscribe('a', () => seen.push(store.get('a').removed));
    store.subscribe('b', other);
    store.update('a', dismissed);
    expect([seen, other.mock.calls.length]).toEqual([['dismissed'], 0]);
    expect(store.get('b')).toBe(UNTOUCHED);
  });

  it('tells the others too when one of them throws, and the developer', () => {
    const store = new CardStore();
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const second = vi.fn();
    store.subscribe('a', () => {
      throw new Error('The storage is full');
    });
    store.subscribe('a', second);
    store.update('a', dismissed);
    expect(second).toHaveBeenCalledTimes(1);
    expect(String(told.mock.calls)).toContain('The storage is full');
    told.mockRestore();
  });

  it('tells nobody when nothing changed', () => {
    const store = new CardStore();
    const listener = vi.fn();
    store.subscribe('a', listener);
    store.update('a', (state) => state);
    store.reset('a');
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells one that follows twice twice, and once when it has ended one', () => {
    const store = new CardStore();
    const listener = vi.fn();
    const end = store.subscribe('a', listener);
    store.subscribe('a', listener);
    store.update('a', dismissed);
    expect(listener).toHaveBeenCalledTimes(2);
    end();
    end();
    store.update('a', () => UNTOUCHED);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('keeps those who came since when somebody ends again', () => {
    const store = new CardStore();
    const listener = vi.fn();
    const end = store.subscribe('a', vi.fn());
    end();
    store.subscribe('a', listener);
    end();
    store.update('a', dismissed);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells the others too when one of them ends while being told', () => {
    const store = new CardStore();
    const second = vi.fn();
    const end = store.subscribe('a', () => end());
    store.subscribe('a', second);
    store.update('a', dismissed);
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('tells a follower of every card, with what it was before, until it ends', () => {
    const store = new CardStore();
    const follower = { stateChanged: vi.fn(), seenChanged: vi.fn() };
    store.follow(follower);
    store.update('a', dismissed);
    store.reset('b');
    store.reset('a');
    store.unfollow(follower);
    store.update('b', dismissed);
    expect(follower.stateChanged.mock.calls).toEqual([
      ['a', UNTOUCHED],
      ['a', dismissed(UNTOUCHED)],
    ]);
  });

  it('tells a follower of what counts as seen, also by what is restored, and only once', () => {
    const store = new CardStore();
    const seenChanged = vi.fn();
    store.follow({ stateChanged: vi.fn(), seenChanged });
    const { cards } = readCards([{ backend_id: 'a', header: { title: 'A' } }]);
    store.markSeen(cards[0]!);
    store.restore({
      version: 1,
      cards: [],
      seen: [
        [cards[0]!.key, 'old'],
        ['b', null],
      ],
    });
    expect(seenChanged.mock.calls).toEqual([[cards[0]!.key], ['b']]);
    expect(store.isSeen(cards[0]!)).toBe(true);
  });

  it('forgets and tells on a reset', () => {
    const store = new CardStore();
    store.update('a', dismissed);
    const listener = vi.fn();
    store.subscribe('a', listener);
    store.reset('a');
    expect([store.get('a').removed, listener.mock.calls.length]).toEqual([null, 1]);
  });
});
