import DefaultTheme from 'vitepress/theme-without-fonts';
import HomePage from './HomePage.vue';
import LiveCard from './LiveCard.vue';
import LiveFeed from './LiveFeed.vue';
import LiveHost from './LiveHost.vue';
import LivePage from './LivePage.vue';
import LiveTheme from './LiveTheme.vue';
import './style.css';

const components = { HomePage, LiveCard, LiveFeed, LiveHost, LivePage, LiveTheme };

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(components)) app.component(name, component);
  },
};
