import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Component tests need the browser's half of Svelte.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  clearScreen: false,
  server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
  build: { target: 'safari15', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  test: {
    environment: 'jsdom',
    css: true,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    clearMocks: true,
  },
}));
