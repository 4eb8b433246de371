/** The answer to the page's question in a sentence. */
import { adjusted } from '../../../scenario/adjustments.ts';
import { onAxis, type Axis } from '../../../scenario/axis.ts';
import { sourceContacts } from '../../../scenario/demand.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { channelInline } from '../../channel-name.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { WeekFigures } from './week-figures.ts';

/** `whole`: the figures of all channels together. */
export function demandAnswer(whole: WeekFigures, scenario: Scenario, locale: LocaleValue): string {
  const { t, f } = locale;
  if (whole.total < 0.5) return t.demand.answerNone;
  const day = whole.days.reduce((most, next) => (next.contacts > most.contacts ? next : most));
  const largest = whole.byChannel.indexOf(Math.max(...whole.byChannel));
  const channel = scenario.channels[largest];
  const sure = whole.bands.at(-1);
  const unsure = scenario.channels.filter(
    ({ demand }, index) => (demand.levelCv ?? 0) > 0 && (whole.byChannel[index] ?? 0) > 0,
  );
  return t.demand.answer(
    f.count(whole.total),
    f.count(sure?.low),
    f.count(sure?.high),
    f.day(scenario.calendar.start),
    `${f.weekday(day.date)} ${f.day(day.date)}`,
    f.count(day.contacts),
    channel ? channelInline(channel, scenario, locale) : '',
    f.share((whole.byChannel[largest] ?? 0) / whole.total),
    unsure.map((each) => channelInline(each, scenario, locale)).join(', '),
  );
}

/** `5,035 contacts become 5,200`; null without adjustments. */
export function adjustSummary(
  channel: Channel,
  axis: Axis,
  w: DemandWork,
  { f }: LocaleValue,
): string | null {
  const { adjustments = [] } = channel.demand;
  if (adjustments.length === 0) return null;
  const source = sourceContacts(channel, axis);
  const sum = (grid: ArrayLike<number>) => onAxis(axis, grid).reduce((a, b) => a + b, 0);
  return w.adjustSummary(f.count(sum(source)), f.count(sum(adjusted(source, adjustments, axis).contacts)));
}
