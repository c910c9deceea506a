import type { Path } from '../diagnostics/diagnostic.js';
import type { WirePath } from './model.js';

/** A place in the input, kept as a chain so that a sound card never builds a path. */
export interface At {
  readonly up: At | null;
  readonly step: string | number;
}

export function pathOf(at: At | null): Path {
  const path: Path = [];
  for (let here = at; here; here = here.up) path.unshift(here.step);
  return path;
}

/** A place as a path from another one that it lies in. */
export function pathFrom(outer: At | null, at: At): WirePath {
  let length = 0;
  for (let here: At | null = at; here && here !== outer; here = here.up) length++;
  const path = new Array<string | number>(length);
  for (let here: At | null = at; here && length > 0; here = here.up) path[--length] = here.step;
  return path;
}
