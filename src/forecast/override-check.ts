/** What can be wrong with a list of overrides, for the person who wrote them. */
import type { Issue } from '../errors.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { Override } from './overrides.ts';

/** As many contacts per interval as a scenario holds. */
const MOST_CONTACTS = 1e7;

export function overrideIssues(
  starts: readonly string[],
  overrides: readonly Override[],
  knowsFormulas: boolean,
): Issue[] {
  const first = starts[0]?.slice(0, 10) ?? '';
  const last = starts.at(-1)?.slice(0, 10) ?? '';
  const seen = new Set<string>();
  return overrides.flatMap((override, index) => {
    const issues: Issue[] = [];
    const complain = (field: string, code: string, message: string, allowed: string) =>
      issues.push({ path: `$.overrides[${index}].${field}`, code, message, allowed });
    const { id, from, to, minutes, weekdays, change } = override;
    if (seen.has(id)) complain('id', 'duplicate', `${id} is there twice`, 'a name of its own');
    seen.add(id);
    for (const [field, date] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (parseDate(date) === null) complain(field, 'date', `${date} is no date`, 'YYYY-MM-DD');
    if (from > to) complain('to', 'order', 'it ends before it begins', `from ${from}`);
    else if (to < first || from > last)
      complain('from', 'outside', 'no day of the forecast is covered', `${first} to ${last}`);
    if (minutes && !(minutes.from >= 0 && minutes.from < minutes.to && minutes.to <= MINUTES_PER_DAY))
      complain('minutes', 'minutes', 'no time of the day is covered', '0 to 1440, from before to');
    if (weekdays?.some((day) => !(Number.isInteger(day) && day >= 0 && day <= 6)))
      complain('weekdays', 'weekday', 'that is no weekday', '0 (Monday) to 6');
    switch (change.kind) {
      case 'percent':
        if (!(change.percent >= -100 && change.percent <= 10_000))
          complain('change.percent', 'percent', `${change.percent} % is out of range`, '-100 to 10,000');
        break;
      case 'absolute':
        if (!(change.contacts >= 0 && change.contacts <= MOST_CONTACTS))
          complain('change.contacts', 'contacts', 'that is no volume', '0 to 10,000,000');
        break;
      case 'event':
        if (!(Math.abs(change.contacts) <= MOST_CONTACTS))
          complain('change.contacts', 'contacts', 'that is no volume', '-10,000,000 to 10,000,000');
        break;
      case 'formula':
        if (!knowsFormulas)
          complain('change.formula', 'formula', 'formulas cannot be evaluated here', 'another kind');
        break;
    }
    return issues;
  });
}
