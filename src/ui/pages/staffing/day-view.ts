/** One day of one channel (or of all together) as the staffing charts draw it. */
import type { Analysis, ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Share } from '../../../units.ts';
import type { StepInterval } from '../../charts/step-layout.ts';
import { shortages, shortIntervals } from '../shortages.ts';

export type DayView = {
  /** Whose figures these are. */
  readonly analysis: Analysis;
  /** Positions on the axis, in order, from the first to the last interval in which somebody is needed or planned. */
  readonly intervals: readonly number[];
  readonly steps: readonly StepInterval[];
  /** Place within the day with most agents missing, or null. */
  readonly worst: number | null;
  /** Place within the day with the highest requirement. */
  readonly peak: number;
};

/** @param channel index, or null for all channels together */
export function dayView(analysis: Analysis, axis: Axis, channel: number | null, day: number): DayView {
  const chosen = channel === null ? analysis.channels : analysis.channels.slice(channel, channel + 1);
  const total = (pick: (figures: ChannelAnalysis) => ArrayLike<number>, interval: number): number =>
    chosen.reduce((sum, figures) => sum + (pick(figures)[interval] ?? 0), 0);
  const steps: (StepInterval & { readonly interval: number })[] = [];
  axis.intervals.forEach((place, interval) => {
    if (place.day !== day) return;
    steps.push({
      interval,
      required: total((figures) => figures.required, interval),
      assured: total((figures) => figures.requiredAssured, interval),
      planned: total((figures) => figures.planned, interval),
      // A bot is open day and night and needs nobody.
      open: chosen.some(({ model, open }) => model !== 'bot' && open[interval] === 1),
    });
  });
  const busy = (step: StepInterval): boolean => step.open || step.required > 0 || step.planned > 0;
  const shown = steps.slice(Math.max(0, steps.findIndex(busy)), steps.findLastIndex(busy) + 1);
  let worst: number | null = null;
  let missing = 1e-6;
  let peak = 0;
  shown.forEach(({ required, planned }, at) => {
    if (required - planned > missing) {
      missing = required - planned;
      worst = at;
    }
    if (required > (shown[peak]?.required ?? 0)) peak = at;
  });
  return { analysis, intervals: shown.map(({ interval }) => interval), steps: shown, worst, peak };
}

/** Agents missing on each day, added up over its intervals: where a day hurts most. */
export function missingByDay(
  analysis: Analysis,
  axis: Axis,
  channel: number | null,
  assurance: Share,
): number[] {
  const missing = axis.days.map(() => 0);
  for (const shortage of shortages(analysis, axis, assurance))
    if (channel === null || channel === shortage.channel) missing[shortage.day]! += shortage.total;
  return missing;
}

/** Understaffed intervals of each day. */
export function shortByDay(
  analysis: Analysis,
  axis: Axis,
  channel: number | null,
  assurance: Share,
): number[] {
  const counts = axis.days.map(() => 0);
  const short = shortIntervals(analysis, assurance, channel);
  axis.intervals.forEach(({ day }, interval) => {
    if (short[interval]) counts[day] = (counts[day] ?? 0) + 1;
  });
  return counts;
}
