const KEY = 'mf-card preview drafts';

/** What the author wrote, by the name of the source, kept for as long as the tab is open: a reload loses nothing. */
export function loadDrafts(): Record<string, string> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return Object.fromEntries(
      Object.entries(found ?? {}).filter((draft): draft is [string, string] => typeof draft[1] === 'string'),
    );
  } catch {
    return {};
  }
}

export function saveDrafts(drafts: Readonly<Record<string, string>>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // No storage, or no room in it: the page works all the same.
  }
}
