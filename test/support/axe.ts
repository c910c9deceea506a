import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';

/** What axe finds wrong in an element and its shadow roots, one line per rule and place; empty when all is well. */
export async function axeViolations(element: Element): Promise<string[]> {
  // axe-core is no module: it leaves itself on the window.
  const { axe } = window as unknown as { axe: typeof axeCore };
  const { violations } = await axe.run(element);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.flat().join(' ')})`),
  );
}
