/** The exact day with the agents it has, and the least agents for it in sequence. */
import { carriedDay, repeatingDay } from '../../queueing/day-carry.ts';
import { dayEffects } from '../../queueing/day-effects.ts';
import { dayOutcomes, outcomeLevel, type ArrivalOutcomes } from '../../queueing/day-outcomes.ts';
import { requiredAgents } from '../../queueing/required-agents.ts';
import { sequentialRequirement } from '../../queueing/sequential-requirement.ts';
import type { Day, IntervalMeasures } from '../../queueing/transient-day.ts';
import { SECONDS_PER_MINUTE } from '../../units.ts';
import { WrongUsage, type Surroundings } from '../command.ts';
import { count, decimal, duration, json, NOTHING, percent, table } from '../output.ts';
import { readState } from './carried-state.ts';
import { DEFINITIONS, SHIFT_ENDS, type Given } from './given.ts';
import { readIntervals, type IntervalField } from './interval-file.ts';
import type { ErlangModel } from './model.ts';
import { DEFAULT_THRESHOLD, TARGET_OPTIONS, targetsOf } from './queue-table.ts';

export const RATE: IntervalField = { name: 'contactsPerHour', option: 'rates', from: 0, to: 1e8 };
export const AGENTS: IntervalField = { name: 'agents', option: 'staff', from: 0, to: 1e6, whole: true };
const LEAVING: IntervalField = { name: 'leaving', from: 0, to: 1e6, whole: true, optional: true };
export const HANDLE: IntervalField = { name: 'handleTime', from: 0.001, to: 1e6, optional: true };

type Shape = Omit<Day, 'intervals'> & { readonly minutes: number };

function shapeOf(given: Given): Shape {
  const minutes = given.number('interval') ?? 30;
  const intervalLength = minutes * SECONDS_PER_MINUTE;
  const lastContactBefore = given.number('last-contact-before');
  if (lastContactBefore !== undefined && lastContactBefore >= intervalLength)
    throw new WrongUsage(
      `--last-contact-before is ${lastContactBefore}, but must be a number from 0 to ${intervalLength}, one interval, that one not included`,
    );
  const shiftEnd = SHIFT_ENDS.find((one) => one === given.text('shift-end'));
  if (lastContactBefore !== undefined && (shiftEnd ?? 'named') !== 'named')
    throw new WrongUsage('--last-contact-before goes with --shift-end named only');
  return {
    minutes,
    intervalLength,
    handleTime: given.need('handle-time'),
    patience: given.number('patience'),
    threshold: given.number('threshold') ?? DEFAULT_THRESHOLD,
    shiftEnd,
    lastContactBefore,
    tolerance: given.number('tolerance'),
  };
}

/** The level and the wait of who arrives in each interval, and over the day, by one definition. */
function followed(day: Day, given: Given) {
  const named = given.text('definition') ?? 'offered';
  const definition = DEFINITIONS.find((name) => name === named) ?? 'offered';
  const { intervals, day: total } = dayOutcomes(day, given.number('short-abandon'));
  const told = (counts: ArrivalOutcomes) => ({
    ...counts,
    level: outcomeLevel(counts, definition),
    meanWaitAnswered: counts.answered > 0 ? counts.waitOfAnswered / counts.answered : null,
  });
  return { definition, intervals: intervals.map(told), total: told(total) };
}

