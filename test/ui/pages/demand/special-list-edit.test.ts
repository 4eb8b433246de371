import { describe, expect, it } from 'vitest';
import { MOST_SPECIAL_DAYS } from '../../../../src/scenario/plan.ts';
import type { SpecialDay } from '../../../../src/scenario/schema.ts';
import { knownSpan, listChange } from '../../../../src/ui/pages/demand/special-list-edit.ts';
import { issuesOf } from '../../../scenario/changed.ts';
import { exampleChannel, exampleScenario } from '../../../scenario/example.ts';

const bills: SpecialDay = { date: '2026-03-02', kind: 'billRun', name: 'Bills' };
const day = (row: number, date: string, label: string, channel?: string) => ({
  row,
  date,
  label,
  ...(channel === undefined ? {} : { channel }),
});

describe('a list of days brought to a scenario', () => {
  it('adds, renames and leaves marks, and says which', () => {
    const { rows, next } = listChange(
      [bills, { ...bills, date: '2026-04-02', name: 'Old' }],
      [
        day(1, '2026-12-25', 'Noel'),
        day(2, '2026-12-25', 'Christmas'),
        day(3, '2026-03-02', 'Bills'),
        day(4, '2026-04-02', 'Bills'),
        day(5, '2026-03-02', 'Bills', 'phone'),
      ],
      'holiday',
    );
    expect(rows.map(({ effect, before }) => [effect, before])).toEqual([
      ['repeated', undefined],
      ['added', undefined],
      ['there', undefined],
      ['replaced', 'Old'],
      ['added', undefined],
    ]);
    expect(next).toEqual([
      bills,
      { ...bills, channel: 'phone' },
      { ...bills, date: '2026-04-02' },
      { date: '2026-12-25', kind: 'holiday', name: 'Christmas' },
    ]);
  });

  it('changes nothing the second time', () => {
    const days = [day(1, '2026-12-25', 'Christmas'), day(2, '2026-12-26', 'Boxing Day')];
    const { next } = listChange([bills], days, 'holiday');
    const again = listChange(next, days, 'campaign');
    expect(again.next).toEqual(next);
    expect(again.rows.map(({ effect }) => effect)).toEqual(['there', 'there']);
  });

  it('is as long as a scenario takes', () => {
    const scenario = exampleScenario();
    const of = (count: number) =>
      issuesOf({ ...scenario, specialDays: Array.from({ length: count }, () => bills) });
    expect(of(MOST_SPECIAL_DAYS)).toEqual([]);
    expect(of(MOST_SPECIAL_DAYS + 1)).toHaveLength(1);
  });

  it('is looked at from the first history to the last day planned', () => {
    const scenario = exampleScenario({ channels: [exampleChannel()] });
    const { start, days } = scenario.calendar;
    const end = new Date(Date.parse(start) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
    expect(knownSpan(scenario)).toEqual({ from: start, to: end });
  });
});
