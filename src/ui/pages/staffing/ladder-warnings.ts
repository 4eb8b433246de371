/**
 * What an interval is like that a model may not see, and which rungs of the ladder are unfit for it.
 * A warning stands only where its cause is there.
 */
import { skillsOf } from '../../../scenario/allocation.ts';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { shiftEndOf } from '../../../scenario/exact-day.ts';
import { isLeftOut, LEFT_OUT, type LeftOut } from '../../../scenario/left-out.ts';
import { cvAtAgents } from '../../../scenario/bot-share.ts';
import { isCompany } from '../../../scenario/channel-company.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import type { Seconds } from '../../../units.ts';
import { wholeAgents, type RungModel } from './ladder.ts';

export type RungWarning =
  | 'noQueueing'
  | 'noHangUps'
  | 'overloaded'
  | 'longPatience'
  | 'backlog'
  | 'shiftEnds'
  | 'handedBack'
  | 'shared'
  | 'pooled'
  | 'talks'
  | 'fillsUp'
  | LeftOut
  | 'quietCounted'
  | 'noConcurrency'
  | 'noDueTimes'
  | 'exponentialTimes'
  | 'computing'
  | 'notSimulated'
  | 'rough';

export type Circumstances = {
  readonly model: ChannelAnalysis['model'];
  readonly hangUps: boolean;
  /** The planned agents cannot do the work that arrives. */
  readonly overloaded: boolean;
  /** Mean patience outlasts the interval. */
  readonly longPatience: boolean;
  /** The interval before ended with more work than its agents could do. */
  readonly backlog: boolean;
  /** Fewer agents than in the interval before: those who leave finish a contact, or hand it back. */
  readonly shiftEnds: 'none' | 'finished' | 'handedBack';
  /**
   * Its agents also serve other channels; those of other phone lines wait in the same queue, and other
   * conversations are held with its own.
   */
  readonly shared: 'no' | 'others' | 'lines' | 'talks';
  /** Agents do not hold as many conversations yet as they would in steady state. */
  readonly fillsUp: boolean;
  /** What no formula here counts, and the simulation does. */
  readonly leftOut: readonly LeftOut[];
  /** That agents take nothing new at the end of their shift, the exact day counts. */
  readonly quietCounted: boolean;
  /** Handle times are far from exponential. */
  readonly otherTimes: boolean;
  readonly exactPending: boolean;
  readonly simulation: 'none' | 'few' | 'enough';
};

/** How far a coefficient of variation may be from 1 before exponential handle times mislead. */
const EXPONENTIAL_ENOUGH = 0.3;

/** @param previous interval of the axis before this one on the same day, if there is one */
export function circumstancesOf(
  scenario: Scenario,
  channel: Channel,
  figures: ChannelAnalysis,
  {
    interval,
    previous,
    intervalSeconds,
  }: Readonly<Record<'interval' | 'intervalSeconds', number>> & {
    readonly previous: number | undefined;
  },
  known: Pick<Circumstances, 'fillsUp' | 'quietCounted' | 'exactPending' | 'simulation'>,
): Circumstances {
  const planned = (i: number): number => wholeAgents(figures, i);
  const load = (i: number): number => figures.load[i] ?? 0;
  return {
    model: figures.model,
    hangUps: channel.patience !== null,
    overloaded: load(interval) > 0 && load(interval) >= planned(interval),
    longPatience: (channel.patience?.mean ?? 0) > (intervalSeconds satisfies Seconds),
    backlog: previous !== undefined && load(previous) >= planned(previous) && load(previous) > 0,
    shiftEnds:
      previous === undefined || planned(interval) >= planned(previous)
        ? 'none'
        : shiftEndOf(scenario.groups, [channel.id]) === 'preemptive'
          ? 'handedBack'
          : 'finished',
    shared: isCompany(figures.beside) ? 'talks' : sharedWith(scenario, channel),
    leftOut: LEFT_OUT.filter((what) => isLeftOut(what, scenario, channel)),
    otherTimes: Math.abs(cvAtAgents(channel) - 1) > EXPONENTIAL_ENOUGH,
    ...known,
  };
}

function sharedWith({ groups, channels }: Scenario, channel: Channel): Circumstances['shared'] {
  const ids = channels.map(({ id }) => id);
  const own = ids.indexOf(channel.id);
  const others = skillsOf(groups, ids)
    .filter((skills) => skills.some((skill) => skill.channel === own))
    .flatMap((skills) => skills.map((skill) => skill.channel))
    .filter((other) => other !== own);
  if (others.length === 0) return 'no';
  const phone = (c: number): boolean => channels[c]?.kind === 'phone';
  return channel.kind === 'phone' && others.some(phone) ? 'lines' : 'others';
}

/** In order of weight: the first explains most. */
export function warningsOf(model: RungModel, c: Circumstances): RungWarning[] {
  const conversation = c.model === 'conversation';
  const deferred = c.model === 'deferred';
  const shared: [boolean, RungWarning][] = [
    [c.shared === 'lines', 'pooled'],
    [c.shared === 'others', 'shared'],
    [c.shared === 'talks', 'talks'],
    ...c.leftOut.map((what): [boolean, RungWarning] => [true, what]),
  ];
  const carried: [boolean, RungWarning][] = [
    [c.backlog, 'backlog'],
    [c.shiftEnds === 'finished', 'shiftEnds'],
    [c.shiftEnds === 'handedBack', 'handedBack'],
  ];
  const rules: Readonly<Record<RungModel, readonly [boolean, RungWarning][]>> = {
    workload: [
      [conversation, 'noConcurrency'],
      [deferred, 'noDueTimes'],
      [!conversation && !deferred, 'noQueueing'],
      [c.leftOut.includes('comeBack'), 'comeBack'],
    ],
    erlangC: [
      [conversation, 'noConcurrency'],
      [c.overloaded && !conversation, 'overloaded'],
      [c.hangUps, 'noHangUps'],
      ...carried,
      ...shared,
    ],
    erlangA: [[c.longPatience, 'longPatience'], ...carried, ...shared],
    used: deferred ? shared : [[c.fillsUp, 'fillsUp'], ...carried, ...shared],
    exact: [
      [c.exactPending, 'computing'],
      [c.quietCounted, 'quietCounted'],
      [c.otherTimes, 'exponentialTimes'],
      ...shared.filter(([, what]) => what !== 'carriedIn' && (what !== 'lastContact' || !c.quietCounted)),
    ],
    simulation: [
      [c.simulation === 'none', 'notSimulated'],
      [c.simulation === 'few', 'rough'],
    ],
  };
  return rules[model].flatMap(([applies, warning]) => (applies ? [warning] : []));
}
