/** Shifts edited: every edit is a document that can be read, and what the format refuses is named. */
import { describe, expect, it } from 'vitest';
import {
  daysByWeek,
  daysByWeekday,
  readBreak,
  readClock,
  readNames,
  readStart,
  shiftProblem,
  withBreak,
  withDays,
  withoutShift,
  withShift,
  withShiftFields,
} from '../../src/scenario/edit-shifts.ts';
import { MOST_BREAKS } from '../../src/scenario/plan.ts';
import type { Shift } from '../../src/scenario/schema.ts';
import { issuesOf } from './changed.ts';
import { exampleGroup, exampleScenario } from './example.ts';

const early: Shift = {
  days: [0, 1, 2, 3, 4],
  start: '08:00',
  end: '16:00',
  agents: 2,
  names: ['Amina', 'Jules'],
  breaks: [{ start: '12:00', end: '12:45' }],
};
const late: Shift = { days: [0, 5], start: '16:00', end: '25:30', agents: 3, breaks: [] };
const two = [early, late];

const parsed = (shifts: readonly Shift[]): string[] =>
  issuesOf(exampleScenario({ groups: [exampleGroup({ staffing: { kind: 'shifts', shifts } })] }));

/** Accepted by the reader of files, and without a problem here. */
function accepted(shifts: readonly Shift[]): readonly Shift[] {
  expect(parsed(shifts)).toEqual([]);
  for (const at of shifts.keys()) expect(shiftProblem(shifts, 7, at)).toBeNull();
  return shifts;
}

describe('shifts of a group', () => {
  it('join like the last one without its names, the first from nine to five', () => {
    expect(accepted(withShift([], [0, 1]))).toEqual([
      { days: [0, 1], start: '09:00', end: '17:00', agents: 1, breaks: [] },
    ]);
    const { names: _, ...like } = early;
    expect(accepted(withShift([early], [0]))).toEqual([early, like]);
  });

  it('leave one by one', () => {
    expect(accepted(withoutShift(two, 0))).toEqual([late]);
    expect(accepted(withoutShift([late], 0))).toEqual([]);
  });

  it('change field by field, and have no list of names when it is empty', () => {
    expect(accepted(withShiftFields(two, 1, { end: '24:00' }))[1]?.end).toBe('24:00');
    expect(accepted(withShiftFields(two, 1, { names: ['Zoé'] }))[1]?.names).toEqual(['Zoé']);
    expect(accepted(withShiftFields(two, 0, { names: [] }))[0]).not.toHaveProperty('names');
  });

  it('are worked on whole weekdays of the calendar', () => {
    expect(daysByWeekday(7)).toEqual([[0], [1], [2], [3], [4], [5], [6]]);
    expect(daysByWeekday(10)).toEqual([[0, 7], [1, 8], [2, 9], [3], [4], [5], [6]]);
    expect(daysByWeekday(2)).toEqual([[0], [1]]);
    expect(daysByWeek(10)).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9],
    ]);
    expect(daysByWeek(7)).toHaveLength(1);
    expect(withDays({ ...late, days: [0, 7, 5] }, [0, 7], false)).toEqual([5]);
    expect(withDays({ ...late, days: [7, 5] }, [0, 7], true)).toEqual([0, 5, 7]);
    accepted(withShiftFields(two, 1, { days: withDays(late, [5], false) }));
  });

  it('get breaks where there is room, as many as the format holds', () => {
    // 12:45 to 16:00 is 195 minutes, 08:00 to 12:00 is 240: amid the morning
    expect(withBreak(early)).toEqual([
      { start: '09:45', end: '10:00' },
      { start: '12:00', end: '12:45' },
    ]);
    let shift = late;
    for (let breaks = withBreak(shift); breaks !== null; breaks = withBreak(shift)) {
      shift = { ...shift, breaks };
      accepted([early, shift]);
    }
    expect(shift.breaks).toHaveLength(MOST_BREAKS);
    expect(withBreak({ ...late, start: '09:05', end: '09:20' })).toEqual([{ start: '09:05', end: '09:20' }]);
    expect(withBreak({ ...late, start: '09:00', end: '09:14' })).toBeNull();
  });
});

