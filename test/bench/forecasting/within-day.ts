/** The rest of the day after four hours of actuals, with and without the update, in the last quarter. */
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { forecastRestOfDay } from '../../../src/forecast/within-day.ts';
import { readSource, SOURCES } from './protocol.ts';

/** Slots from midnight to four hours after the doors open. */
const SEEN = [
  { name: 'bank_us', until: 11 },
  { name: 'bank_il', until: 11 },
  { name: 'emergency_911', until: 4 },
];

export type WithinDayFigure = {
  readonly series: string;
  readonly until: number;
  readonly days: number;
  readonly wapeBefore: number;
  readonly wapeAfter: number;
  /** Had the update known the exact total of the rest: no factor on the plan can do better. */
  readonly wapeKnownTotal: number;
  readonly restCoverage80: number;
};

export function withinDayFigures(dataDir: string, only: (name: string) => boolean): WithinDayFigure[] {
  return SEEN.filter(({ name }) => only(name)).flatMap(({ name, until }) => {
    const source = SOURCES.find((candidate) => candidate.name === name);
    const series = source === undefined ? null : readSource(dataDir, source);
    if (series === null) return [];
    const { slotsPerDay, intervalMinutes, values, days, firstDay } = series;
    const slots = (until * 60) / intervalMinutes;
    let [before, after, known, actuals, inside, count] = [0, 0, 0, 0, 0, 0];
    for (let day = days - Math.floor(days / 4); day < days; day++) {
      const observed = Array.from(values.subarray(day * slotsPerDay, day * slotsPerDay + slots), (value) =>
        Number.isNaN(value) ? null : value,
      );
      if (observed.every((value) => value === null)) continue;
      const outcome = forecastRestOfDay(series, {
        date: formatDate(firstDay + day),
        observed,
        quantiles: [0.1, 0.9],
      });
      if (!outcome.ok) throw new Error(outcome.refusal.message);
      const { starts, mean, meanBefore, rest } = outcome.forecast;
      let total = 0;
      const planned: { before: number; actual: number }[] = [];
      starts.forEach((start, i) => {
        const slot = (Number(start.slice(11, 13)) * 60 + Number(start.slice(14))) / intervalMinutes;
        const actual = values[day * slotsPerDay + slot] ?? Number.NaN;
        if (Number.isNaN(actual)) return;
        total += actual;
        planned.push({ before: meanBefore[i] ?? 0, actual });
        before += Math.abs((meanBefore[i] ?? 0) - actual);
        after += Math.abs((mean[i] ?? 0) - actual);
      });
      const plan = planned.reduce((sum, slot) => sum + slot.before, 0);
      for (const slot of planned) known += Math.abs((slot.before * total) / plan - slot.actual);
      actuals += total;
      if (total >= (rest.quantiles[0] ?? 0) && total <= (rest.quantiles[1] ?? 0)) inside++;
      count++;
    }
    return [
      {
        series: name,
        until,
        days: count,
        wapeBefore: before / actuals,
        wapeAfter: after / actuals,
        wapeKnownTotal: known / actuals,
        restCoverage80: inside / count,
      },
    ];
  });
}
