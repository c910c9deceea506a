import { addons } from 'storybook/manager-api';
import { look } from './look.js';

addons.setConfig({
  theme: look,
  // Sections with and without parts keep one order.
  sidebar: { showRoots: false },
});
