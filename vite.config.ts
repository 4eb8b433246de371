import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The development server needs an inline script for hot reloading, which the page's policy forbids. */
const policyInBuildsOnly: Plugin = {
  name: 'policy-in-builds-only',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** papaparse asks for Node's streams, and uses them only where there is a Node. */
const noNodeStreams: Plugin = {
  name: 'no-node-streams',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'stream' && importer?.includes('papaparse') ? '\0no-streams' : null),
  load: (id) => (id === '\0no-streams' ? 'export default {};' : null),
};

/** Runs the early script ahead of the app's: as its import alone it would wait until all of the app is fetched. */
const earlyScript: Plugin = {
  name: 'early-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const early = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'early');
      if (early?.type !== 'chunk') throw new Error('the early script was not built');
      if (early.imports.length > 0) throw new Error(`the early script waits for ${early.imports.join(', ')}`);
      const tag = `<script type="module" crossorigin src="./${early.fileName}"></script>`;
      return html.replace('<script type="module"', `${tag}\n    $&`);
    },
  },
};

const publicDir = 'src/ui/public';

/** Tells the service worker which files make up this build, the ones copied from the public folder included. */
const listOfFiles: Plugin = {
  name: 'list-of-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['offline.js'];
      if (worker?.type !== 'chunk') return;
      const contents = new Map<string, string | Uint8Array>();
      for (const [file, output] of Object.entries(bundle))
        if (output !== worker) contents.set(file, output.type === 'chunk' ? output.code : output.source);
      for (const entry of readdirSync(publicDir))
        if (!entry.startsWith('screenshot')) contents.set(entry, readFileSync(join(publicDir, entry)));
      const files = [...contents.keys()].toSorted();
      const digest = createHash('sha256');
      for (const file of files) digest.update(file).update(contents.get(file) ?? '');
      const build = JSON.stringify({ digest: digest.digest('hex').slice(0, 12), files });
      worker.code = worker.code.replaceAll('EFFECTIF_BUILD', () => `(${build})`);
    },
  },
};

const appEntries = {
  input: {
    index: 'index.html',
    early: 'src/ui/shell/early-work.ts',
    offline: 'workers/offline.service-worker.ts',
  },
  output: {
    // A service worker keeps its address from build to build; that is how a browser sees an update.
    entryFileNames: ({ name }: { name: string }) =>
      name === 'offline' ? '[name].js' : 'assets/[name]-[hash].js',
    // What pages share is one file, not one per helper: fewer requests before the answer. Histories are read on
    // request, and what only the Demand and Simulation pages share comes with them.
    codeSplitting: {
      groups: [
        {
          name: 'shared',
          minShareCount: 2,
          test: /ui[\\/](page[\\/]|pages[\\/](?!demand|simulation)|inputs|i18n[\\/](?!.*reason-results)|[\w-]+\.tsx?)|charts[\\/](chart-frame|plot|axes|use-|scales|spread|heat|dumbbell)|src[\\/](scenario[\\/](?!history-)|finance|numeric|errors|units)|d3-(scale|array|interpolate|color|format|time)/,
        },
      ],
    },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses: the built folder works from any path of any static host, and from a file server.
  base: './',
  publicDir,
  cacheDir: '.cache/vite',
  plugins: [react(), policyInBuildsOnly, earlyScript, listOfFiles],
  worker: { format: 'es', plugins: () => [noNodeStreams] },
  build: {
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Only the app has two entries; the bench and the command line are bundled for Node, one file at a time.
    ...(isSsrBuild ? {} : { rolldownOptions: { ...appEntries, checks: { pluginTimings: false } } }),
  },
  server: { host: '127.0.0.1', port: 4600 },
  preview: { host: '127.0.0.1', port: 4600 },
  test: {
    env: { TZ: 'UTC' },
    // The files share nothing but pure modules: read once per thread, not once per file.
    pool: 'threads',
    isolate: false,
    // The runner would keep one core for itself, which on two cores is half the machine.
    maxWorkers: '100%',
    // What was compiled for one run serves the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/modules' },
    tags: [
      {
        name: 'slow',
        description: 'Takes a tenth of a second or more: left out of the daily check, run by npm test.',
        timeout: 60_000,
      },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A busy machine is slow, not wrong: the limit is there for what never ends.
          testTimeout: 20_000,
          hookTimeout: 60_000,
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
}));
