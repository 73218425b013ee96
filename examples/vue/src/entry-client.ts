import { createSSRApp } from 'vue';
import App from './app.vue';

createSSRApp(App, { first: location.pathname }).mount('#app');
