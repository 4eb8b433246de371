/** The single days of a shift, week by week: for plans in which not all weeks are alike. */
import { daysByWeek, withDays } from '../../../scenario/edit-shifts.ts';
import type { Shift } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { capital } from '../when.ts';
import { Fold } from './fold.tsx';
import { useShiftWords } from './use-shift-words.ts';

type ShiftWeeksProps = {
  readonly shift: Shift;
  readonly number: string;
  /** Of every day of the calendar. */
  readonly dates: readonly string[];
  readonly onChange: (days: number[]) => void;
};

export function ShiftWeeks({ shift, number, dates, onChange }: ShiftWeeksProps) {
  const { f } = useLocale();
  const words = useShiftWords();
  const weeks = daysByWeek(dates.length);
  const [usual = []] = weeks;
  const isUsual = (day: number): boolean => shift.days.includes(usual[day % usual.length] ?? -1);
  const differs = dates.some((_, day) => shift.days.includes(day) !== isUsual(day));
  return (
    <Fold className="shift-weeks" title={differs ? words.weeksDiffer : words.byWeek} startsOpen={false}>
      {weeks.map((days) => {
        const from = f.dayShort(dates[days[0] ?? 0] ?? '');
        return (
          <div key={days[0]} className="shift-week">
            <span className="quiet-text">{from}</span>
            <div className="shift-days" role="group" aria-label={words.of(words.weekFrom(from), number)}>
              {days.map((day) => {
                const date = dates[day] ?? '';
                const worked = shift.days.includes(day);
                const name = `${capital(f.weekday(date))} ${f.dayShort(date)}`;
                return (
                  <button
                    key={day}
                    type="button"
                    className="shift-day"
                    aria-pressed={worked}
                    aria-label={name}
                    title={name}
                    onClick={() => onChange(withDays(shift, [day], !worked))}
                  >
                    {f.weekdayShort(date)}
                  </button>
                );
              })}
            </div>
          </div>
        );
      })}
    </Fold>
  );
}
