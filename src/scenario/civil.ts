/** Clock times of a wall-clock day as minutes since midnight; dates are in numeric/civil-date.ts. */
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';

/**
 * Minutes since midnight of `HH:MM`, or null when it is no time of day.
 * @param latest the last minute accepted; 24:00 unless said (a shift may run past midnight)
 */
export function parseClock(text: string, latest: number = MINUTES_PER_DAY): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= latest ? minute : null;
}

/** `HH:MM` of minutes since midnight; hours go on past 24. */
export function formatClock(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Day number and minute of a local `YYYY-MM-DDTHH:MM`, or null; `24:00` ends a day. */
export function parseDayTime(text: string): { readonly day: number; readonly minute: number } | null {
  const [date = '', clock = '', ...rest] = text.split('T');
  const day = parseDate(date);
  const minute = parseClock(clock);
  return day === null || minute === null || rest.length > 0 ? null : { day, minute };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
