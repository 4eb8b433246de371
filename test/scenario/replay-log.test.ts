/** Arrivals of a log in place of the plan's: every contact at its own moment, and what cannot be used is told. */
import { describe, expect, it } from 'vitest';
import type { ContactLog } from '../../src/history/contact-log.ts';
import { dayNumber } from '../../src/numeric/civil-date.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { replayLog, withArrivals } from '../../src/scenario/replay-log.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { SECONDS_PER_DAY } from '../../src/units.ts';
import { comingBack, exampleChannel, exampleGroup, exampleScenario } from './example.ts';

type Row = readonly [time: string, channel: string, reason?: string | undefined, handleTime?: number];

/** `d HH:MM:SS` of the calendar's week, from day 0. */
function logOf(rows: readonly Row[], start: string, within = 1): ContactLog {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const channels = [...new Set(rows.map(([, channel]) => channel))];
  const reasons = [...new Set(rows.flatMap(([, , reason]) => reason ?? []))];
  const seconds = rows.map(([time]) => {
    const [d = 0, h = 0, m = 0, s = 0] = time.split(/[ :]/).map(Number);
    return (dayNumber(year, month, day) + d) * SECONDS_PER_DAY + h * 3600 + m * 60 + s;
  });
  return {
    channels,
    reasons,
    channel: Int32Array.from(rows, ([, channel]) => channels.indexOf(channel)),
    at: Float64Array.from(seconds),
    reason: Int32Array.from(rows, ([, , reason]) => (reason === undefined ? -1 : reasons.indexOf(reason))),
    handleTime: Float64Array.from(rows, ([, , , handleTime]) => handleTime ?? -1),
    row: Int32Array.from(rows, (_, k) => k + 2),
    within: channels.map(() => within),
  };
}

const scenario = exampleScenario();
const { start } = scenario.calendar;

function played(of: Scenario, log: ContactLog, options = {}) {
  const replay = replayLog(of, log, options);
  const model = withArrivals(compileScenario(of), replay);
  expect(checkModel(model)).toEqual([]);
  return { ...replay, model };
}

