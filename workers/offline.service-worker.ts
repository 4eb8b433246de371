/**
 * Keeps the app's own files so that it opens without a network.
 *
 * All files of one build are fetched together into a cache named after their contents, so a page never mixes
 * two builds. A new build waits until the page asks for it: a reload must not take an edit away.
 */
declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: a digest of all files, and their addresses relative to this script. */
declare const EFFECTIF_BUILD: { readonly digest: string; readonly files: readonly string[] };

const { digest, files } = EFFECTIF_BUILD;
const cacheName = `effectif-${digest}`;

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(
    // Hashed names never change their content; the others are asked for again.
    files.map((file) => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'no-cache' })),
  );
}

/** The previous build stays for tabs that still run it and load one of its parts late. */
async function dropOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith('effectif-') && name !== cacheName);
  await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const own = await caches.open(cacheName);
  const kept = await own.match(request.mode === 'navigate' ? 'index.html' : request, { ignoreVary: true });
  return kept ?? (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldBuilds()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope))
    event.respondWith(answer(request));
});
