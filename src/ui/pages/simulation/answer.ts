/** The simulation's answer in a sentence, and whether it confirms or contradicts the models. */
import type { SimulationState } from '../../../app/simulation-job.ts';
import { LEFT_OUT } from '../../../scenario/left-out.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import type { Share } from '../../../units.ts';
import { channelInline, onChannel } from '../../channel-name.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { TargetComparison } from './comparison.ts';
import { knownGaps } from './known-gap.ts';

export function simulationAnswer(
  comparisons: readonly TargetComparison[],
  summary: SimulationSummary,
  scenario: Scenario,
  locale: LocaleValue,
  status: SimulationState['status'],
  current: boolean,
): string {
  const { t, f } = locale;
  // A run that was stopped before its first weeks, or held, says nothing of this plan, and none follows by itself.
  if (!current)
    return status === 'cancelled' || status === 'held' ? t.simulation.staleStill : t.simulation.stale;
  const nameOf = (id: string): string => {
    const channel = scenario.channels.find((one) => one.id === id);
    return channel ? channelInline(channel, scenario, locale) : id;
  };
  const onChannelOf = (id: string): string => {
    const channel = scenario.channels.find((one) => one.id === id);
    return channel ? onChannel(channel, scenario, locale) : t.words.onNamed(id);
  };
  const judged = comparisons
    .filter(({ met }) => met !== null)
    .toSorted((a, b) => (a.met?.value ?? 1) - (b.met?.value ?? 1));
  const worst = judged[0];
  const weeks = f.number(summary.replications, 0);
  const holding = (met: Share, id: string): string => {
    if (met === 1) return t.simulation.holdsAlways(weeks);
    return judged.length === 1
      ? t.simulation.holdsAlone(weeks, f.share(met), onChannelOf(id))
      : t.simulation.holds(weeks, f.share(met), nameOf(id));
  };
  const sentences = [];
  if (worst?.met) {
    sentences.push(
      worst.met.value >= scenario.assurance
        ? holding(worst.met.value, worst.channel.id)
        : t.simulation.misses(
            weeks,
            onChannelOf(worst.channel.id),
            f.share(worst.met.value),
            f.shareRange(worst.met.low, worst.met.high),
          ),
    );
  }
  const apart = comparisons.filter(({ verdict }) => verdict === 'better' || verdict === 'worse');
  // A week more or less kept although the measure agrees; a channel named for its measure says enough.
  const oftener = (verdict: 'better' | 'worse'): string => {
    const ids = new Set<string>();
    return comparisons
      .filter(({ channel, chanceVerdict }) => {
        if (chanceVerdict !== verdict || ids.has(channel.id)) return false;
        ids.add(channel.id);
        return !apart.some((one) => one.channel.id === channel.id);
      })
      .map(({ channel, chance, met }) =>
        t.simulation.chanceOf(onChannelOf(channel.id), f.shareRange(met?.low, met?.high), f.share(chance)),
      )
      .join(', ');
  };
  const [seldom, often] = [oftener('worse'), oftener('better')];
  if (apart.length === 0 && !seldom && !often) sentences.push(t.simulation.confirms);
  if (apart.length > 0) {
    // A channel that is worse on one promise and better on another is worse.
    const worse = new Set(
      apart.filter(({ verdict }) => verdict === 'worse').map(({ channel }) => channel.id),
    );
    const named = (verdict: 'better' | 'worse'): string =>
      [...new Set(apart.map(({ channel }) => channel.id))]
        .filter((id) => worse.has(id) === (verdict === 'worse'))
        .map(onChannelOf)
        .join(', ');
    if (named('worse')) sentences.push(t.simulation.contradictsWorse(named('worse')));
    if (named('better')) sentences.push(t.simulation.contradictsBetter(named('better')));
    const gaps = new Set(
      apart.flatMap(({ channel, target, verdict }) =>
        knownGaps(scenario, channel, target.kind, verdict === 'worse' ? 'worse' : 'better'),
      ),
    );
    if (gaps.has('writes')) sentences.push(t.simulation.knownGap.writes);
    const leftOut = LEFT_OUT.filter((what) => gaps.has(what)).map((what) => t.simulation.leftOut[what]);
    if (leftOut.length > 0) sentences.push(t.simulation.played(leftOut.join('; ')));
  }
  if (seldom) sentences.push(t.simulation.keptLess(seldom));
  if (often) sentences.push(t.simulation.keptMore(often));
  if (status === 'running') sentences.push(t.simulation.notFinal);
  return sentences.join(' ');
}
