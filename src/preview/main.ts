import { startPreview } from './preview.js';

const root = document.querySelector<HTMLElement>('#preview');
if (root) startPreview(root);
