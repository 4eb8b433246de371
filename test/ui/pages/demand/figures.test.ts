import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../../../src/scenario/axis.ts';
import { minuteText, outsideDays } from '../../../../src/ui/pages/demand/event-times.ts';
import { dayPoints, lastWeekTotal } from '../../../../src/ui/pages/demand/forecast-points.ts';
import { withLayout, withRole } from '../../../../src/ui/pages/demand/mapping-edit.ts';
import { weekFigures } from '../../../../src/ui/pages/demand/week-figures.ts';
import { inspect } from '../../../../src/history/sniff.ts';
import { exampleChannel, exampleScenario } from '../../../scenario/example.ts';

const scenario = exampleScenario(); // 10 contacts every hour of a week, open 08:00 to 20:00
const axis = buildAxis(scenario.calendar);
const chat = exampleChannel({
  id: 'chat',
  kind: 'chat',
  demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 20) }, dayFactorCv: 0.1 },
});

describe('weekFigures', () => {
  it('counts what is offered and what a closed door turns away', () => {
    const figures = weekFigures(scenario.channels, scenario, axis);
    expect(figures.total).toBe(1680);
    expect(figures.turnedAway).toBe(7 * 12 * 10);
    expect([figures.firstSlot, figures.lastSlot]).toEqual([0, 24]);
    expect(figures.days[0]).toMatchObject({ date: '2026-11-23', contacts: 240 });
  });

  it.each([
    { start: '2026-03-23', sunday: 23, total: 167, skipped: 0 },
    { start: '2026-10-19', sunday: 25, total: 169, skipped: 20 },
  ])('counts the hours that happen in the week of $start', ({ start, sunday, total, skipped }) => {
    const here = buildAxis({ ...scenario.calendar, start, timeZone: 'Europe/Paris' });
    const figures = weekFigures(scenario.channels, scenario, here);
    expect(figures.days[6]?.contacts).toBe(10 * sunday);
    expect(figures.total).toBe(10 * total);
    expect(figures.byChannel).toEqual([10 * total]);
    expect(figures.cells[6 * 24 + 2]).toMatchObject({ contacts: skipped });
    // the bands are of the contacts that come
    expect(figures.days[6]?.bands[0]?.high).toBeGreaterThan(10 * sunday);
  });

  it('draws chance and the swing of days around every figure', () => {
    const [cell] = weekFigures([chat], scenario, axis).cells;
    // variance 20 + (0.1 * 20)² = 24
    expect(cell?.bands[0]?.high).toBeCloseTo(20 + 1.96 * Math.sqrt(24), 9);
    // a day of 480: variance 480 + 48²
    const [day] = weekFigures([chat], scenario, axis).days;
    expect(day?.bands[1]?.high).toBeCloseTo(480 + 1.2816 * Math.sqrt(480 + 48 ** 2), 9);
  });

  it('lets the volume be off on all days alike', () => {
    const levelCv = 0.25;
    const unsure = { ...chat, demand: { ...chat.demand, levelCv } };
    const { days, bands, total } = weekFigures([unsure], scenario, axis);
    // a day of 480: variance 480 + 480² (1.01 · 1.0625 − 1)
    expect(days[0]?.bands[1]?.high).toBeCloseTo(
      480 + 1.2816 * Math.sqrt(480 + 480 ** 2 * (1.01 * 1.0625 - 1)),
      9,
    );
    // seven of them: their own parts add up, the level's as one
    const own = 7 * (480 + 480 ** 2 * 0.01 * 1.0625);
    expect(bands[1]?.high).toBeCloseTo(total + 1.2816 * Math.sqrt(own + (levelCv * total) ** 2), 9);
  });

  it('adds channels with the correlation of their days', () => {
    const both = [chat, { ...chat, id: 'other' }];
    const high = (busynessCorrelation: number) =>
      weekFigures(both, { channels: both, events: [], busynessCorrelation }, axis).cells[0]?.bands[0]?.high;
    expect(high(1)).toBeCloseTo(40 + 1.96 * Math.sqrt(40 + 4 ** 2), 9);
    expect(high(0)).toBeCloseTo(40 + 1.96 * Math.sqrt(40 + 2 * 2 ** 2), 9);
  });
});

describe('event times', () => {
  it('writes the end of a day as the start of the next', () => {
    expect(minuteText('2026-11-28T24:00')).toBe('2026-11-29T00:00');
  });

  it('knows an event outside the days planned', () => {
    const at = (start: string, end: string) => outsideDays({ start, end }, scenario.calendar);
    expect(at('2026-11-22T10:00', '2026-11-23T00:00')).toBe(true);
    expect(at('2026-11-22T10:00', '2026-11-23T00:01')).toBe(false);
    expect(at('2026-11-30T00:00', '2026-11-30T10:00')).toBe(true);
  });
});

describe('dayPoints', () => {
  it('joins the known days with the forecast and leaves a gap between', () => {
    const day = 16_000; // 2013-10-22
    const columns = {
      channel: 'calls',
      intervalMinutes: 1440,
      starts: Int32Array.from({ length: 7 }, (_, i) => (day + i) * 1440),
      values: Float64Array.from({ length: 7 }, () => 5),
      known: new Uint8Array(7).fill(1),
    };
    const bands = [
      { level: 0.8, low: 4, high: 8 },
      { level: 0.95, low: 3, high: 9 },
    ];
    const forecast = { from: '2013-10-31', days: 1, mean: 6, quantiles: [], bands, factorCv: 0 };
    const points = dayPoints([columns], {
      starts: [],
      mean: [],
      quantiles: [],
      bands: [],
      days: [forecast],
      weeks: [],
      model: 'profile',
      reason: { code: 'asked', values: {} },
      notes: [],
      backtest: [],
      coverage: [],
      smallCounts: [],
      totals: [],
      dayErrors: [],
      dayFactorCv: 0,
      poissonFloor: 0,
      scatter: null,
    });
    expect(points.map(({ contacts }) => contacts)).toEqual([5, 5, 5, 5, 5, 5, 5, null, null, 6]);
    expect(points.at(-1)?.bands[0]).toEqual(bands[1]); // widest first
    expect(lastWeekTotal(points)).toBe(35);
  });
});

describe('corrections of a mapping', () => {
  const inspection = inspect('start,a,b\n2026-11-02T09:00,4,1\n2026-11-02T09:30,7,2\n', {
    timeZone: 'Europe/Paris',
    intervalMinutes: 30,
  });
  if (!inspection.ok) throw new Error('not understood');
  const { mapping } = inspection.guess;

  it('gives a figure of a wide file its heading as channel', () => {
    const ignored = withRole(mapping, 1, 'ignore', 'a');
    expect(ignored.columns[1]).toEqual({ role: 'ignore' });
    expect(withRole(ignored, 1, 'volume', 'a').columns[1]).toEqual({ role: 'volume', channel: 'a' });
  });

  it('drops the channels of columns where rows name them', () => {
    expect(withLayout(mapping, 'long', ['start', 'a', 'b']).columns[1]).toEqual({ role: 'volume' });
    expect(withLayout(withLayout(mapping, 'long', []), 'wide', ['start', 'a', 'b']).columns[1]).toEqual({
      role: 'volume',
      channel: 'a',
    });
  });
});
