/** What `effectif erlang` can be given: every option once, with its range, for reading and for help. */
import { WrongUsage } from '../command.ts';
import { readOptions } from '../options.ts';

type Spec = {
  readonly about: string;
  /** `range`: 10, or 10..20; `numbers`: 40,80,60. Left out: a number. */
  readonly kind?: 'whole' | 'range' | 'numbers' | 'text' | 'flag';
  readonly from?: number;
  readonly to?: number;
  readonly oneOf?: readonly string[];
};

export const DEFINITIONS = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
] as const;
export const SHIFT_ENDS = ['named', 'preemptive', 'pooled'] as const;
export const LAWS = ['exponential', 'weibull', 'lognormal', 'hyperexponential'] as const;

const SHARE = { from: 0, to: 1 };
const SECONDS = { from: 0.001, to: 1e7 };

export const SPECS = {
  'contacts-per-hour': { about: 'contacts arriving per hour', from: 0, to: 1e8 },
  'handle-time': { about: 'mean seconds an agent spends on a contact', from: 0.001, to: 1e6 },
  load: { about: 'erlangs, instead of contacts and handle time', from: 0, to: 1e6 },
  patience: { about: 'mean seconds before a waiting contact gives up; without it all wait', ...SECONDS },
  agents: { about: 'agents, as 12 or as a table 10..20', kind: 'range', from: 0, to: 1e6 },
  lines: { about: 'agents plus places in the queue', kind: 'whole', from: 1, to: 1e6 },
  share: { about: 'target: share answered within the threshold', from: 0.0001, to: 1 },
  threshold: { about: 'seconds of the service level; default 20', from: 0, to: 1e6 },
  definition: { about: 'what the service level divides by', kind: 'text', oneOf: DEFINITIONS },
  'short-abandon': { about: 'seconds within which a hang-up counts as short; default 5', from: 0, to: 1e6 },
  asa: { about: 'target: mean seconds in queue of those answered', from: 0, to: 1e6 },
  abandonment: { about: 'target: share that gives up', from: 0.0001, to: 1 },
  'max-occupancy': { about: 'target: share of agent time busy', from: 0.01, to: 1 },
  cv: { about: 'how much the volume swings from day to day (coefficient of variation)', from: 0, to: 3 },
  assurance: { about: 'share of days whose volume the staffing must carry', from: 0.01, to: 0.9999 },
  blocking: { about: 'target: share that finds all agents busy', from: 1e-12, to: 1 },
  customers: { about: 'customers in all', kind: 'whole', from: 1, to: 1e6 },
  'load-per-idle': { about: 'calls of one idle customer per mean handle time', from: 0, to: 1e6 },
  redial: { about: 'share of those who give up that try again', from: 0, to: 0.999 },
  'redial-blocked': { about: 'share of those who get no line that try again', from: 0, to: 0.999 },
  reconnect: { about: 'share of those answered that come back', from: 0, to: 0.999 },
  'deferred-per-hour': { about: 'e-mails to be done per hour', from: 0, to: 1e8 },
  'deferred-time': { about: 'mean seconds of work on one; default the handle time', from: 0.001, to: 1e6 },
  writers: { about: 'agents who do e-mail too; default all', kind: 'whole', from: 1, to: 1e6 },
  reserve: { about: 'idle agents kept free for live contacts', kind: 'whole', from: 0, to: 1e6 },
  law: { about: 'law of patience', kind: 'text', oneOf: LAWS },
  mean: { about: 'mean patience in seconds (exponential, lognormal)', ...SECONDS },
  'patience-cv': { about: 'coefficient of variation of patience (lognormal)', from: 0.01, to: 100 },
  scale: { about: 'scale in seconds (weibull)', ...SECONDS },
  shape: { about: 'shape (weibull); below 1 the impatient go first', from: 0.05, to: 50 },
  parts: { about: 'shares and means, 0.7:60,0.3:300 (hyperexponential)', kind: 'text' },
  balk: { about: 'share that hangs up the moment it has to wait', from: 0, to: 0.999 },
  interval: { about: 'minutes of an interval; default 30', from: 1, to: 1440 },
  rates: {
    about: 'contacts per hour of each interval, instead of a file',
    kind: 'numbers',
    from: 0,
    to: 1e8,
  },
  staff: { about: 'agents of each interval, instead of a file', kind: 'numbers', from: 0, to: 1e6 },
  'shift-end': { about: 'what an agent does whose shift ends in a contact', kind: 'text', oneOf: SHIFT_ENDS },
  'last-contact-before': { about: 'no new contact in the last seconds of a shift', from: 0, to: 86_400 },
  tolerance: { about: 'relative error allowed in every measure; default 1e-5', from: 1e-12, to: 0.1 },
  from: {
    about:
      'JSON file with the state the day begins with: `law` by contacts there, or `end` of an earlier --json',
    kind: 'text',
  },
  repeat: { about: 'the day follows itself: midnight is carried over', kind: 'flag' },
  effects: {
    about: 'what one agent more or less, 1 % more volume, handling and patience do in each interval',
    kind: 'flag',
  },
  turn: { about: 'agent seconds per turn', ...SECONDS },
  think: { about: 'customer seconds between an answer and the next message', ...SECONDS },
  limit: { about: 'most conversations an agent holds', kind: 'whole', from: 1, to: 100 },
  'switch-cost': {
    about: 'share by which turns take longer with two conversations or more',
    from: 0,
    to: 10,
  },
  'after-contact': { about: 'after-contact seconds within the handle time', from: 0, to: 1e6 },
  'frt-mean': { about: 'target: mean seconds to the first reply', ...SECONDS },
  'frt-share': { about: 'target: share with a first reply in time', ...SHARE },
  'frt-within': { about: 'seconds of that target', ...SECONDS },
  arrivals: { about: 'contacts of each interval, instead of a file', kind: 'numbers', from: 0, to: 1e8 },
  due: { about: 'open hours within which an answer is due; default 24', from: 0.001, to: 1e4 },
  open: { about: 'opening hours, 9-18; default all day', kind: 'text' },
  backlog: { about: 'contacts waiting at the start', from: 0, to: 1e8 },
} as const satisfies Readonly<Record<string, Spec>>;

