/** Channels on which the simulated difference is settled and goes the other way than the models' one. */
import type { Analysis, TargetResult } from '../../../scenario/analysis.ts';
import type { PairedRow } from './paired-rows.ts';

/** Differences of the models below these are not seen on the page: a twentieth of a point, or of a second. */
const UNSEEN = { share: 0.0005, duration: 0.05 } as const;

/** Their ids, in the order of the rows. */
export function channelsOtherWay(rows: readonly PairedRow[], before: Analysis, after: Analysis): string[] {
  const found = rows.flatMap(({ channel, kind, unit, verdict }) => {
    if (channel === null || unit === 'money' || (verdict !== 'better' && verdict !== 'worse')) return [];
    const [old, now] = [before, after].map(({ channels }) =>
      channels.find(({ id }) => id === channel)?.targets.find((target) => target.kind === kind),
    );
    const models = old && now ? modelled(old, now, UNSEEN[unit]) : null;
    return models !== null && models !== verdict ? [channel] : [];
  });
  return [...new Set(found)];
}

/** By the target's own measure, by its chance where a model has no figure; null where neither visibly moves. */
function modelled(old: TargetResult, now: TargetResult, unseen: number): 'better' | 'worse' | null {
  if (old.value === null || now.value === null)
    return Math.abs(now.chance - old.chance) < UNSEEN.share
      ? null
      : now.chance > old.chance
        ? 'better'
        : 'worse';
  if (Math.abs(now.value - old.value) < unseen) return null;
  const higherIsBetter = now.kind === 'serviceLevel' || now.kind === 'firstResponsePercentile';
  return now.value > old.value === higherIsBetter ? 'better' : 'worse';
}
