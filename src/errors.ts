/** The ways in which something can be wrong, each with its own carrier. */

/**
 * A programmer broke a formula's domain. Checked once at the public edge, never in a loop.
 */
export class DomainError extends RangeError {
  override readonly name = 'DomainError';
  readonly functionName: string;
  readonly argument: string;
  readonly value: unknown;
  readonly requirement: string;

  constructor(functionName: string, argument: string, value: unknown, requirement: string) {
    super(`${functionName}: ${argument} is ${String(value)}, but must be ${requirement}`);
    this.functionName = functionName;
    this.argument = argument;
    this.value = value;
    this.requirement = requirement;
  }
}

/** No finite number of agents reaches the target, for example 100 % within 0 s. */
export class UnattainableTarget extends Error {
  override readonly name = 'UnattainableTarget';
  readonly target: string;
  readonly reason: string;

  constructor(target: string, reason: string) {
    super(`target ${target} cannot be reached: ${reason}`);
    this.target = target;
    this.reason = reason;
  }
}

/**
 * One thing wrong with what a user supplied: data, never an exception.
 *
 * `path` names the field in JSONPath form (`$.channels[2].patience.mean`) or the place in a
 * file (`row 17`). `code` picks the translated sentence and `values` fills it; `message` is the
 * same sentence in English for the command line and for logs.
 */
export type Issue = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** What would have been accepted, in words: `0 to 1`, `an IANA time zone`. */
  readonly allowed?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Closes a switch over a union: a new member no longer compiles until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
