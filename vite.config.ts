import react from '@vitejs/plugin-react';
import { type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The development server needs an inline script for hot reloading, which the page's policy forbids. */
const policyInBuildsOnly: Plugin = {
  name: 'policy-in-builds-only',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host, and from a file server.
  base: './',
  publicDir: 'src/ui/public',
  cacheDir: '.cache/vite',
  plugins: [react(), policyInBuildsOnly],
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  server: { host: 'localhost', port: 4600 },
  preview: { host: 'localhost', port: 4600 },
  test: {
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.stat.test.ts', 'test/e2e/**'],
        },
      },
      {
        extends: true,
        test: { name: 'stat', include: ['test/**/*.stat.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
