/**
 * Changing the planned agents of one interval by hand.
 *
 * A channel may count on several groups; the change goes to the one planned in counts that takes
 * the channel first and little else. Groups planned in shifts keep their shifts.
 */
import type { Draft } from 'immer';
import { MOST_AGENTS } from '../../../scenario/plan.ts';
import type { AgentGroup, Scenario } from '../../../scenario/schema.ts';

/** Index of the group whose counts a drag changes, or −1 when the channel is served by shifts only. */
export function editableGroup(groups: readonly AgentGroup[], channel: string): number {
  return ownGroup(groups, channel, 'counts');
}

/** Index of the shift-planned group that could be planned by interval instead, or −1 without one. */
export function shiftGroup(groups: readonly AgentGroup[], channel: string): number {
  return ownGroup(groups, channel, 'shifts');
}

function ownGroup(
  groups: readonly AgentGroup[],
  channel: string,
  kind: AgentGroup['staffing']['kind'],
): number {
  let best = -1;
  let rank = Infinity;
  groups.forEach(({ skills, staffing }, index) => {
    const skill = skills.find((candidate) => candidate.channel === channel);
    if (!skill || staffing.kind !== kind) return;
    const own = skill.priority * 100 + skills.length;
    if (own < rank) {
      rank = own;
      best = index;
    }
  });
  return best;
}

/**
 * Where a gesture started: agents the channel counted on, and what was written in the plan then.
 * The drag is told in totals, so repeating it never adds up.
 */
export type PlanBase = {
  readonly group: number;
  readonly cell: number;
  readonly planned: number;
  readonly written: number;
};

export function planBase(
  groups: readonly AgentGroup[],
  channel: string,
  cell: number,
  planned: number,
): PlanBase | null {
  const group = editableGroup(groups, channel);
  const staffing = groups[group]?.staffing;
  if (staffing?.kind !== 'counts') return null;
  return { group, cell, planned, written: staffing.agents[cell] ?? 0 };
}

/** Agents the channel can be brought to: others than the group's own stay, and those are as many as a scenario holds. */
export function reachable(base: PlanBase, wanted: number): number {
  const others = base.planned - base.written;
  return Math.min(Math.max(wanted, others), others + MOST_AGENTS);
}

export function setPlanned(draft: Draft<Scenario>, base: PlanBase, wanted: number): void {
  const staffing = draft.groups[base.group]?.staffing;
  if (staffing?.kind !== 'counts') return;
  staffing.agents[base.cell] = Math.max(0, Math.round(base.written + wanted - base.planned));
}