export const exactDay: ErlangModel = {
  name: 'day',
  summary: 'the exact day: rates and agents that change, backlog and shift ends carried over',
  note: 'Exponential handle times; starts empty unless --repeat or --from. The file has contactsPerHour, agents and, if it changes, handleTime; with --last-contact-before also leaving, the agents whose shift ends with the interval (default: by as many as the next one has fewer).',
  file: 'JSON or CSV with one row per interval',
  options: [
    'rates',
    'staff',
    'interval',
    'handle-time',
    'patience',
    'threshold',
    'definition',
    'short-abandon',
    'shift-end',
    'last-contact-before',
    'tolerance',
    'repeat',
    'from',
    'effects',
  ],
  examples: [
    'effectif erlang day --rates 80,120,100,60 --staff 8,12,10,6 --handle-time 300 --patience 120',
    'effectif erlang day --rates 80,120,100,60 --staff 8,12,10,6 --handle-time 300 --shift-end preemptive --effects',
    'effectif erlang day --rates 80,120,100,60 --staff 8,12,10,6 --handle-time 300 --patience 120 --definition answered',
    'effectif erlang day --rates 80,120,100,60 --staff 9,13,11,8 --interval 60 --handle-time 300 --repeat --json',
  ],
  run(given, surroundings) {
    const { minutes, ...shape } = shapeOf(given);
    const columns = readIntervals(given, [RATE, AGENTS, HANDLE, LEAVING], surroundings);
    const intervals = intervalsOf(columns).map((one, i) => ({ ...one, leaving: columns[LEAVING.name]?.[i] }));
    const crowded = intervals.find(({ leaving = 0, agents }) => leaving > agents);
    if (crowded)
      throw new WrongUsage(`leaving is ${crowded.leaving} where there are ${crowded.agents} agents only`);
    const day: Day = { ...shape, intervals };
    const repeat = given.has('repeat');
    const effects = given.has('effects');
    const from = given.text('from');
    if (repeat && from !== undefined)
      throw new WrongUsage('--repeat finds out how the day begins: leave out --from');
    const empty = !repeat && from === undefined;
    for (const option of ['effects', 'definition', 'short-abandon'] as const)
      if (!empty && given.has(option))
        throw new WrongUsage(`--${option} looks at a day that starts empty: leave out --repeat and --from`);
    const start = from === undefined ? { law: [1] } : readState(from, day, surroundings);
    const solved = repeat ? repeatingDay(day) : carriedDay(day, start);
    const outcomes = empty ? followed(day, given) : null;
    const changes = effects ? dayEffects(day) : null;
    if (given.has('json')) {
      const { intervals: measures, day: total, end } = solved;
      surroundings.out(json({ day, intervals: measures, total, outcomes, effects: changes, end }));
      return;
    }
    // nobody gives up, so no patience makes a difference
    const leave = day.patience !== undefined;
    const heads = [
      'answered in time',
      ...(outcomes ? ['wait'] : []),
      ...(leave ? ['gave up'] : []),
      'has to wait',
      'queue',
      'occupancy',
      'left at the end',
    ];
    type Followed = { readonly level: number | null; readonly meanWaitAnswered: number | null };
    const row = (m: IntervalMeasures, agents: string, of?: Followed): string[] => [
      decimal(m.offered, 1),
      agents,
      percent(of ? of.level : m.offered > 0 ? m.answeredWithinThreshold / m.offered : null),
      ...(of ? [duration(of.meanWaitAnswered)] : []),
      ...(leave ? [decimal(m.abandoned, 1)] : []),
      percent(m.waitProbability),
      decimal(m.meanQueueLength, 2),
      percent(m.occupancy),
      decimal(m.queueAtEnd, 2),
    ];
    const more = changes
      ? ['+1 agent', '−1 agent', '+1 % volume', '+1 % handling', ...(leave ? ['+1 % patience'] : [])]
      : [];
    const begins = repeat ? ', following itself' : from === undefined ? '' : `, beginning as ${from} says`;
    const counted = outcomes && outcomes.definition !== 'offered' ? ` (${outcomes.definition})` : '';
    surroundings.out(
      `exact day of ${day.intervals.length} intervals, within ${day.threshold} s${counted}${begins}\n\n`,
    );
    surroundings.out(
      table(
        ['from', 'offered', 'agents', ...heads, ...more],
        [
          ...solved.intervals.map((m, i) => [
            clock(i * minutes),
            ...row(m, String(day.intervals[i]?.agents ?? 0), outcomes?.intervals[i]),
            ...(changes
              ? [
                  signed(changes.plusAgent[i]),
                  signed(changes.minusAgent[i]),
                  signed(changes.plusVolume[i]),
                  signed(changes.plusHandleTime[i]),
                  ...(leave ? [signed(changes.plusPatience[i])] : []),
                ]
              : []),
          ]),
          ['day', ...row(solved.day, '', outcomes?.total)],
        ],
      ),
    );
    if (changes) surroundings.out('\neffects: contacts answered in time over the whole day\n');
  },
};

