/**
 * Has all elements speak the language of the page: of the nearest `lang`. What they say is loaded when it is needed, and
 * in English until it is there; texts that a host or a provider gives win.
 *
 * @module mf-card/messages/auto
 */
import { en, type Messages } from '../messages/en.js';
import { loadMessages } from '../messages/load.js';
import { languagesChanged, useMessagesByLanguage } from './language.js';

/** By the `lang` that asks for them; `null` while they are on their way, when they did not come, and for English. */
const loaded = new Map<string, Messages | null>();

useMessagesByLanguage((language) => {
  const there = loaded.get(language);
  if (there !== undefined || language === '') return there ?? null;
  loaded.set(language, null);
  void load(language);
  return null;
});

async function load(language: string): Promise<void> {
  try {
    const messages = await loadMessages(language);
    // For want of others the dates are still the page's.
    if (messages === en) return;
    loaded.set(language, messages);
    languagesChanged();
  } catch {
    // Asked for again when the page is online, if anybody still wants them.
    addEventListener('online', () => loaded.delete(language) && languagesChanged(), { once: true });
  }
}
