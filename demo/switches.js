import { setLanguage } from './words.js';

const byId = (id) => document.getElementById(id);

/** Language and theme, the same on every page of the demo. */
export function startSwitches() {
  const [theme, language] = [byId('theme'), byId('language')];
  theme.addEventListener('change', () => {
    document.documentElement.style.colorScheme = theme.value;
  });
  language.addEventListener('change', () => setLanguage(language.value));
  language.value = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
  // A browser that restores the form on a reload brings the choice of theme back without an event.
  document.documentElement.style.colorScheme = theme.value;
  setLanguage(language.value);
}
