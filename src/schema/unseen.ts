const RARE = /[^ -~\xa1-\xac\xae-\u02ff]/;
const UNSEEN = /^[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** Whether there is nothing in a text that is drawn: white space, controls, marks of nothing, and letters that are blank. */
export function isUnseen(text: string): boolean {
  // Most labels have a letter first, and nothing beyond the scripts of Europe.
  return RARE.test(text) && UNSEEN.test(text);
}
