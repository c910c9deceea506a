import { startPreview } from './preview.js';
import { openServedFile } from './served-file.js';

const root = document.querySelector<HTMLElement>('#preview');
const file = new URLSearchParams(location.search).has('file') ? await openServedFile('./file') : null;
if (root) startPreview(root, file);
