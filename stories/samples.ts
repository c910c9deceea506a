import { sampleCards } from './cards/index.js';
import { withoutRemotePictures } from './wire.js';

/** What a story of a whole sample card says, and the card. */
export function sample(json: unknown) {
  const one = sampleCards.find((candidate) => candidate.json === json);
  return {
    args: { card: withoutRemotePictures(json) },
    parameters: { docs: { description: { story: one?.about } } },
  };
}
