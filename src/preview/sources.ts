import { sampleCards } from '../../stories/cards/index.js';
import type { FileNews } from './served-file.js';

/** A text to begin with: a sample's, or that of the file the page was opened for. */
export interface Source {
  /** Among all of them, and without white space. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  readonly text: string;
  readonly isFile: boolean;
}

/** Their pictures get a full address, as the format asks for one: this server's own. */
export const samples: readonly Source[] = sampleCards.map(({ name, title, about, json }) => ({
  name,
  title,
  about,
  text: JSON.stringify(json, null, 2).replaceAll('"/media/', `"${location.origin}/media/`),
  isFile: false,
}));

/** A file that can't be read is shown as it last was. */
export function fileSource({ path, text }: FileNews, before?: Source): Source {
  return {
    name: `file:${encodeURIComponent(path)}`,
    title: path,
    about: 'Your file. What you save is shown here at once.',
    // As a text area has them, so that places in the one are places in the other.
    text: text?.replace(/\r\n?/g, '\n') ?? before?.text ?? '',
    isFile: true,
  };
}
