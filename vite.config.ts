import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host, and from a file server.
  base: './',
  publicDir: 'src/ui/public',
  cacheDir: '.cache/vite',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false },
  server: { host: 'localhost' },
  preview: { host: 'localhost' },
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
