import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';

/**
 * What axe finds wrong in an element and its shadow roots, one line per rule and place; empty when all is well.
 *
 * @param rules - the only ones to try; all of them when left out.
 */
export async function axeViolations(element: Element, rules?: string[]): Promise<string[]> {
  // axe-core is no module: it leaves itself on the window.
  const { axe } = window as unknown as { axe: typeof axeCore };
  const { violations } = await axe.run(element, rules ? { runOnly: rules } : {});
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.flat().join(' ')})`),
  );
}
