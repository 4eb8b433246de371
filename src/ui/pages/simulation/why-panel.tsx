/** Where a plan misses, in plain words: staffing, volume, handle time, carry-over; and who met closed doors. */
import type { Axis } from '../../../scenario/axis.ts';
import type { ChannelAnalysis, TargetResult } from '../../../scenario/analysis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import { channelName } from '../../channel-name.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';
import { intervalMinutes } from '../../use-axis.ts';
import { targetSentence, targetValue } from '../../target-text.ts';
import { measureOf } from './comparison.ts';
import { explainMiss, targetToExplain } from './explain-miss.ts';

type WhyPanelProps = {
  readonly channel: Channel;
  readonly figures: ChannelAnalysis;
  readonly summary: ChannelSummary;
  readonly axis: Axis;
  readonly name: string;
};

/** Fewer than one contact in ten replications is not worth a sentence. */
const NEVER = 0.1;

export function WhyPanel({ channel, figures, summary, axis, name }: WhyPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const { assurance } = scenario;
  const judged = targetToExplain(figures, summary, assurance);
  const miss = judged && explainMiss(figures, summary, judged.target);
  const minutes = intervalMinutes(axis);
  const when = (i: number): string => {
    const place = axis.intervals[i];
    return `${f.weekday(axis.days[place?.day ?? 0]?.date ?? '')} ${f.clock((place?.slot ?? 0) * minutes)}`;
  };
  /** "80 % within 20 s (71 % as simulated)". */
  const promise = (target: TargetResult): string => {
    const simulated = measureOf(summary, target, figures.model === 'deferred');
    const wanted = targetSentence(target, t, f);
    return simulated
      ? t.simulation.why.simulated(wanted, targetValue({ ...target, value: simulated.value }, f))
      : wanted;
  };
  const count = (list: readonly number[]): string => f.number(list.length, 0);
  const sentences: string[] = [];
  if (miss) {
    sentences.push(t.simulation.why.missed(count(miss.missed), f.number(miss.judged, 0), when(miss.worst)));
    if (miss.shortest !== null) {
      const planned = figures.planned[miss.shortest] ?? 0;
      const required = figures.required[miss.shortest] ?? 0;
      const enough = planned / required;
      sentences.push(
        t.simulation.why.staffing(
          count(miss.short),
          when(miss.shortest),
          f.agents(planned),
          f.agents(required),
        ),
      );
      // Agents needed grow a little slower than the load, so these two are on the safe side.
      if (enough > 0.4)
        sentences.push(
          t.simulation.why.less(f.share(1 - enough)),
          t.simulation.why.handleTime(f.seconds(figures.handleTime), f.seconds(figures.handleTime * enough)),
        );
    }
    if (miss.busy.length > 0) sentences.push(t.simulation.why.volume(count(miss.busy), f.share(assurance)));
    if (miss.carried.length > 0) sentences.push(t.simulation.why.carried(count(miss.carried)));
    // The first sentence only counts them.
    if (miss.other.length > 0) {
      const { why } = t.simulation;
      sentences.push((sentences.length > 1 ? why.other : why.otherOnly)(count(miss.other)));
    }
  }
  const losses: string[] = [];
  if (summary.turnedAway.value > NEVER)
    losses.push(t.simulation.losses.away(f.count(summary.turnedAway.value), name));
  if (summary.blocked.value > NEVER)
    losses.push(t.simulation.losses.blocked(f.count(summary.blocked.value), name));
  const callers = scenario.channels.find(({ id }) => id === channel.callback?.to);
  if (callers && summary.calledBack.value > NEVER)
    losses.push(
      t.simulation.losses.calledBack(
        f.count(summary.calledBack.value),
        name,
        channelName(callers, scenario, locale),
      ),
    );
  if (sentences.length + losses.length === 0) return null;
  return (
    <section className="why">
      {sentences.length > 0 && (
        <h2>
          {judged?.kept === false
            ? t.simulation.why.title(name, promise(judged.target))
            : t.simulation.why.titleWithin(name, f.number(minutes, 0))}
        </h2>
      )}
      <ul>
        {[...sentences, ...losses].map((sentence) => (
          <li key={sentence}>
            <Rich text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
