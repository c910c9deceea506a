import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// Written by `npm run manifest`. Without it the stories work all the same; the tables of their docs stay empty.
const [manifest] = Object.values(
  import.meta.glob('../dist/custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest) setCustomElementsManifest(manifest);

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Text direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  parameters: {
    layout: 'padded',
    // A violation fails the story's test.
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    viewport: {
      options: {
        phone: { name: 'Phone, 360 px', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 720 px', styles: { width: '720px', height: '1000px' }, type: 'tablet' },
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const { documentElement: page } = document;
      page.style.colorScheme = String(globals.theme);
      page.style.backgroundColor = 'canvas';
      page.style.color = 'canvastext';
      document.body.style.background = 'none';
      document.body.style.color = 'inherit';
      page.dir = String(globals.direction);
      return story();
    },
  ],
};

export default preview;