export const staffDay: ErlangModel = {
  name: 'staff',
  summary: 'least agents for each interval of a day, given what it inherits; each by itself (SIPP) beside it',
  note: 'SIPP takes each interval for a steady state, as spreadsheets do.',
  file: 'JSON or CSV with contactsPerHour and, if it changes, handleTime',
  options: ['rates', 'interval', 'handle-time', 'patience', ...TARGET_OPTIONS, 'shift-end', 'tolerance'],
  examples: [
    'effectif erlang staff --rates 40,90,120,100,60,20 --handle-time 300 --patience 120',
    'effectif erlang staff --rates 40,90,120,100,60,20 --handle-time 300 --share 0.9 --threshold 10 --json',
    'effectif erlang staff --rates 40,90,120,100,60,20 --handle-time 300 --patience 120 --share 0.85 --definition excludeAbandonsWithin --asa 10',
  ],
  run(given, surroundings: Surroundings) {
    const { minutes, threshold, ...shape } = shapeOf(given);
    const columns = readIntervals(given, [RATE, HANDLE], surroundings);
    const intervals = intervalsOf(columns).map(({ contactsPerHour, handleTime }) => ({
      contactsPerHour,
      handleTime,
    }));
    const targets = targetsOf(given);
    const { agents, ...solved } = sequentialRequirement({ ...shape, intervals }, targets);
    const { definition = 'offered', shortAbandon } = targets.serviceLevel ?? {};
    const staffed = intervals.map((item, i) => ({ ...item, agents: agents[i] ?? 0 }));
    const outcomes = dayOutcomes({ ...shape, threshold, intervals: staffed }, shortAbandon);
    const levels = outcomes.intervals.map((counts) => outcomeLevel(counts, definition));
    const meanWaits = outcomes.intervals.map(({ answered, waitOfAnswered }) =>
      answered > 0 ? waitOfAnswered / answered : null,
    );
    const sipp = intervals.map(({ contactsPerHour, handleTime = shape.handleTime }) =>
      requiredAgents({ contactsPerHour, handleTime, patience: shape.patience }, targets),
    );
    if (given.has('json')) {
      const { intervals: measures, day: total } = solved;
      surroundings.out(
        json({ targets, agents, sipp, levels, meanWaitAnswered: meanWaits, intervals: measures, total }),
      );
      return;
    }
    const hours = (of: readonly number[]): string =>
      decimal((of.reduce((sum, n) => sum + n, 0) * minutes) / 60, 1);
    const counted = definition === 'offered' ? '' : `; the level counts as ${definition}`;
    surroundings.out(
      `least agents in sequence: ${hours(agents)} agent hours; each interval by itself: ${hours(sipp)}${counted}\n\n`,
    );
    surroundings.out(
      table(
        ['from', 'contacts per hour', 'agents', 'by itself', `within ${threshold} s`, 'wait', 'occupancy'],
        solved.intervals.map((m, i) => [
          clock(i * minutes),
          count(intervals[i]?.contactsPerHour ?? 0),
          String(agents[i] ?? 0),
          String(sipp[i] ?? 0),
          percent(levels[i] ?? null),
          duration(meanWaits[i] ?? null),
          percent(m.occupancy),
        ]),
      ),
    );
  },
};

function intervalsOf(columns: ReturnType<typeof readIntervals>): Day['intervals'] {
  return (columns[RATE.name] ?? []).map((contactsPerHour, i) => ({
    contactsPerHour,
    agents: columns[AGENTS.name]?.[i] ?? 0,
    handleTime: columns[HANDLE.name]?.[i],
  }));
}

/** Minutes since the start of the first interval. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;
}

export function signed(value: number | null | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
