/** What the handle times by tenure change in a scenario: the pace of its groups. */
import type { Draft } from 'immer';
import { paceOf, type TenureBandAhead } from '../../../forecast/tenure.ts';
import type { AgentGroup, Scenario } from '../../../scenario/schema.ts';

/** Paces that a scenario may hold. */
const PACES = { least: 0.1, most: 10 };

/** Groups that serve the channel. */
export function groupsOn({ groups }: Scenario, channel: string): AgentGroup[] {
  return groups.filter(({ skills }) => skills.some((skill) => skill.channel === channel));
}

export function paceOn({ skills }: AgentGroup, channel: string): number {
  return skills.find((skill) => skill.channel === channel)?.speed ?? 1;
}

/** Whether the channel's groups already differ: then a handle time of newcomers would count them twice. */
export function isPacedOn(scenario: Scenario, channel: string): boolean {
  return groupsOn(scenario, channel).some((group) => paceOn(group, channel) !== 1);
}

/** To a whole per cent, as it is shown; null where no group may have it. */
export function suggestedPace(band: Pick<TenureBandAhead, 'factor'>): number | null {
  const pace = Math.round(100 * paceOf(band)) / 100;
  return pace >= PACES.least && pace <= PACES.most ? pace : null;
}

export function withPace(group: Draft<AgentGroup>, channel: string, pace: number): void {
  const skill = group.skills.find((own) => own.channel === channel);
  if (!skill) return;
  if (pace === 1) delete skill.speed;
  else skill.speed = pace;
}
