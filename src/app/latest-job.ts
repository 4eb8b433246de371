/**
 * Work where only the newest request matters: while one is being computed, later ones replace
 * each other, and the newest starts as soon as the worker is free. Results arrive in order.
 */
export type LatestJob<Input> = {
  request(input: Input): void;
  readonly pending: boolean;
};

export function latestJob<Input, Output>(
  compute: (input: Input) => Promise<Output>,
  deliver: (output: Output, input: Input) => void,
  fail: (error: unknown, input: Input) => void,
): LatestJob<Input> {
  let running = false;
  let waiting: { readonly input: Input } | null = null;

  async function drain(): Promise<void> {
    running = true;
    while (waiting) {
      const { input } = waiting;
      waiting = null;
      try {
        deliver(await compute(input), input);
      } catch (error) {
        fail(error, input);
      }
    }
    running = false;
  }

  return {
    request(input) {
      waiting = { input };
      if (!running) void drain();
    },
    get pending() {
      return running || waiting !== null;
    },
  };
}
