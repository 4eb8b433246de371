import { describe, expect, it } from 'vitest';
import type { SeriesColumns } from '../../src/history/report.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { leansOnOthers, siblingSeries, type SiblingHistory } from '../../src/scenario/sibling-histories.ts';
import { forecastImported, restOfDay, workbench } from '../../src/scenario/workbench.ts';
import { FIRST_DAY, madeHistory, seriesOf } from '../forecast/generated.ts';
import { importOf } from '../history/tables.ts';

const GROWN = 56;
const from = formatDate(FIRST_DAY + GROWN);
const options = { from, days: 7, quantiles: [0.1, 0.5, 0.9] };

function made(days: number, level: number, intervalMinutes = 60): readonly SeriesColumns[] {
  const first = FIRST_DAY + GROWN - days;
  const { starts, values } = madeHistory({ days, intervalMinutes, level, seed: days, first });
  return importOf(['start,calls', ...starts.map((start, i) => `${start},${values[i] ?? 0}`)].join('\n'))
    .series;
}
const alone = (imported: readonly SeriesColumns[]): SiblingHistory => ({
  imported,
  cleaning: [],
  specialDays: [],
});
const question = (days: number, others: readonly SiblingHistory[]) => ({ ...alone(made(days, 60)), others });
const grown = alone(made(GROWN, 3000));
const daily = alone(made(GROWN, 3000, 1440));

describe('a short history beside others', () => {
  it('leans on those of its interval, alike when imported and when looked at', { tags: 'slow' }, () => {
    const { outcome } = forecastImported(question(10, [grown, daily]), options);
    const bench = workbench(question(10, [grown, daily]), options);
    expect(bench?.outcome).toEqual(outcome);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.forecast.notes).toContainEqual({ code: 'leansOnSiblings', values: { channels: 1 } });
    const lonely = forecastImported(question(10, []), options).outcome;
    expect(lonely.ok && lonely.forecast.mean).not.toEqual(outcome.forecast.mean);
  });

  it('forecasts the rest of a day as it forecast the day', () => {
    const day = { date: from, observed: [], quantiles: [0.5] };
    const rest = restOfDay(question(10, [grown]), day);
    const { outcome } = forecastImported(question(10, [grown]), options);
    if (!rest.ok || !outcome.ok) throw new Error('refused');
    expect(rest.forecast.meanBefore).toEqual(outcome.forecast.mean.slice(0, rest.forecast.meanBefore.length));
  });

  it('stands for itself from four weeks on', { tags: 'slow' }, () => {
    expect(forecastImported(question(28, [grown]), options)).toEqual(
      forecastImported(question(28, []), options),
    );
    expect(leansOnOthers(made(27, 60), from)).toBe(true);
    expect(leansOnOthers(made(28, 60), from)).toBe(false);
    // of a long one, what lies before the days planned
    expect(leansOnOthers(grown.imported, formatDate(FIRST_DAY + 20))).toBe(true);
    expect(leansOnOthers([], from)).toBe(false);
  });

  it('takes them as they were cleaned, and none that begins later', () => {
    const short = seriesOf(madeHistory({ days: 10, intervalMinutes: 60, level: 60, seed: 1 }));
    const outlier = { ...grown, imported: grown.imported.map(tenfoldOn(40)) };
    const decision = {
      kind: 'outlierDay' as const,
      start: `${formatDate(FIRST_DAY + 40)}T00:00`,
      end: `${formatDate(FIRST_DAY + 41)}T00:00`,
      accepted: true,
    };
    const known = (cleaning: SiblingHistory['cleaning']) =>
      siblingSeries(short, from, [{ ...outlier, cleaning }])[0]?.values.filter(
        (value) => !Number.isNaN(value),
      );
    expect(known([])?.length).toBe(GROWN * 12);
    expect(known([decision])?.length).toBe((GROWN - 1) * 12);
    expect(siblingSeries(short, formatDate(FIRST_DAY + 10), [alone(made(10, 60)), grown])).toHaveLength(1);
  });
});

const tenfoldOn = (day: number) => (columns: SeriesColumns) => ({
  ...columns,
  values: columns.values.map((value, i) =>
    Math.floor((columns.starts[i] ?? 0) / 1440) === FIRST_DAY + day ? 10 * value : value,
  ),
});