describe('the arrivals of a log', () => {
  it('come in every replication as the list says, interval by interval', () => {
    const rows: Row[] = Array.from({ length: 500 }, (_, k) => {
      const second = (k * 7919) % 43_200;
      const [h, m, s] = [8 + Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
      return [`${k % 7} ${h}:${m}:${s}`, 'Phone'];
    });
    const { model, report } = played(scenario, logOf(rows, start));
    expect(report).toMatchObject({
      played: [{ channel: 'phone', contacts: 500, closed: null, told: null, within: 1 }],
      asPlanned: [],
      unknownChannels: [],
      otherDays: null,
    });
    const counts = Array.from({ length: 168 }, () => 0);
    for (const [time] of rows) {
      const [day = 0, hour = 0] = time.split(/[ :]/).map(Number);
      const cell = 24 * day + hour;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const { classes } = simulateModel(model, { seed: 3, replications: 3 });
    const offered = classes[0]?.intervals.map(({ offered: { value, low, high } }) => [value, low, high]);
    expect(offered).toEqual(counts.map((count) => [count, count, count]));
    // The luck of the volume is none, so there is none to take out.
    expect(classes[0]?.controlledServiceLevel ?? null).toBeNull();
  });

  it('are at the very second, on the clock of the axis', () => {
    const spring = {
      ...scenario,
      calendar: { ...scenario.calendar, timeZone: 'Europe/Paris', start: '2026-03-29', days: 1 },
      channels: [exampleChannel({ open: Array.from({ length: 7 }, () => [['00:00', '24:00']] as const) })],
    };
    // 02:30 does not exist that night: the moment of the jump, an hour before 04:00 on the clock.
    const log = logOf(
      [
        ['0 1:59:59', 'phone'],
        ['0 2:30:00', 'phone'],
        ['0 4:00:01', 'phone'],
      ],
      '2026-03-29',
    );
    const axis = buildAxis(spring.calendar);
    expect(axis.end).toBe(23 * 3600);
    expect([...(replayLog(spring, log).arrivals.get('phone')?.at ?? [])]).toEqual([7199, 7200, 10_801]);
  });

  it('come within the part of their span in which the channel is open', () => {
    // Open from 8 to 20 o'clock: who came in the hour of 7 or of 20 found it closed.
    const rows: Row[] = ['7:00', '9:00', '9:00', '8:00', '19:00', '20:00'].map((time) => [
      `0 ${time}`,
      'phone',
    ]);
    const hourly = played(scenario, logOf(rows, start, 3600));
    const { at, until } = hourly.arrivals.get('phone') ?? { at: [] };
    expect([...at]).toEqual([7, 8, 9, 9, 19, 20].map((hour) => 3600 * hour));
    expect([...(until ?? [])]).toEqual([8, 9, 10, 10, 20, 21].map((hour) => 3600 * hour));
    expect(hourly.report.played).toMatchObject([{ closed: { contacts: 2, row: 2 }, within: 3600 }]);
    // Told to the hour, but open from half past eight, and closed at noon for half an hour.
    const open = Array.from(
      { length: 7 },
      () =>
        [
          ['08:30', '12:00'],
          ['12:30', '20:00'],
        ] as const,
    );
    const late = exampleScenario({ channels: [exampleChannel({ open })] });
    const noon = logOf(
      [
        ['0 8:00', 'phone'],
        ['0 11:00', 'phone'],
        ['0 12:00', 'phone'],
      ],
      start,
      3600,
    );
    const inside = replayLog(late, noon).arrivals.get('phone');
    expect([...(inside?.at ?? [])]).toEqual([30_600, 39_600, 45_000]);
    expect([...(inside?.until ?? [])]).toEqual([32_400, 43_200, 46_800]);
  });

  it('of one span stand in an order drawn from the seed, each with what is his', () => {
    const rows: Row[] = Array.from({ length: 40 }, (_, k) => ['0 9:00', 'phone', undefined, k + 1]);
    const log = logOf(rows, start, 1800);
    const orders = [1, 1, 2].map((seed) => replayLog(scenario, log, { seed }).arrivals.get('phone'));
    const times = orders.map((arrivals) => arrivals?.handleTimes ?? []);
    expect(times[0]).toEqual(times[1]);
    expect(times[0]).not.toEqual(times[2]);
    for (const list of times)
      expect(list.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(rows.map((row) => row[3]));
  });

  it('take as long as the log says, unless they are conversations or the plan is asked for', () => {
    const rows: Row[] = [
      ['0 9:00:01', 'phone', undefined, 100],
      ['0 9:00:02', 'phone'],
      ['0 9:00:03', 'phone', undefined, 50],
    ];
    const log = logOf(rows, start);
    const own = played(scenario, log);
    expect(own.arrivals.get('phone')?.handleTimes).toEqual([100, null, 50]);
    expect(own.report.played).toMatchObject([{ told: { contacts: 2, mean: 75 }, asTold: true }]);
    const { contacts } = recordDay(own.model, 1, 0);
    const took = [0, 1, 2].map((k) => (contacts.end[k] ?? 0) - (contacts.start[k] ?? 0));
    expect([took[0], took[2]]).toEqual([expect.closeTo(100, 9), expect.closeTo(50, 9)]);
    const drawn = replayLog(scenario, log, { handleTimes: 'scenario' });
    expect(drawn.arrivals.get('phone')).not.toHaveProperty('handleTimes');
    expect(drawn.report.played).toMatchObject([{ told: { contacts: 2 }, asTold: false }]);
    // The one without a time is the same under either.
    const planned = recordDay(withArrivals(compileScenario(scenario), drawn), 1, 0).contacts;
    expect((planned.end[1] ?? 0) - (planned.start[1] ?? 0)).toBe(took[1]);
    const conversation = { limit: 2, agentTurn: 30, customerTurn: 40 };
    const chat = exampleScenario({ channels: [exampleChannel({ id: 'phone', kind: 'chat', conversation })] });
    expect(replayLog(chat, log).report.played).toMatchObject([{ told: { contacts: 2 }, asTold: false }]);
  });

  it('find the channel open from the moment it opens, and closed from that at which it closes', () => {
    const rows: Row[] = ['7:59:59', '8:00:00', '19:59:59', '20:00:00', '20:00:01'].map((time) => [
      `0 ${time}`,
      'phone',
    ]);
    expect(replayLog(scenario, logOf(rows, start)).report.played).toMatchObject([
      { contacts: 5, closed: { contacts: 3, row: 2 } },
    ]);
  });

  it('take another week where the log begins on another day', () => {
    const log = logOf(
      [
        ['0 9:00:01', 'phone'],
        ['1 9:00:01', 'phone'],
      ],
      '2020-06-01',
    );
    expect(replayLog(scenario, log)).toMatchObject({
      report: {
        otherDays: { contacts: 2, row: 2 },
        from: '2020-06-01',
        to: '2020-06-02',
        played: [],
        asPlanned: ['phone'],
      },
    });
    const { arrivals, report } = replayLog(scenario, log, { from: '2020-06-01' });
    expect([...(arrivals.get('phone')?.at ?? [])]).toEqual([32_401, 118_801]);
    expect(report.otherDays).toBeNull();
    expect(replayLog(scenario, log, { from: '2020-06-02' }).report.otherDays).toEqual({
      contacts: 1,
      row: 2,
    });
  });

  it('leave other channels as planned, and name what is no channel', () => {
    const skills = [
      { channel: 'phone', priority: 1 },
      { channel: 'mail', priority: 2 },
    ];
    const two = exampleScenario({ channels: comingBack(), groups: [exampleGroup({ skills })] });
    const rows: Row[] = [
      ['0 9:00:01', 'VOICE'],
      ['0 3:00:00', 'voice'],
      ['0 9:00:02', 'Fax'],
      ['0 9:00:03', 'Fax'],
    ];
    const { report, model } = played(two, logOf(rows, start));
    expect(report).toMatchObject({
      played: [{ channel: 'phone', contacts: 2, closed: { contacts: 1, row: 3 } }],
      asPlanned: ['mail'],
      unknownChannels: [{ name: 'Fax', contacts: 2, row: 4 }],
    });
    expect(model.classes.map(({ arrivals }) => arrivals?.kind)).toEqual(['instants', 'rates']);
    expect(replayLog(two, logOf(rows, start), { channel: 'mail' }).report.played).toMatchObject([
      { channel: 'mail', contacts: 4, closed: null },
    ]);
    // Of two lines nobody knows which one "Phone" is.
    const lines = exampleScenario({ channels: [exampleChannel({ id: 'a' }), exampleChannel({ id: 'b' })] });
    expect(
      replayLog(
        lines,
        logOf(
          [
            ['0 9:00:01', 'Phone'],
            ['0 9:00:01', 'B'],
          ],
          start,
        ),
      ).report,
    ).toMatchObject({
      played: [{ channel: 'b', contacts: 1 }],
      unknownChannels: [{ name: 'Phone', contacts: 1, row: 2 }],
    });
  });

  it('bring their own reasons; those it does not name are drawn', () => {
    const reasons = [
      {
        id: 'order',
        name: { en: 'Where is my order?', fr: 'Où est ma commande ?' },
        share: 1,
        handleTimeFactor: 1,
      },
      { id: 'complaint', share: 0, handleTimeFactor: 1 },
    ];
    const reasoned = exampleScenario({ channels: [exampleChannel({ reasons })] });
    const rows: Row[] = [
      ['0 9:00:01', 'phone', 'Complaint'],
      ['0 9:00:02', 'phone', 'where is my order'],
      ['0 9:00:03', 'phone', 'Weather'],
      ['0 9:00:04', 'phone'],
    ];
    const { model, report, arrivals } = played(reasoned, logOf(rows, start));
    expect(arrivals.get('phone')?.reasons).toEqual(['complaint', 'order', null, null]);
    expect(report.unknownReasons).toEqual([{ channel: 'phone', name: 'Weather', contacts: 1, row: 4 }]);
    expect([...recordDay(model, 1, 0).contacts.reason].slice(0, 4)).toEqual([1, 0, 0, 0]);
  });
});