describe('what shifts cannot be', () => {
  const refused: [string, readonly Shift[], { kind: string; shift: number; what: string }][] = [
    [
      'a break outside its shift',
      withShiftFields(two, 0, { breaks: [{ start: '15:50', end: '16:05' }] }),
      { kind: 'breakOutside', shift: 0, what: '15:50–16:05' },
    ],
    [
      'a shift that begins after its break',
      withShiftFields(two, 0, { start: '12:30' }),
      { kind: 'breakOutside', shift: 0, what: '12:00–12:45' },
    ],
    [
      'breaks that overlap',
      withShiftFields(two, 0, { breaks: [...early.breaks, { start: '12:30', end: '13:00' }] }),
      { kind: 'breaksOverlap', shift: 0, what: '12:30–13:00' },
    ],
    [
      'a break that ends first',
      withShiftFields(two, 0, { breaks: [{ start: '12:45', end: '12:00' }] }),
      { kind: 'breakEndFirst', shift: 0, what: '12:45–12:00' },
    ],
    [
      'an end before the start',
      withShiftFields(two, 1, { end: '15:00' }),
      { kind: 'endFirst', shift: 1, what: '' },
    ],
    [
      'more names than agents',
      withShiftFields(two, 0, { agents: 1 }),
      { kind: 'moreNames', shift: 0, what: '' },
    ],
    [
      'somebody on two shifts at once',
      withShiftFields(two, 1, { names: ['Jules'], start: '15:00' }),
      { kind: 'elsewhere', shift: 1, what: 'Jules' },
    ],
    [
      'a name that is too long',
      withShiftFields(two, 1, { names: ['x'.repeat(61)] }),
      { kind: 'longName', shift: 1, what: 'x'.repeat(61) },
    ],
    [
      'more names than a list holds',
      withShiftFields(two, 1, { agents: 1001, names: Array.from({ length: 1001 }, (_, k) => `n${k}`) }),
      { kind: 'manyNames', shift: 1, what: '' },
    ],
  ];
  it.each(refused)('%s', (_, shifts, problem) => {
    expect(parsed(shifts)).toHaveLength(1);
    expect(shiftProblem(shifts, 7, problem.shift)).toEqual(problem);
  });

  it('is looked for among the shifts of the same people, and named where a file has it', () => {
    const evening = { ...late, days: [0], start: '17:00', end: '20:00', names: ['Zoe'] };
    const shifts = withShiftFields([early, late, { ...late, days: [2] }, evening], 1, { names: ['Zoe'] });
    expect(parsed(shifts)).toEqual(['overlap $.groups[0].staffing.shifts[3].names[0]']);
    expect(shiftProblem(shifts, 7, 1)).toEqual({ kind: 'elsewhere', shift: 3, what: 'Zoe' });
  });
});

describe('what is typed', () => {
  it('is a time of day, also of the next one', () => {
    expect(['9:30', '09:30', '9h30', ' 9 h 30 ', '9.30'].map((text) => readClock(text))).toEqual(
      Array.from({ length: 5 }, () => '09:30'),
    );
    expect(
      ['25:30', '48:00', '48:15', '9', '9:3', '9:60', '', 'noon'].map((text) => readClock(text)),
    ).toEqual(['25:30', '48:00', ...Array.from({ length: 6 }, () => null)]);
    expect([readStart('24:00'), readStart('24:15')]).toEqual(['24:00', null]);
  });

  it('is a break, or names between commas', () => {
    expect(readBreak('10:00-10:15')).toEqual({ start: '10:00', end: '10:15' });
    expect(readBreak('9h00 – 9h15')).toEqual({ start: '09:00', end: '09:15' });
    expect(['', '10:00', '10:00-', '10:00-10:15-10:30', '10:00 to'].map(readBreak)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect(readNames(' Amina, Jules ,, ')).toEqual(['Amina', 'Jules']);
    expect(readNames('')).toEqual([]);
  });
});
