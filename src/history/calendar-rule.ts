/** What comes on the same date every year (RFC 5545, section 3.3.10, FREQ=YEARLY); no other rule is read. */
import { civilDate, dayNumber } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';

type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

export type YearlyRule = {
  readonly first: CivilDay;
  /** Years from one to the next. */
  readonly every: number;
  /** So many times at most; Infinity: for ever. */
  readonly count: number;
  /** Last day on which it may fall; Infinity: for ever. */
  readonly until: number;
};

/** Null where the rule says anything but the date of its first event. */
export function yearlyRule(
  text: string,
  first: CivilDay,
  momentOf: (text: string) => number | null,
): YearlyRule | null {
  let [every, count, until] = [1, Infinity, Infinity];
  let isYearly = false;
  for (const part of text.toUpperCase().split(';')) {
    const [name, value = ''] = part.trim().split('=');
    const figure = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    if (name === 'FREQ' && value === 'YEARLY') isYearly = true;
    else if (name === 'INTERVAL' && figure > 0) every = figure;
    else if (name === 'COUNT' && figure > 0) count = figure;
    else if (name === 'UNTIL') {
      const last = momentOf(value);
      if (last === null) return null;
      until = Math.floor(last / MINUTES_PER_DAY);
    } else if (name === 'BYMONTH' && figure === first.month) continue;
    else if (name === 'BYMONTHDAY' && figure === first.day) continue;
    else if (name !== 'WKST' && name !== '') return null;
  }
  return isYearly ? { first, every, count, until } : null;
}

/** Its days in these years; the 29th of February in leap years only, which alone are counted. O(years). */
export function yearsOf({ first, every, count, until }: YearlyRule, from: number, to: number): CivilDay[] {
  const days: CivilDay[] = [];
  // without a count nothing before `from` has to be looked at
  const skipped = count === Infinity ? Math.max(0, Math.floor((from - first.year) / every)) : 0;
  let times = 0;
  for (let year = first.year + skipped * every; year <= to && times < count; year += every) {
    const number = dayNumber(year, first.month, first.day);
    if (number > until) break;
    if (civilDate(number).day !== first.day) continue;
    times++;
    if (year >= from) days.push({ ...first, year });
  }
  return days;
}
