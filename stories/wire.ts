import { STORY_TIME } from './clock.js';

/** A copy of a sample without the pictures that another server has: the stories load nothing from elsewhere. */
export function withoutRemotePictures<Json>(json: Json): Json {
  return JSON.parse(JSON.stringify(json), (name, value: unknown) =>
    name === 'image' && isRemote(value) ? undefined : value,
  ) as Json;
}

function isRemote(image: unknown): boolean {
  return typeof image === 'object' && image !== null && /^https?:/.test(String(Reflect.get(image, 'href')));
}

/** The card alone, without its fields and actions. */
export function headerOf<Json extends object>(card: Json) {
  return { ...withoutRemotePictures(card), body: {}, actions: [] };
}

/** The card without its actions, with the fields of these types only. */
export function fieldsOf<Field extends { type: string }>(
  card: { readonly body: { readonly fields: readonly Field[] } },
  ...types: Field['type'][]
) {
  const fields = card.body.fields.filter(({ type }) => types.includes(type));
  return { ...withoutRemotePictures(card), body: { fields }, actions: [] };
}

/** A moment as far from the time of the stories, as text on the wire; before it when it is negative. */
export function hoursFromNow(hours: number): string {
  return new Date(STORY_TIME + hours * 3_600_000).toISOString();
}
