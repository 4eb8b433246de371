/** Deferred work: whether it can be done in time, how fast, and the least agents for it. */
import { constantDeferredAgents, levelledDeferredAgents } from '../../queueing/deferred-requirement.ts';
import type { OpenSpan } from '../../queueing/business-clock.ts';
import { deferredWork } from '../../queueing/deferred-work.ts';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../../units.ts';
import { WrongUsage } from '../command.ts';
import { count, decimal, duration, json, percent, table } from '../output.ts';
import { readIntervals, type IntervalField } from './interval-file.ts';
import type { ErlangModel } from './model.ts';
import { solved } from './queue-table.ts';

const ARRIVALS: IntervalField = { name: 'contacts', option: 'arrivals', from: 0, to: 1e8 };
const OPEN: IntervalField = { name: 'open', from: 0, to: 1, whole: true, optional: true };
const AGENTS: IntervalField = { name: 'agents', option: 'staff', from: 0, to: 1e6, optional: true };

export const deferred: ErlangModel = {
  name: 'deferred',
  summary: 'e-mail, social, tickets: due times on the clock of the open hours, backlog, first response',
  note: 'A flow, earliest due first, from midnight of the first day. With agents it says how they do, and always how many it takes. A column open (1 or 0) says in which intervals the clock runs: of holidays, weekends, and days of 23 or 25 hours.',
  file: 'JSON or CSV with contacts and, if there are any, agents and open',
  options: [
    'arrivals',
    'staff',
    'interval',
    'handle-time',
    'due',
    'open',
    'backlog',
    'share',
    'frt-mean',
    'frt-share',
    'frt-within',
    'max-occupancy',
  ],
  examples: [
    'effectif erlang deferred --arrivals 20,30,60,80,50,40,20,10 --interval 60 --handle-time 360 --due 4',
    'effectif erlang deferred --arrivals 20,30,60,80,50,40,20,10 --staff 2,3,4,5,5,5,4,3 --interval 60 --handle-time 360 --due 4 --frt-mean 7200',
    'effectif erlang deferred --arrivals 5,5,5,5,5,5,5,5,5,30,40,40,30,20,20,20,20,20,5,5,5,5,5,5 --interval 60 --handle-time 360 --due 8 --open 9-18 --backlog 30 --json',
  ],
  run(given, surroundings) {
    const minutes = given.number('interval') ?? 30;
    const columns = readIntervals(given, [ARRIVALS, AGENTS, OPEN], surroundings);
    const arrivals = columns[ARRIVALS.name] ?? [];
    const intervalLength = minutes * SECONDS_PER_MINUTE;
    const workPerContact = given.need('handle-time');
    const due = (given.number('due') ?? 24) * SECONDS_PER_HOUR;
    if (due < workPerContact)
      throw new WrongUsage(
        `--due is ${due / SECONDS_PER_HOUR}, but must be at least the work of one contact, ${decimal(workPerContact / SECONDS_PER_HOUR, 3)} h`,
      );
    const spans = openSpansOf(given.text('open'), columns[OPEN.name], arrivals.length, intervalLength);
    const backlog = given.number('backlog') ?? 0;
    const work = {
      intervalLength,
      arrivals,
      workPerContact,
      due,
      openSpans: spans,
      openingBacklog: backlog > 0 ? [{ contacts: backlog, age: 0 }] : undefined,
    };
    const staffable = arrivals.map((_, i) =>
      spans.some(([from, to]) => from < (i + 1) * intervalLength && to > i * intervalLength),
    );
    const [share, within] = [given.number('frt-share'), given.number('frt-within')];
    if ((share === undefined) !== (within === undefined))
      throw new WrongUsage('--frt-share and --frt-within go together');
    const targets = {
      serviceLevel: given.number('share') ?? 1,
      meanFirstResponse: given.number('frt-mean'),
      percentile: share === undefined || within === undefined ? undefined : { share, within },
      maxOccupancy: given.number('max-occupancy'),
    };
    const constant = solved(() => constantDeferredAgents({ ...work, staffable }, targets));
    let levelled: number[] | null = null;
    const peak = solved(() => {
      levelled = levelledDeferredAgents({ ...work, staffable }).agents;
      return Math.max(0, ...levelled);
    });
    const agents = columns[AGENTS.name];
    const result = agents ? deferredWork({ ...work, agents }) : null;
    const percentile = result?.firstResponsePercentile(targets.percentile?.share ?? 0.9);
    if (given.has('json')) {
      surroundings.out(
        json({
          work,
          targets,
          requiredAgents: constant.required,
          levelledAgents: levelled,
          unattainable: constant.unattainable ?? peak.unattainable,
          plan: result && {
            ...result.totals,
            firstResponsePercentile: percentile,
            feasible: result.shortfall === null,
            shortfall: result.shortfall,
            completed: result.completed,
            backlog: result.backlog,
            utilisation: result.utilisation,
          },
        }),
      );
      return;
    }
    surroundings.out(
      constant.required === null
        ? `deferred work: no number of agents is enough: ${constant.unattainable}\n`
        : `deferred work: ${constant.required} agents all open hours, or at most ${peak.required ?? '–'} at once when levelled\n`,
    );
    if (!result || !agents) return;
    const { totals, shortfall } = result;
    surroundings.out(
      `\nwith this plan: ${percent(totals.shareWithinDue)} in time, first response ${duration(totals.meanFirstResponse)} on average, ` +
        `${duration(percentile ?? null)} at ${percent(targets.percentile?.share ?? 0.9)}, busy ${percent(totals.utilisation)}\n` +
        (shortfall
          ? `due times cannot all hold: ${decimal(shortfall.workSeconds / SECONDS_PER_HOUR, 1)} agent hours are missing by ${clock(shortfall.at)}\n\n`
          : 'every due time holds\n\n'),
    );
    surroundings.out(
      table(
        ['from', 'contacts', 'agents', 'answered', 'backlog', 'busy'],
        arrivals.map((contacts, i) => [
          clock(i * intervalLength),
          count(contacts),
          decimal(agents[i] ?? 0, 1),
          decimal(result.completed[i] ?? 0, 1),
          decimal(result.backlog[i] ?? 0, 1),
          percent(result.utilisation[i] ?? 0),
        ]),
      ),
    );
  },
};

