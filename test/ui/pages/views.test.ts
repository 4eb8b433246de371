import { describe, expect, it } from 'vitest';
import { riskGrid } from '../../../src/ui/pages/overview/risk-grid.ts';
import { minutesOf, shortages, shortIntervals } from '../../../src/ui/pages/shortages.ts';
import { dayView, shortByDay } from '../../../src/ui/pages/staffing/day-view.ts';
import { intervalMeasure } from '../../../src/ui/pages/staffing/interval-measures.ts';
import { analysis, axis, scenario } from './week.ts';

const short = (channel: number, interval: number): boolean => {
  const figures = analysis.channels[channel];
  return (figures?.required[interval] ?? 0) - (figures?.planned[interval] ?? 0) > 1e-6;
};

describe('shortages', () => {
  it('forget gaps in deferred work whose targets are safe', () => {
    const deferred = analysis.channels.flatMap(({ model }, i) => (model === 'deferred' ? [i] : []));
    expect(deferred.length).toBeGreaterThan(0);
    const found = shortages(analysis, axis, 0);
    expect(found.filter(({ channel }) => deferred.includes(channel))).toEqual([]);
  });

  it('hold every understaffed interval once, within one day each', () => {
    const found = shortages(analysis, axis, 1.01);
    const inside = (channel: number, interval: number): number =>
      found.filter((s) => s.channel === channel && s.from <= interval && interval < s.to).length;
    analysis.channels.forEach((_, channel) =>
      axis.intervals.forEach((_place, interval) => {
        if (short(channel, interval)) expect(inside(channel, interval)).toBe(1);
      }),
    );
    for (const { from, to, day } of found) {
      expect(axis.intervals[from]?.day).toBe(day);
      expect(axis.intervals[to - 1]?.day).toBe(day);
      const [start, end] = minutesOf({ from, to }, axis);
      expect(end - start).toBe((to - from) * (1440 / axis.slotsPerDay));
    }
    expect(found).toEqual(found.toSorted((a, b) => b.total - a.total));
  });
});

describe('a day', () => {
  it('runs from the first to the last interval that needs or has somebody', () => {
    const view = dayView(analysis, axis, 0, 0);
    const figures = analysis.channels[0];
    const used = axis.intervals.flatMap(({ day }, i) =>
      day === 0 && ((figures?.required[i] ?? 0) > 0 || (figures?.planned[i] ?? 0) > 0) ? [i] : [],
    );
    expect(view.intervals[0]).toBeLessThanOrEqual(used[0] ?? Infinity);
    expect(view.intervals.at(-1)).toBeGreaterThanOrEqual(used.at(-1) ?? 0);
    expect(view.steps.every(({ assured, required }) => assured >= required)).toBe(true);
  });

  it('of all channels is their sum', () => {
    const all = dayView(analysis, axis, null, 0);
    all.intervals.forEach((interval, at) => {
      const sum = analysis.channels.reduce((total, { planned }) => total + (planned[interval] ?? 0), 0);
      expect(all.steps[at]?.planned).toBe(sum);
    });
  });

  it('counts its understaffed intervals', () => {
    const counts = shortByDay(analysis, axis, 0, 1.01);
    const expected = axis.days.map(
      (_, day) => axis.intervals.filter((place, i) => place.day === day && short(0, i)).length,
    );
    expect(counts).toEqual(expected);
  });

  it('adds up to the number of understaffed intervals of the week', () => {
    const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    for (const assurance of [0, scenario.assurance, 1.01]) {
      const week = shortIntervals(analysis, assurance).filter(Boolean).length;
      expect(sum(shortByDay(analysis, axis, null, assurance))).toBe(week);
      // the runs of the overview cover the same intervals, and at most one covered interval between two
      const covered = new Set(
        shortages(analysis, axis, assurance).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, k) => from + k),
        ),
      );
      expect(covered.size).toBeGreaterThanOrEqual(week);
    }
  });
});

describe('the week at a glance', () => {
  it('is warm exactly where a channel is short', () => {
    const { rows } = riskGrid(analysis, axis, 1.01);
    for (const cell of rows.flat()) {
      if (cell.interval === null) continue;
      const anyShort = analysis.channels.some((_, channel) => short(channel, cell.interval ?? 0));
      expect(cell.channel !== null).toBe(anyShort);
      expect((cell.share ?? 0) < 0).toBe(anyShort);
    }
  });
});

it('forms a share or a mean only where there is something to divide', () => {
  for (const figures of analysis.channels) {
    for (const { kind } of figures.targets) {
      const { unit, values } = intervalMeasure(figures, kind, [...axis.intervals.keys()]);
      for (const value of values) {
        if (value === null) continue;
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        if (unit === 'share') expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  }
});
