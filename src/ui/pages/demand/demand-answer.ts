/** The answer to the page's question in a sentence. */
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { WeekFigures } from './week-figures.ts';

/** `whole`: the figures of all channels together. */
export function demandAnswer(whole: WeekFigures, scenario: Scenario, locale: LocaleValue): string {
  const { t, f } = locale;
  if (whole.total < 0.5) return t.demand.answerNone;
  const day = whole.days.reduce((most, next) => (next.contacts > most.contacts ? next : most));
  const largest = whole.byChannel.indexOf(Math.max(...whole.byChannel));
  const channel = scenario.channels[largest];
  return t.demand.answer(
    f.count(whole.total),
    f.day(scenario.calendar.start),
    `${f.weekday(day.date)} ${f.day(day.date)}`,
    f.count(day.contacts),
    channel ? channelName(channel, scenario, locale) : '',
    f.share((whole.byChannel[largest] ?? 0) / whole.total),
  );
}
