/**
 * A worker behind Comlink that cannot hang its caller.
 *
 * Comlink settles no call of a worker that failed to load or was terminated; here every call also
 * fails when the worker does, and the next call starts a fresh one.
 */
import * as Comlink from 'comlink';

export type RemoteWorker<Endpoint> = {
  call<Result>(ask: (remote: Comlink.Remote<Endpoint>) => Promise<Result>): Promise<Result>;
  /** Ends the worker; calls under way are rejected. */
  stop(reason?: Error): void;
};

export function remoteWorker<Endpoint>(start: () => Worker): RemoteWorker<Endpoint> {
  type Running = {
    readonly worker: Worker;
    readonly remote: Comlink.Remote<Endpoint>;
    readonly failed: Promise<never>;
    fail(error: Error): void;
  };
  let running: Running | null = null;

  function launch(): Running {
    const worker = start();
    let fail = (_error: Error): void => {};
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    failed.catch(() => {}); // an idle worker that is stopped has nobody to tell
    const launched: Running = { worker, remote: Comlink.wrap<Endpoint>(worker), failed, fail };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(launched, new Error(event.message || 'a worker could not be started'));
    });
    return launched;
  }

  function end(which: Running, reason: Error): void {
    which.worker.terminate();
    which.fail(reason);
    if (running === which) running = null;
  }

  return {
    call(ask) {
      running ??= launch();
      return Promise.race([ask(running.remote), running.failed]);
    },
    stop(reason = new DOMException('stopped', 'AbortError')) {
      if (running) end(running, reason);
    },
  };
}

/** Whether a call failed because its worker was ended, and not by itself. */
export function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
