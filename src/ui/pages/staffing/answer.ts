/** The staffing answer in a sentence. */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline, onChannel } from '../../channel-name.ts';
import type { LocaleValue } from '../../locale.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import { capital } from '../when.ts';
import type { DayView } from './day-view.ts';

type AnswerParts = {
  readonly analysis: Analysis;
  /** With the requirement applied; null while unknown. */
  readonly after: Analysis | null;
  readonly view: DayView;
  readonly scenario: Scenario;
  readonly axis: Axis;
  readonly channel: number | null;
  readonly day: number;
  readonly locale: LocaleValue;
};

export function staffingAnswer(parts: AnswerParts): string {
  const { analysis, after, view, scenario, axis, channel, day, locale } = parts;
  const { t, f } = locale;
  const definition = channel === null ? undefined : scenario.channels[channel];
  const where = definition ? onChannel(definition, scenario, locale) : t.staffing.onAll;
  const date = f.weekday(axis.days[day]?.date ?? '');
  const at = view.worst ?? view.peak;
  const step = view.steps[at];
  const interval = axis.intervals[view.intervals[at] ?? 0];
  const nobody = view.steps.every(({ required, planned }) => required === 0 && planned === 0);
  if (nobody || !step || !interval) return capital(t.staffing.closed(date, where));
  const clock = f.clock(interval.slot * intervalMinutes(axis));
  const short = step.required - step.planned;
  const need =
    view.worst === null
      ? t.staffing.enough(date, where, clock, f.agents(step.planned), f.agents(step.required))
      : t.staffing.need(
          date,
          t.words.agents(step.required, f.agents(step.required)),
          where,
          clock,
          f.agents(short),
        );
  const now = definition && channel !== null ? analysis.channels[channel]?.chance : analysis.chanceOfAll;
  const then = definition && channel !== null ? after?.channels[channel]?.chance : after?.chanceOfAll;
  const met =
    (definition
      ? t.staffing.metNow(channelInline(definition, scenario, locale), f.share(now))
      : t.staffing.metNowAll(f.share(now))) +
    (then === undefined || f.share(then) === f.share(now) ? '' : t.staffing.metThen(f.share(then)));
  return `${capital(need)} ${met}.`;
}
