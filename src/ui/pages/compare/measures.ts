/** The figures that two analyses are compared by: the same rows for both, in the page's order. */
import type { Analysis, TargetResult } from '../../../scenario/analysis.ts';
import { isForeseen } from '../../../scenario/left-over.ts';

export type MeasureUnit = 'share' | 'duration' | 'agents' | 'fte' | 'money' | 'hours' | 'contacts';

export type Measure = {
  readonly id: string;
  readonly channel: string | null;
  readonly name:
    | { readonly target: TargetResult }
    | {
        readonly figure:
          'chance' | 'chanceOfAll' | 'contacts' | 'peakAgents' | 'fte' | 'hours' | 'cost' | 'perContact';
      };
  readonly unit: MeasureUnit;
  readonly before: number | null;
  readonly after: number | null;
  /** Which way is good: for colour and words. */
  readonly better: 'higher' | 'lower' | null;
};

export function measuresOf(before: Analysis, after: Analysis): Measure[] {
  const channels = after.channels.flatMap((channel): Measure[] => {
    const old = before.channels.find(({ id }) => id === channel.id);
    const targets = channel.targets.map((target): Measure => {
      const seconds = target.kind === 'meanWaitAnswered' || target.kind === 'firstResponseMean';
      const higher = target.kind === 'serviceLevel' || target.kind === 'firstResponsePercentile';
      return {
        id: `${channel.id} ${target.kind}`,
        channel: channel.id,
        name: { target },
        unit: seconds ? 'duration' : 'share',
        before: old?.targets.find(({ kind }) => kind === target.kind)?.value ?? null,
        after: target.value,
        // a lower occupancy is calmer and dearer: neither good nor bad by itself
        better: target.kind === 'occupancy' ? null : higher ? 'higher' : 'lower',
      };
    });
    // Where the models expect nobody, as on the channel that calls back, there is nothing to compare.
    const foreseen = [channel, old].some((one) => one && isForeseen(one));
    if (targets.length === 0 || !foreseen) return [];
    const chance: Measure = {
      id: `${channel.id} chance`,
      channel: channel.id,
      name: { figure: 'chance' },
      unit: 'share',
      before: old?.chance ?? null,
      after: channel.chance,
      better: 'higher',
    };
    return [...targets, chance];
  });
  const total = (
    figure: Extract<Measure['name'], { figure: string }>['figure'],
    unit: MeasureUnit,
    pick: (analysis: Analysis) => number | null,
    better: Measure['better'],
  ): Measure => ({
    id: figure,
    channel: null,
    name: { figure },
    unit,
    before: pick(before),
    after: pick(after),
    better,
  });
  return [
    ...channels,
    total('chanceOfAll', 'share', (analysis) => analysis.chanceOfAll, 'higher'),
    total('contacts', 'contacts', started, null),
    total('peakAgents', 'agents', ({ totals }) => totals.peakAgents, null),
    total('hours', 'hours', ({ totals }) => totals.plan.paidHours, null),
    total('fte', 'fte', ({ totals }) => totals.plan.fte, null),
    total('cost', 'money', ({ totals }) => totals.costPerWeek, 'lower'),
    total('perContact', 'money', ({ totals }) => totals.costPerContact, 'lower'),
  ];
}

/** Contacts that customers start on all channels while these take them. */
function started({ channels }: Analysis): number {
  return channels.reduce((sum, { arriving }) => sum + arriving.reduce((a, b) => a + b, 0), 0);
}
