import type { ChannelAnalysis, FullAnalysis, TargetResult } from '../scenario/analysis.ts';
import { analyse } from '../scenario/analyse.ts';
import { buildAxis, type Axis } from '../scenario/axis.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Command } from './command.ts';
import { readScenario } from './files.ts';
import { onlyFile, readOptions } from './options.ts';
import { count, decimal, duration, english, json, NOTHING, percent, table } from './output.ts';

export const staff: Command = {
  summary: 'agents each channel and group needs, the chance of meeting each target, and the cost',
  usage: 'staff FILE [--assured] [--intervals] [--json]',
  run(args, surroundings) {
    const options = readOptions(args, { assured: 'boolean', intervals: 'boolean' });
    const scenario = readScenario(onlyFile(options), surroundings);
    const axis = buildAxis(scenario.calendar);
    const analysis = analyse(scenario);
    const assured = options.has('assured');
    if (options.has('json')) {
      const intervals = axis.intervals.map(({ day, label }) => `${axis.days[day]?.date ?? ''}T${label}`);
      surroundings.out(json({ intervals, ...analysis }));
      return;
    }
    surroundings.out(describe(scenario, analysis, axis, assured));
    if (options.has('intervals')) surroundings.out(`\n${perInterval(scenario, analysis, axis, assured)}`);
  },
};

function describe(scenario: Scenario, analysis: FullAnalysis, axis: Axis, assured: boolean): string {
  const hours = (agents: ArrayLike<number>) =>
    (Array.from(agents).reduce((sum, value) => sum + value, 0) * axis.intervalSeconds) / 3600;
  const money = (value: number) => `${count(value)} ${scenario.currency}`;
  const chosen = assured ? 'requiredAssured' : 'required';
  const { totals } = analysis;
  const wanted = assured ? totals.requirementAssured : totals.requirement;
  return [
    `${english(scenario.name)}: agents on the floor for ${
      assured
        ? `the volume that is not exceeded with ${percent(scenario.assurance)} assurance`
        : 'the expected volume'
    }\n\n`,
    table(
      ['channel', 'contacts', 'needed, peak', 'needed, hours', 'planned, hours', 'chance of all targets'],
      analysis.channels.map((channel, index) => [
        nameOf(scenario, index),
        count(channel.arriving.reduce((sum, value) => sum + value, 0)),
        decimal(Math.max(0, ...channel[chosen]), 0),
        count(hours(channel[chosen])),
        count(hours(channel.planned)),
        channel.unattainable === null ? chanceOf(channel, channel.chance) : 'no number of agents',
      ]),
    ),
    '\n',
    table(
      ['target', 'goal', 'expected', 'chance'],
      analysis.channels.flatMap((channel, index) =>
        channel.targets.map((target) => [
          `${nameOf(scenario, index)}, ${TARGET_NAMES[target.kind]}`,
          shown(target, target.goal),
          target.value === null ? NOTHING : shown(target, target.value),
          chanceOf(channel, target.chance),
        ]),
      ),
    ),
    '\n',
    table(
      ['group', 'planned, hours', 'needed, hours', 'planned cost', 'needed cost'],
      analysis.groups.map((group, index) => [
        english(scenario.groups[index]?.name ?? group.id),
        count(hours(group.planned)),
        count(hours(group[chosen])),
        money(group.cost.cost),
        money((assured ? group.requiredAssuredCost : group.requiredCost).cost),
      ]),
    ),
    absences(scenario),
    `\nin all: planned ${decimal(totals.plan.fte)} FTE for ${money(totals.plan.cost)}, needed ${decimal(wanted.fte)} FTE for ${money(wanted.cost)}\n`,
  ].join('');
}

/** Of contacts that only the simulation sends there is nothing to expect. */
function chanceOf({ arriving, offered }: ChannelAnalysis, chance: number): string {
  const none = (counts: Float64Array): boolean => counts.every((count) => count === 0);
  return none(arriving) && none(offered) ? NOTHING : percent(chance);
}

/** Whose absences the hours count; nothing where everybody comes. */
function absences({ groups }: Scenario): string {
  const named = groups.flatMap(({ name, absence = 0 }) =>
    absence > 0 ? [`${english(name)} ${percent(absence)}`] : [],
  );
  return named.length > 0 ? `\nhours and costs include absences: ${named.join(', ')}\n` : '';
}

function perInterval(scenario: Scenario, analysis: FullAnalysis, axis: Axis, assured: boolean): string {
  const rows = axis.intervals.flatMap(({ day, label }, interval) => {
    const agents = analysis.channels.flatMap((channel) => [
      channel[assured ? 'requiredAssured' : 'required'][interval] ?? 0,
      channel.planned[interval] ?? 0,
    ]);
    if (agents.every((value) => value === 0)) return [];
    return [
      [
        `${axis.days[day]?.date ?? ''} ${label}`,
        ...agents.map((value) => decimal(value, value % 1 === 0 ? 0 : 1)),
      ],
    ];
  });
  const header = scenario.channels.flatMap((_, index) => [`${nameOf(scenario, index)}: needed`, 'planned']);
  return table(['interval', ...header], rows);
}

const TARGET_NAMES: Readonly<Record<TargetResult['kind'], string>> = {
  serviceLevel: 'service level',
  meanWaitAnswered: 'speed of answer',
  firstResponseMean: 'first response',
  firstResponsePercentile: 'first response in time',
  abandonment: 'abandonment',
  occupancy: 'occupancy',
};

function shown({ kind, within }: TargetResult, value: number): string {
  if (kind === 'meanWaitAnswered' || kind === 'firstResponseMean') return duration(value);
  return within === undefined ? percent(value) : `${percent(value)} in ${duration(within)}`;
}

function nameOf(scenario: Scenario, index: number): string {
  const channel = scenario.channels[index];
  return channel === undefined ? '' : english(channel.name ?? channel.id);
}
