/* global gc -- Chromium runs with --expose-gc */
import { approvals } from '../make-cards.mjs';
import { afterPaint, layOut, nextTask } from './moments.js';

/*
 * What the benchmark does within a page. A page is for one contestant and one number of cards; `enter` comes first.
 */

let contestant, cards, text, place;

globalThis.lab = {
  async enter(name, count) {
    contestant = await import(`/built/${name}/index.js`);
    cards = approvals(count, `${location.origin}/icon.svg`);
    text = JSON.stringify(cards);
    contestant.start();
    await clear();
  },

  /** All cards into an empty page. */
  show: () => timed(() => contestant.show(text, place)),

  /** The same some more times, each into a page emptied before. */
  async showAgain(times) {
    const results = [];
    for (let i = 0; i < times; i++) {
      await clear();
      results.push(await timed(() => contestant.show(text, place)));
    }
    return results;
  },

  /** Some cards, one after the other, come again with one text changed. */
  async change(times) {
    const results = [];
    for (const index of spread(times)) {
      const words = `Changed: ${index}`;
      cards[index].body.fields[3].description = words;
      const next = JSON.stringify(cards[index]);
      results.push(await timed(() => contestant.change(index, next)));
      if (!shownBy(index).includes(words)) throw new Error('A change is not shown');
    }
    return results;
  },

  /** Some cards, one after the other, have their form opened: from the click until the form is laid out. */
  async openForms(times) {
    const results = [];
    for (const index of spread(times)) {
      const root = contestant.roots()[index];
      const button = [...root.querySelectorAll('button')].find((each) => words(each) === 'Approve');
      await afterPaint();
      const start = performance.now();
      button.click();
      await until(() => root.querySelector('textarea')?.offsetHeight > 0, 5000);
      results.push({ layout: performance.now() - start });
    }
    return results;
  },

  /** All cards into the contestant's own feed, when it has one. It may go on after its first paint. */
  async feed() {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    let there = false;
    const { start, ...times } = await timed(
      () => (contestant.showFeed ?? contestant.show)(text, place),
      () => (there = allThere()),
    );
    const painted = start + times.paint;
    if (!there) await until(allThere, 120_000);
    const complete = there ? times.layout : performance.now() - start;
    // What the contestant may have put off until there is nothing else to do.
    await new Promise((done) => setTimeout(done, 500));
    tasks.push(...observer.takeRecords());
    const after = tasks.filter(({ startTime }) => startTime >= painted).map(({ duration }) => duration);
    return { ...times, complete, longest: Math.max(0, ...after) };
  },

  /** Texts of the first, the middle and the last card that are not there. */
  missing() {
    return [0, cards.length >> 1, cards.length - 1].flatMap((index) => {
      const shown = shownBy(index);
      return textsOf(cards[index]).filter((each) => !shown.includes(each));
    });
  },

  /** How many cards are not in their place, by their titles. */
  misplaced() {
    const roots = contestant.roots();
    return cards.filter(({ header }, index) => !roots[index]?.textContent.includes(header.title)).length;
  },

  nodes: () => countNodes(document.body),
};

/**
 * From the JSON text until the contestant says that it is done (`build`), that and layout (`layout`), that and the next
 * frame (`paint`).
 */
async function timed(work, whenLaidOut) {
  // Begins right after a frame, so that the wait for the next one is the same for all.
  await afterPaint();
  const start = performance.now();
  await work();
  const build = performance.now() - start;
  layOut();
  const layout = performance.now() - start;
  whenLaidOut?.();
  await afterPaint();
  return { start, build, layout, paint: performance.now() - start };
}

async function clear() {
  place?.remove();
  place = document.createElement('main');
  document.body.append(place);
  await afterPaint();
  gc();
}

/** Right after what is under way if it can be, else task by task. */
async function until(isSo, patience) {
  for (let i = 0; i < 30; i++) {
    if (isSo()) return;
    await null;
  }
  const end = performance.now() + patience;
  // A task of its own is soon there, but many of them keep others waiting.
  for (let i = 0; !isSo(); i++) {
    if (performance.now() > end) throw new Error('What was waited for did not come');
    await (i < 200 ? nextTask() : new Promise((done) => setTimeout(done, 20)));
  }
}

function allThere() {
  const roots = contestant.roots();
  return (
    roots.length === cards.length && roots[roots.length - 1].textContent.includes(cards.at(-1).header.title)
  );
}

function spread(times) {
  return Array.from({ length: times }, (_, i) => Math.floor(((i + 0.5) * cards.length) / times));
}

function shownBy(index) {
  return words(contestant.roots()[index]);
}

function words(node) {
  return node.textContent.replace(/\s+/g, ' ').trim();
}

function textsOf({ header, body, actions }) {
  return [
    header.title,
    ...header.subtitle,
    body.description,
    ...body.fields
      .flatMap((field) => (field.items ? [{ title: field.title }, ...field.items] : [field]))
      .flatMap(({ title, description, attachment_name }) =>
        attachment_name ? [attachment_name] : [title, description ?? ''],
      ),
    ...actions.map(({ label }) => label),
  ];
}

function countNodes(node) {
  let count = 1;
  if (node.shadowRoot) count += countNodes(node.shadowRoot);
  for (let child = node.firstChild; child; child = child.nextSibling) count += countNodes(child);
  return count;
}
