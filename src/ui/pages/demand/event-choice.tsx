/** Which peak events of the scenario go on multiplying the contacts that a history is about to forecast. */
import type { ImportCommands } from '../../../app/import-driver.ts';
import { eventDecisions, type EventDecision } from '../../../app/import-events.ts';
import { plannedCalendar } from '../../../app/import-plan.ts';
import type { SeriesStep } from '../../../app/import-session.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { minuteOf } from './demand-text.ts';
import { minuteText } from './event-times.ts';

type EventChoiceProps = {
  readonly session: SeriesStep;
  readonly scenario: Scenario;
  /** Channels that get a forecast. */
  readonly channels: readonly string[];
  readonly keep: ImportCommands['keepEvent'];
};

export function EventChoice({ session, scenario, channels, keep }: EventChoiceProps) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const decisions = eventDecisions(session, scenario, channels, plannedCalendar(session, scenario));
  if (decisions.length === 0) return null;
  const factorsOf = ({ event }: EventDecision): string =>
    event.multipliers
      .flatMap(({ channel, factor }) => {
        const definition = scenario.channels.find(({ id }) => id === channel);
        if (!definition || factor === 1 || !channels.includes(channel)) return [];
        return [t.demand.eventMultiplier(channelName(definition, scenario, locale), f.number(factor, 2))];
      })
      .join(', ');
  return (
    <fieldset className="part">
      <legend className="section-title">{t.demand.eventsStayTitle}</legend>
      <p className="quiet-text">{t.demand.eventsStayText}</p>
      {decisions.map((decision) => {
        const { event, key, side, stays } = decision;
        return (
          <CheckField
            key={key}
            label={t.demand.eventStays(
              text(event.name),
              momentText(minuteText(event.start), f),
              factorsOf(decision),
              t.demand.eventSide[side],
            )}
            checked={stays}
            onChange={(next) => keep(key, next)}
          />
        );
      })}
    </fieldset>
  );
}

/** `Friday 27 November 2026, 09:00`; midnight goes without saying. */
function momentText(start: string, f: LocaleValue['f']): string {
  const [date = '', clock = '00:00'] = start.split('T');
  const day = `${f.weekday(date)} ${f.date(date)}`;
  return clock === '00:00' ? day : `${day}, ${f.clock(minuteOf(clock))}`;
}
