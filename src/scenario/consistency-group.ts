/** What the fields of an agent group must be together. */
import { MINUTES_PER_DAY } from '../units.ts';
import {
  checkChannelIds,
  checkGrid,
  checkSpans,
  checkUnique,
  hasNoLine,
  minuteOf,
  type Part,
  type Surroundings,
} from './part.ts';
import { LATEST_SHIFT_MINUTE } from './plan.ts';

export function checkGroup(group: Part, surroundings: Surroundings): void {
  checkChannelIds(group.items('skills'), surroundings);
  for (const skill of group.items('skills')) checkOverflow(skill, surroundings);
  checkGrid(group.at('staffing', 'agents'), surroundings);
  const shifts = group.items('staffing', 'shifts');
  for (const shift of shifts) checkShift(shift, surroundings);
  checkNames(shifts);
  checkShiftEnd(group, surroundings);
}

/** A wait on the line is meant: work that can wait is not taken over after seconds. */
function checkOverflow(skill: Part, { kinds }: Surroundings): void {
  const after = skill.at('afterSeconds');
  if (after.value !== undefined && hasNoLine(kinds.get(skill.at('channel').value)))
    after.report({ code: 'not-for-this-kind', allowed: 'absent where nobody waits on the line' });
}

/** Agents who may be called off are alike: they hold one contact each, and nobody of them is away for himself. */
function checkShiftEnd(group: Part, { conversations }: Surroundings): void {
  const shiftEnd = group.at('staffing', 'shiftEnd');
  if (shiftEnd.value === undefined) return;
  if (group.items('skills').some((skill) => conversations.has(skill.at('channel').value)))
    shiftEnd.report({ code: 'not-for-this-kind', allowed: 'absent for a group that holds conversations' });
  if (Number(group.at('absence').value ?? 0) > 0)
    shiftEnd.report({ code: 'not-for-this-kind', allowed: 'absent for a group with absences' });
}

/** No more names than agents, and nobody on two shifts at once. O(days worked × names), and their sort. */
function checkNames(shifts: readonly Part[]): void {
  const spans: { from: number; to: number; names: readonly Part[] }[] = [];
  for (const shift of shifts) {
    const names = shift.items('names');
    const agents = Number(shift.at('agents').value);
    if (names.length > agents)
      shift.at('names').report({
        code: 'too-many',
        allowed: `a list of at most as many entries as the shift has agents, ${agents}`,
      });
    const start = minuteOf(shift.at('start'), MINUTES_PER_DAY);
    const end = minuteOf(shift.at('end'), LATEST_SHIFT_MINUTE);
    if (names.length === 0 || start === null || end === null || end <= start) continue;
    for (const { value } of shift.items('days')) {
      const midnight = Number(value) * MINUTES_PER_DAY;
      if (Number.isFinite(midnight)) spans.push({ from: midnight + start, to: midnight + end, names });
    }
  }
  // In order of time, where each name is on until it has ended last.
  const busy = new Map<unknown, { until: number; entry: Part }>();
  const reported = new Set<Part>();
  for (const { from, to, names } of spans.toSorted((a, b) => a.from - b.from))
    for (const entry of names) {
      const before = busy.get(entry.value);
      if (before === undefined || from >= before.until || before.entry === entry)
        busy.set(entry.value, { until: Math.max(to, before?.until ?? to), entry });
      else if (!reported.has(entry)) {
        reported.add(entry);
        entry.report({ code: 'overlap', allowed: 'the name of somebody who is not on another shift then' });
      }
    }
}

function checkShift(shift: Part, { grid }: Surroundings): void {
  const days = shift.items('days');
  checkUnique(days, 'each day once');
  for (const day of days)
    if (grid !== null && typeof day.value === 'number' && day.value >= grid.days)
      day.report({ code: 'outside', allowed: `a day of the calendar, from 0 to ${grid.days - 1}` });

  const start = minuteOf(shift.at('start'), MINUTES_PER_DAY);
  const end = minuteOf(shift.at('end'), LATEST_SHIFT_MINUTE);
  if (start === null || end === null) return;
  if (end <= start) {
    const allowed = 'after the start of the shift (25:30 is half past one the next day)';
    shift.at('end').report({ code: 'wrong-order', allowed });
    return;
  }
  const breaks = shift.items('breaks').map((part) => ({
    part,
    from: minuteOf(part.at('start'), LATEST_SHIFT_MINUTE),
    to: minuteOf(part.at('end'), LATEST_SHIFT_MINUTE),
  }));
  checkSpans(breaks);
  for (const { part, from, to } of breaks)
    if (from !== null && to !== null && (from < start || to > end))
      part.report({ code: 'outside', allowed: 'within its shift' });
}
