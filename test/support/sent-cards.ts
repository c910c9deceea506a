import { sampleCards } from '../../stories/cards/index.js';
import { sharedText } from './shared-node.js';

export interface SentCards {
  readonly file: string;
  readonly kind: 'sample' | 'card' | 'bot';
  readonly json: unknown;
}

/** The sample cards, and where there is shared data what connectors really send: cards, and chat items of bots. */
export function sentCards(): SentCards[] {
  const index = JSON.parse(sharedText('corpus/index.json') ?? '[]') as { file: string; kind: string }[];
  return [
    ...sampleCards.map(({ name, json }) => ({ file: name, kind: 'sample' as const, json })),
    ...index.flatMap(({ file, kind }) =>
      kind === 'card' || kind === 'bot'
        ? [{ file, kind, json: JSON.parse(sharedText(`corpus/${file}`) ?? 'null') as unknown } as const]
        : [],
    ),
  ];
}
