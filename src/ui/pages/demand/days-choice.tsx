/** The days planned: right after the history, or those of the scenario. */
import { useId } from 'react';
import { lastDay } from '../../../app/import-plan.ts';
import type { SeriesStep } from '../../../app/import-session.ts';
import { formatDate, parseDate } from '../../../numeric/civil-date.ts';
import { calendarAfter, followsHistory } from '../../../scenario/planning-calendar.ts';
import type { Calendar, Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { outsideDays } from './event-times.ts';

type DaysChoiceProps = {
  readonly session: SeriesStep;
  readonly scenario: Scenario;
  readonly choose: (moves: boolean) => void;
};

export function DaysChoice({ session, scenario, choose }: DaysChoiceProps) {
  const { t, f } = useLocale();
  const name = useId();
  const last = lastDay(session.facts.filter((_, index) => session.choices[index]?.channel));
  if (last === null) return null;
  const { calendar } = scenario;
  const moved = calendarAfter(calendar, last);
  const planned = session.movesCalendar ? moved : calendar;
  const outside = scenario.events.filter((event) => outsideDays(event, planned)).length;
  const gap = (parseDate(calendar.start) ?? 0) - (parseDate(last) ?? 0);
  const same = moved.start === calendar.start;
  const option = (moves: boolean, label: string) => (
    <label className="check">
      <input
        type="radio"
        name={name}
        checked={same || session.movesCalendar === moves}
        onChange={() => choose(moves)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="part">
      <legend className="section-title">{t.demand.daysTitle}</legend>
      {option(true, t.demand.daysMove(f.date(moved.start), f.date(lastDayOf(moved))))}
      {!same && option(false, t.demand.daysKeep(f.date(calendar.start), f.date(lastDayOf(calendar))))}
      {!session.movesCalendar && !followsHistory(calendar, last) && (
        <p className="field-error">
          {gap <= 0 ? t.demand.daysInside : t.demand.daysFar(f.count(Math.round(gap / 7)))}
        </p>
      )}
      <p className="field-note">
        {t.demand.daysText} {outside > 0 && t.demand.eventsOutside(outside)}
      </p>
    </fieldset>
  );
}

function lastDayOf({ start, days }: Calendar): string {
  return formatDate((parseDate(start) ?? 0) + days - 1);
}