/** Intervals that a file says are open, else the same hours every day. */
function openSpansOf(
  hours: string | undefined,
  open: readonly number[] | undefined,
  count: number,
  length: Seconds,
): OpenSpan[] {
  if (open === undefined) return spansOf(hours, count * length);
  if (hours !== undefined)
    throw new WrongUsage('--open and a column open say the same: leave out one of them');
  const spans: [number, number][] = [];
  for (const [i, is] of open.entries()) {
    const last = spans.at(-1);
    if (is === 0) continue;
    if (last?.[1] === i * length) last[1] = (i + 1) * length;
    else spans.push([i * length, (i + 1) * length]);
  }
  if (spans.length === 0) throw new WrongUsage('the column open is 0 throughout, but must be 1 somewhere');
  return spans;
}

/** The same hours every day, as far as the intervals reach. */
function spansOf(open: string | undefined, end: number): OpenSpan[] {
  if (open === undefined) return [[0, end]];
  const [from = NaN, to = NaN] = open.split('-').map(Number);
  if (!(from >= 0 && to > from && to <= 24))
    throw new WrongUsage(`--open is ${open}, but must be two hours of the day, as 9-18`);
  const spans: OpenSpan[] = [];
  for (let day = 0; day * SECONDS_PER_DAY < end; day++) {
    const at = (hour: number): number => Math.min(end, day * SECONDS_PER_DAY + hour * SECONDS_PER_HOUR);
    if (at(to) > at(from)) spans.push([at(from), at(to)]);
  }
  if (spans.length === 0) throw new WrongUsage(`--open is ${open}, but the intervals end before it opens`);
  return spans;
}

function clock(seconds: number): string {
  const minutes = Math.round(seconds / SECONDS_PER_MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
