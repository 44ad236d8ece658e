// The two choices that belong to this machine and not to a library: look and language.

export type Theme = 'auto' | 'light' | 'dark';
export type Language = 'zh' | 'en';

const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

function stored<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  const found = localStorage.getItem(key) as T | null;
  return found && allowed.includes(found) ? found : fallback;
}

class Settings {
  theme = $state<Theme>(stored('theme', ['auto', 'light', 'dark'], 'auto'));
  language = $state<Language>(stored('language', ['zh', 'en'], 'zh'));
  #systemDark = $state(dark?.matches ?? false);

  constructor() {
    dark?.addEventListener('change', (event) => (this.#systemDark = event.matches));
  }

  /** The look in force: what charts are drawn in. */
  get look(): 'light' | 'dark' {
    if (this.theme !== 'auto') return this.theme;
    return this.#systemDark ? 'dark' : 'light';
  }

  setTheme(theme: Theme) {
    this.theme = theme;
    localStorage.setItem('theme', theme);
  }

  setLanguage(language: Language) {
    this.language = language;
    localStorage.setItem('language', language);
  }
}

export const settings = new Settings();