export type OptionName = keyof typeof SPECS;

const specOf = (name: OptionName): Spec => SPECS[name];

/** The options a model was given; every reader throws `WrongUsage` with option, value and allowed range. */
export type Given = {
  readonly files: readonly string[];
  has(name: OptionName | 'json'): boolean;
  text(name: OptionName): string | undefined;
  number(name: OptionName): number | undefined;
  numbers(name: OptionName): number[] | undefined;
  /** First and last of a range; the same for a single number. */
  range(name: OptionName): readonly [number, number] | undefined;
  /** @throws {WrongUsage} when it was not given */
  need(name: OptionName): number;
};

export function readGiven(args: readonly string[], taken: readonly OptionName[]): Given {
  const kinds = Object.fromEntries(
    taken.map((name) => [name, specOf(name).kind === 'flag' ? ('boolean' as const) : ('string' as const)]),
  );
  const options = readOptions(args, kinds);
  const oneNumber = (name: OptionName, written: string): number => {
    const { kind, from = -Infinity, to = Infinity } = specOf(name);
    const value = written.trim() === '' ? NaN : Number(written);
    const whole = kind === 'whole';
    if (!(value >= from && value <= to) || (whole && !Number.isInteger(value)))
      throw new WrongUsage(`--${name} is ${written}, but must be ${allowed(name)}`);
    return value;
  };
  const text = (name: OptionName): string | undefined => {
    const written = options.text(name);
    const { oneOf } = specOf(name);
    if (written !== undefined && oneOf && !oneOf.includes(written))
      throw new WrongUsage(`--${name} is ${written}, but must be one of ${oneOf.join(', ')}`);
    return written;
  };
  const number = (name: OptionName): number | undefined => {
    const written = options.text(name);
    return written === undefined ? undefined : oneNumber(name, written);
  };
  return {
    files: options.files,
    has: (name) => options.has(name) || options.text(name) !== undefined,
    text,
    number,
    numbers: (name) =>
      options
        .text(name)
        ?.split(',')
        .map((part) => oneNumber(name, part)),
    range(name) {
      const written = options.text(name);
      if (written === undefined) return undefined;
      const [first = '', last] = written.split('..');
      const from = oneNumber(name, first);
      const to = last === undefined ? from : oneNumber(name, last);
      if (to < from || to - from > 1000)
        throw new WrongUsage(`--${name} is ${written}, but must rise, by at most 1000`);
      return [from, to];
    },
    need(name) {
      const value = number(name);
      if (value === undefined) throw new WrongUsage(`--${name} is missing: ${specOf(name).about}`);
      return value;
    },
  };
}

/** What an option accepts, in words. */
export function allowed(name: OptionName): string {
  const { kind, from = 0, to = Infinity, oneOf } = specOf(name);
  if (oneOf) return `one of ${oneOf.join(', ')}`;
  if (kind === 'text') return 'text';
  if (kind === 'flag') return 'no value';
  return `a ${kind === 'whole' ? 'whole ' : ''}number from ${from} to ${to}`;
}
