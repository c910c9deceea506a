/**
 * The time it is in every story, a Tuesday morning: "Due tomorrow" is true whenever a story is looked at, and its picture
 * stays the same. Epoch milliseconds.
 */
export const STORY_TIME = Date.parse('2026-11-24T09:30:00Z');
