/**
 * Work where only the newest request matters: while one is being computed, later ones replace
 * each other, and the newest starts as soon as the worker is free. Results arrive in order.
 */
export type LatestJob<Input> = {
  request(input: Input): void;
  readonly pending: boolean;
};

export type Impatience<Input> = {
  /** What has been computed for so many milliseconds gives way to a newer request. */
  readonly after: number;
  /** Whether the newer request makes the one being computed worthless. */
  readonly replaces: (newer: Input, running: Input) => boolean;
  /** Calls back after a pause; returns a way to call it off. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
  /** Ends what is being computed, which then fails. */
  readonly stop: () => void;
};

export function latestJob<Input, Output>(
  compute: (input: Input) => Promise<Output>,
  deliver: (output: Output, input: Input) => void,
  fail: (error: unknown, input: Input) => void,
  impatience?: Impatience<Input>,
): LatestJob<Input> {
  let running = false;
  /** What has been computed for too long, to be stopped once something newer is wanted. */
  let overdue: { readonly input: Input } | null = null;
  let waiting: { readonly input: Input } | null = null;

  async function drain(): Promise<void> {
    running = true;
    while (waiting) {
      const { input } = waiting;
      waiting = null;
      overdue = null;
      const callOff = impatience?.later(() => {
        overdue = { input };
        giveWay();
      }, impatience.after);
      try {
        deliver(await compute(input), input);
      } catch (error) {
        fail(error, input);
      }
      callOff?.();
    }
    running = false;
  }

  function giveWay(): void {
    if (overdue && waiting && impatience?.replaces(waiting.input, overdue.input)) impatience.stop();
  }

  return {
    request(input) {
      waiting = { input };
      if (running) giveWay();
      else void drain();
    },
    get pending() {
      return running || waiting !== null;
    },
  };
}
