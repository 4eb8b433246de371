import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { applyOverrides, type Override, type OverrideChange } from '../../src/forecast/overrides.ts';
import { evaluateFormula } from '../../src/scenario/formula.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const probabilities = [0.1, 0.5, 0.9];
const series = seriesOf(madeHistory({ days: 56, intervalMinutes: 60, level: 900, seed: 5 }));
const outcome = forecastChannel(series, {
  from: formatDate(FIRST_DAY + 56),
  days: 14,
  quantiles: probabilities,
});
if (!outcome.ok) throw new Error(outcome.refusal.code);
const model = outcome.forecast;
const input = { intervalMinutes: 60, probabilities, evaluate: evaluateFormula };
const day = (n: number) => formatDate(FIRST_DAY + 56 + n);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function override(change: OverrideChange, rest: Partial<Override> = {}): Override {
  return { id: 'one', who: 'planner', why: 'campaign', from: day(0), to: day(13), change, ...rest };
}
function applied(...list: Override[]) {
  const result = applyOverrides(model, list, input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

describe('overrides', () => {
  it('leave a forecast alone when there are none, and the model alone always', () => {
    const before = structuredClone(model);
    expect(applied().forecast.quantiles).toEqual(model.quantiles);
    applied(override({ kind: 'percent', percent: 50 }));
    expect(model).toEqual(before);
  });

  it('raise by a percentage only the intervals and days covered, and report it', () => {
    const { forecast, steps } = applied(
      override({ kind: 'percent', percent: 20 }, { minutes: { from: 600, to: 720 }, weekdays: [0] }),
    );
    forecast.mean.forEach((mean, i) => {
      const at = model.starts[i] ?? '';
      const covered = [day(0), day(7)].includes(at.slice(0, 10)) && ['10:00', '11:00'].includes(at.slice(11));
      expect(mean).toBeCloseTo((model.mean[i] ?? 0) * (covered ? 1.2 : 1), 9);
    });
    expect(steps[0]?.contacts).toBeCloseTo(sum(forecast.mean) - sum(model.mean), 6);
  });

  it('set the total of each day covered, keeping its shape', () => {
    const { forecast } = applied(override({ kind: 'absolute', contacts: 500, per: 'day' }, { to: day(1) }));
    expect(forecast.days[0]?.mean).toBeCloseTo(500, 9);
    expect(forecast.days[1]?.mean).toBeCloseTo(500, 9);
    expect(forecast.days[2]?.mean).toBeCloseTo(model.days[2]?.mean ?? 0, 9);
    const share = (means: readonly number[]) => (means[3] ?? 0) / sum(means.slice(0, 12));
    expect(share(forecast.mean)).toBeCloseTo(share(model.mean), 9);
  });

  it('add the contacts of an event once over all it covers', () => {
    const { forecast, steps } = applied(override({ kind: 'event', contacts: 300 }, { to: day(2) }));
    expect(sum(forecast.mean) - sum(model.mean)).toBeCloseTo(300, 6);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.contacts).toBeCloseTo(300, 6);
  });

  it('follow a formula, after the override before it', () => {
    const { forecast, steps } = applied(
      override({ kind: 'absolute', contacts: 10, per: 'interval' }),
      override({ kind: 'formula', formula: 'volume * 2 + hour' }, { id: 'two' }),
    );
    expect(forecast.mean[0]).toBeCloseTo(28, 9); // opens at 8
    expect(forecast.mean[1]).toBeCloseTo(29, 9);
    expect(steps.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('keep the relative width of a doubled busy day, and leave chance to a tenth of it', () => {
    const [before, double, tenth] = [0, 100, -90].map((percent) => {
      const { bands = [], mean = 1 } =
        applied(override({ kind: 'percent', percent })).forecast.weeks[0] ?? {};
      return ((bands[0]?.high ?? 0) - (bands[0]?.low ?? 0)) / mean;
    });
    expect(double).toBeLessThan(before ?? 0);
    expect((double ?? 0) / (before ?? 1)).toBeGreaterThan(0.9);
    expect(tenth).toBeGreaterThan(1.05 * (before ?? 0));
  });

  it('never put quantiles out of order or below zero, and keep days the sum of their intervals', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('percent' as const),
        percent: fc.double({ min: -100, max: 900, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('absolute' as const),
        contacts: fc.double({ min: 0, max: 1e4, noNaN: true }),
        per: fc.constantFrom('interval' as const, 'day' as const),
      }),
      fc.record({
        kind: fc.constant('event' as const),
        contacts: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.integer({ min: 0, max: 13 }), (changes, to) => {
        const { forecast } = applied(...changes.map((c, i) => override(c, { id: String(i), to: day(to) })));
        for (const law of [...forecast.quantiles, ...forecast.days.map((d) => d.quantiles)])
          law.forEach((x, k) => expect(x).toBeGreaterThanOrEqual(k === 0 ? 0 : (law[k - 1] ?? 0)));
        for (const { from, mean } of forecast.days)
          expect(mean).toBeCloseTo(
            sum(forecast.mean.filter((_, i) => forecast.starts[i]?.startsWith(from))),
            5,
          );
      }),
      { numRuns: 40 },
    );
  });

  it('say everything that is wrong with a list at once', () => {
    const result = applyOverrides(
      model,
      [
        override({ kind: 'percent', percent: -120 }),
        override(
          { kind: 'event', contacts: Number.NaN },
          { from: '2025-02-30', minutes: { from: 9, to: 9 } },
        ),
        override({ kind: 'percent', percent: 1 }, { id: 'late', from: '2031-01-01', to: '2031-01-02' }),
        override({ kind: 'formula', formula: 'volume' }, { id: 'formula' }),
      ],
      { intervalMinutes: 60, probabilities },
    );
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual([
      '$.overrides[0].change.percent',
      '$.overrides[1].id',
      '$.overrides[1].from',
      '$.overrides[1].minutes',
      '$.overrides[1].change.contacts',
      '$.overrides[2].from',
      '$.overrides[3].change.formula',
    ]);
    const endless = applyOverrides(model, [override({ kind: 'formula', formula: 'volume *' })], input);
    expect(endless.ok ? null : endless.issues[0]?.path).toBe('$.overrides[0].change.formula');
  });
});
