/** What a live region holds next. What is said twice has to differ, or the second time is not heard. */
export function nextAnnouncement(before: string, text: string): string {
  return text !== '' && text === before ? `${text}\u00a0` : text;
}
