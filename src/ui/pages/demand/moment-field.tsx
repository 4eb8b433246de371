/** A day and a time of day, one Tab stop each: the day from those planned, the time as typed. */
import { formatDate, parseDate } from '../../../numeric/civil-date.ts';
import { parseClock } from '../../../scenario/civil.ts';
import type { Calendar } from '../../../scenario/schema.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { capital } from '../when.ts';
import { minuteText } from './event-times.ts';

type MomentFieldProps = {
  /** `From` or `To`. */
  readonly label: string;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly value: string;
  readonly calendar: Calendar;
  readonly problem: (value: string) => string | null;
  readonly onChange: (value: string) => void;
  readonly onEnd: () => void;
};

export function MomentField({ label, value, calendar, problem, onChange, onEnd }: MomentFieldProps) {
  const { t, f } = useLocale();
  const [date = '', clock = '00:00'] = minuteText(value).split('T');
  const dayProblem = problem(value);
  return (
    <div className="moment">
      <SelectField
        label={label}
        value={date}
        options={daysAround(calendar, date).map((day) => ({
          value: day,
          label: `${capital(f.weekdayShort(day))} ${f.dayShort(day)}${sameYear(day, calendar) ? '' : ` ${day.slice(0, 4)}`}`,
        }))}
        onChange={(day) => {
          onChange(`${day}T${clock}`);
          onEnd();
        }}
      />
      <TextField
        label={t.demand.timeOf(label)}
        hideLabel
        value={clock}
        problem={(text) =>
          parseClock(padded(text)) === null ? t.demand.eventTime : problem(`${date}T${padded(text)}`)
        }
        onChange={(text) => onChange(`${date}T${padded(text)}`)}
        onEnd={onEnd}
      />
      {dayProblem && (
        <p className="field-error" role="alert">
          {dayProblem}
        </p>
      )}
    </div>
  );
}

const sameYear = (day: string, { start }: Calendar): boolean => day.slice(0, 4) === start.slice(0, 4);

/** `9:30` as `09:30`. */
function padded(text: string): string {
  const plain = text.trim();
  return /^\d:/.test(plain) ? `0${plain}` : plain;
}

/** The days planned and the midnight that ends them; the day chosen, wherever it lies. */
function daysAround({ start, days }: Calendar, chosen: string): string[] {
  const first = parseDate(start);
  if (first === null) return [chosen];
  const list = Array.from({ length: days + 1 }, (_, day) => formatDate(first + day));
  return list.includes(chosen) ? list : [...list, chosen].toSorted();
}
