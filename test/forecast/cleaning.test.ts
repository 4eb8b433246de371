import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { cleaningProposals, withProposals, type Proposal } from '../../src/forecast/cleaning.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import type { Series } from '../../src/forecast/series.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const clean = seriesOf(madeHistory({ days: 84, intervalMinutes: 60, level: 1000, seed: 8, cv: 0.05 }));
const SLOTS = clean.slotsPerDay;

function changed(change: (values: Float64Array) => void): Series {
  const values = Float64Array.from(clean.values);
  change(values);
  return { ...clean, values };
}

const brief = (found: readonly Proposal[]) => found.map(({ kind, day }) => `${kind} ${day - FIRST_DAY}`);

describe('cleaning', () => {
  it('finds nothing in a clean history', () => {
    expect(brief(cleaningProposals(clean))).toEqual([]);
  });

  it('finds a day far from its weekday', () => {
    const series = changed((values) => {
      for (let s = 0; s < SLOTS; s++) values[40 * SLOTS + s] = (values[40 * SLOTS + s] ?? 0) * 3;
    });
    expect(brief(cleaningProposals(series))).toEqual(['outlierDay 40']);
  });

  it('finds one slot gone wild', () => {
    const series = changed((values) => (values[30 * SLOTS + 14] = 4000));
    expect(brief(cleaningProposals(series))).toEqual(['outlierSlot 30']);
  });

  it('tells hours of silence from hours without contacts', () => {
    const series = changed((values) => values.fill(0, 50 * SLOTS + 12, 50 * SLOTS + 16));
    expect(cleaningProposals(series)).toMatchObject([
      { kind: 'partialDay', day: FIRST_DAY + 50, fromSlot: 12, toSlot: 16 },
    ]);
  });

  it('finds the day of a new level, and by how much', () => {
    const series = changed((values) => {
      for (let i = 45 * SLOTS; i < values.length; i++) values[i] = (values[i] ?? 0) * 1.5;
    });
    const [shift, ...others] = cleaningProposals(series);
    expect(others).toEqual([]);
    expect(shift?.kind === 'levelShift' && shift.day - FIRST_DAY).toBe(45);
    expect(shift?.kind === 'levelShift' && Math.abs(shift.ratio - 1.5)).toBeLessThan(0.06);
  });

  it('leaves marked days alone', () => {
    const special = new Map([[FIRST_DAY + 40, 'sale']]);
    const series = changed((values) => {
      for (let s = 0; s < SLOTS; s++) values[40 * SLOTS + s] = (values[40 * SLOTS + s] ?? 0) * 3;
    });
    expect(cleaningProposals({ ...series, special })).toEqual([]);
  });

  it(
    'an outlier taken out leaves the forecast of a history that never had the value',
    { tags: 'slow' },
    () => {
      const series = changed((values) => (values[30 * SLOTS + 14] = 4000));
      const found = cleaningProposals(series);
      const without = changed((values) => (values[30 * SLOTS + 14] = Number.NaN));
      const options = { from: formatDate(FIRST_DAY + 84), days: 7, quantiles: [0.1, 0.9] };
      expect(forecastChannel(withProposals(series, found), options)).toEqual(
        forecastChannel(without, options),
      );
      expect(series.values[30 * SLOTS + 14]).toBe(4000);
    },
  );
});
