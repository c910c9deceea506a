import type { PlaceGroup } from '../state/feed-merge.js';
import { keyOf } from './card-list.js';
import { put } from './put.js';

/** A group as it is shown. */
export interface FeedList extends PlaceGroup {
  readonly section: HTMLElement;
  readonly list: HTMLUListElement;
}

/**
 * The lists of a feed, one for each group. By hand, as Lit would remove those that go before their cards have moved to
 * others, and with them what is half typed there.
 */
export class FeedLists {
  readonly place = document.createElement('div');
  shown: readonly FeedList[] = [];

  constructor() {
    this.place.className = 'lists';
  }

  /** @param fill - moves the cards to their lists, while those that go are still there. */
  show(groups: readonly PlaceGroup[], fill: (lists: readonly FeedList[]) => void): void {
    const { place, shown } = this;
    const li = place.querySelector('li:focus-within');
    // Whatever its heading becomes, a card that the user is at does not go to another list.
    const home = li && groups.find(({ places }) => places.some(({ card }) => card.key === keyOf(li)));
    this.shown = groups.map((group) => ({
      ...(shown.find(({ name, list }) =>
        home && (group === home || list === li.parentNode)
          ? group === home && list === li.parentNode
          : name === group.name,
      ) ?? makeList()),
      ...group,
    }));
    const sections = this.shown.map(({ section }) => section);
    let here = place.firstElementChild;
    for (const section of sections) here = put(place, section, here);
    fill(this.shown);
    for (const { section } of shown) if (!sections.includes(section)) section.remove();
  }
}

function makeList(): Pick<FeedList, 'section' | 'list'> {
  const section = document.createElement('section');
  const list = document.createElement('ul');
  list.setAttribute('part', 'list');
  list.role = 'list';
  section.append(list);
  return { section, list };
}
