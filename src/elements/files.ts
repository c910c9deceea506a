/*
 * All it takes to get and show a file: loaded when the first one is asked for. Imports nothing that the elements
 * import, or a build would split them in two.
 */
export { readFile } from './read-file.js';
export { showFile } from './show-file.js';
