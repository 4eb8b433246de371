/** Opening without a network, and moving to a new build when the user agrees. */

export type OfflineListener = {
  /** Every file of this build is kept: the app now opens without a network. */
  readonly onReady?: () => void;
  /**
   * A newer build is ready. `moveToIt(save)` waits for `save` to store the user's work, then reloads
   * the page; not calling it keeps the present build for as long as the tab lives.
   */
  readonly onUpdate: (moveToIt: MoveToBuild) => void;
};

export type MoveToBuild = (save: () => Promise<void>) => Promise<void>;

/** Soon enough for a short visit on a busy machine. */
const LATEST = 3000;

/**
 * Registers the service worker, which fetches and keeps some forty files, once `settled`: what the first
 * view still computes would have to share the machine with it. A start that failed has settled too: a build
 * that repairs it arrives through the worker.
 * Does nothing in development, in a browser without service workers, and on an insecure origin.
 */
export async function keepForOffline(settled: Promise<unknown>, listener: OfflineListener): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await Promise.race([settled.catch(() => null), new Promise((resolve) => setTimeout(resolve, LATEST))]);
  await register(listener).catch(() => {}); // refused (private window, no space): the app merely needs its host
}

async function register({ onReady, onUpdate }: OfflineListener): Promise<void> {
  const address = new URL('offline.js', document.baseURI);
  const registration = await navigator.serviceWorker.register(address);
  // On the very first visit nothing controls the page, and the new worker is no update of anything.
  const offer = (worker: ServiceWorker): void => {
    if (navigator.serviceWorker.controller) onUpdate((save) => moveTo(worker, save));
  };
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
  await navigator.serviceWorker.ready;
  onReady?.();
}

async function moveTo(worker: ServiceWorker, save: () => Promise<void>): Promise<void> {
  await save();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
}
