/**
 * What two plans differ by in money that depends on luck: contacts the bot takes, contacts lost.
 *
 * Labour is known beforehand and differs by a fixed amount; this is the rest, replication by
 * replication under common random numbers, with its interval. Contacts that meet the bot are taken at
 * their mean given those who came (reach times arrivals), which only takes chance away.
 */
import { columns } from '../simulation/compare.ts';
import { intervalOf } from '../simulation/paired-difference.ts';
import type { Accumulated } from '../simulation/accumulate.ts';
import { V_ABANDONED, V_ARRIVALS } from '../simulation/class-values.ts';
import type { Estimate } from '../simulation/summary.ts';
import type { Share } from '../units.ts';
import { buildAxis } from './axis.ts';
import { demandOf } from './demand.ts';
import { hasTimes, summedOver } from './reason-times.ts';
import { reachOf } from './reasons.ts';
import type { Scenario } from './schema.ts';

/** Bots and lost contacts per week, second minus first; as the analysis counts them. */
export function variableCostDifference(
  first: { readonly scenario: Scenario; readonly data: Accumulated },
  second: { readonly scenario: Scenario; readonly data: Accumulated },
  level: Share,
): Estimate {
  const a = spending(first.scenario, first.data);
  const b = spending(second.scenario, second.data);
  const differences = b.map((value, r) => value - (a[r] ?? 0));
  const mean = differences.reduce((sum, x) => sum + x, 0) / differences.length;
  return intervalOf(mean, differences, level);
}

/** Money per week in each replication; classes of the model stand in the order of the channels. */
function spending(scenario: Scenario, data: Accumulated): Float64Array {
  const { channels, finance, calendar } = scenario;
  const perWeek = new Float64Array(data.replications);
  channels.forEach((channel, c) => {
    const { bot } = channel;
    const of = columns(data, channels.length, c);
    const arrivals = of(V_ARRIVALS);
    const abandoned = of(V_ABANDONED);
    const perArrival = bot ? meanReach(scenario, c) * bot.costPerContact : 0;
    perWeek.forEach((sum, r) => {
      perWeek[r] = sum + perArrival * (arrivals[r] ?? 0) + finance.lostContact * (abandoned[r] ?? 0);
    });
  });
  return perWeek.map((sum) => (sum / calendar.days) * 7);
}

/** Share of the channel's contacts that meet its bot, over the plan where the reasons change with the time. */
function meanReach(scenario: Scenario, c: number): Share {
  const channel = scenario.channels[c];
  if (channel === undefined) return 0;
  if (!hasTimes(channel)) return reachOf(channel);
  const axis = buildAxis(scenario.calendar);
  const offered = demandOf(scenario, axis)[c]?.offered;
  const all = summedOver(channel, axis, offered, () => 1);
  return all > 0 ? summedOver(channel, axis, offered, reachOf) / all : 0;
}
