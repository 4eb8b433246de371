/** What stands behind the figures of one interval: definition, formula, and the numbers put in. */
import type { Analysis, ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import type { CloserMessages } from '../../i18n/en/closer.ts';
import type { Explanation } from '../../inputs/explain.tsx';
import type { LocaleValue } from '../../locale.tsx';
import { REFERENCES } from '../../references.ts';
import { targetSentence } from '../../target-text.ts';
import { intervalMinutes } from '../../use-axis.ts';
import { measureParts } from './interval-measures.ts';

export type AboutInterval = Pick<LocaleValue, 't' | 'f'> & {
  readonly c: CloserMessages;
  readonly figures: ChannelAnalysis;
  readonly channel: Channel;
  /** Of the axis. */
  readonly interval: number;
  readonly axis: Axis;
  /** Name and agents on the floor of each group that serves the channel, in this interval. */
  readonly groups: readonly (readonly [name: string, agents: number])[];
};

/** The groups that serve a channel, with their agents in one interval. */
export function groupsAt(
  { groups }: Pick<Scenario, 'groups'>,
  analysis: Analysis,
  channel: string,
  interval: number,
  text: LocaleValue['text'],
): AboutInterval['groups'] {
  return groups.flatMap(({ name, skills }, g) =>
    skills.some((skill) => skill.channel === channel)
      ? [[text(name), analysis.groups[g]?.planned[interval] ?? 0] as const]
      : [],
  );
}

export function explainMeasure(kind: TargetKind, term: string, about: AboutInterval): Explanation {
  const { t, f, figures, interval } = about;
  const { unit, top, bottom } = measureParts(figures, kind);
  const above = top[interval] ?? 0;
  const below = bottom[interval] ?? 0;
  const ratio = below > 1e-9 ? above / below : null;
  const share = unit === 'share';
  const result = share ? f.share(ratio, 1) : f.duration(ratio);
  const seconds = !share || kind === 'occupancy';
  return {
    term: `${term}, ${clockOf(about)}`,
    definition: t.explain.definition[kind],
    formula: t.explain.formulaOf[kind],
    worked: `${seconds ? f.seconds(above) : f.count(above)} ÷ ${kind === 'occupancy' ? f.seconds(below) : f.count(below)} = ${result}`,
    inputs: queueInputs(about),
    model: t.explain.modelOf[figures.model],
    reference: REFERENCES[figures.model],
  };
}

export function explainPlain(
  key: 'offered' | 'aht' | 'required' | 'planned' | 'gap',
  term: string,
  about: AboutInterval,
): Explanation {
  const { t, f, c, figures, channel, interval } = about;
  const { mean, afterContact } = channel.handling;
  const required = figures.required[interval] ?? 0;
  const planned = figures.planned[interval] ?? 0;
  const base = {
    term: `${term}, ${clockOf(about)}`,
    definition: c.definitionOf[key],
    formula: c.formulaOf[key],
  };
  switch (key) {
    case 'offered':
      return {
        ...base,
        worked: f.count(figures.offered[interval]),
        inputs: [
          [c.arriving, c.contactsOf(f.count(figures.arriving[interval]))],
          [t.staffing.volume, f.change(channel.volumeFactor)],
        ],
      };
    case 'aht':
      return {
        ...base,
        worked: `${f.seconds(mean)} + ${f.seconds(afterContact)} → ${f.seconds(figures.handleTime)}`,
        inputs: [
          [c.talk, f.seconds(mean)],
          [c.wrapUp, f.seconds(afterContact)],
        ],
      };
    case 'required':
      return {
        ...base,
        worked: `n = ${f.agents(required)}`,
        inputs: [...queueInputs(about), targetsInput(about)],
        model: t.explain.modelOf[figures.model],
        reference: REFERENCES[figures.model],
      };
    case 'planned':
      return {
        ...base,
        worked: f.agents(planned),
        inputs: about.groups.map(([name, agents]) => [name, f.agents(agents)] as const),
      };
    case 'gap':
      return {
        ...base,
        worked: `${f.agents(planned)} − ${f.agents(required)} = ${f.agents(planned - required, true)}`,
        inputs: [
          [t.staffing.planned, f.agents(planned)],
          [t.staffing.required, f.agents(required)],
        ],
      };
  }
}

export function targetsInput({
  t,
  f,
  c,
  figures,
}: Pick<AboutInterval, 't' | 'f' | 'c' | 'figures'>): [string, string] {
  return [c.targets, figures.targets.map((target) => targetSentence(target, t, f)).join(' · ') || '–'];
}

export function clockOf({ f, axis, interval }: AboutInterval): string {
  return f.clock((axis.intervals[interval]?.slot ?? 0) * intervalMinutes(axis));
}

export function queueInputs({ t, f, c, figures, channel, interval }: AboutInterval): [string, string][] {
  return [
    [c.offered, c.contactsOf(f.count(figures.offered[interval]))],
    [c.aht, f.seconds(figures.handleTime)],
    [c.load, c.erlangs(f.number(figures.load[interval], 1))],
    [t.staffing.planned, f.agents(figures.planned[interval])],
    ...(figures.absent ? [[c.absent, f.share(figures.absent[interval])] as [string, string]] : []),
    [c.patience, channel.patience ? f.seconds(channel.patience.mean) : c.endless],
  ];
}
