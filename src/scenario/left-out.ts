/**
 * What the simulation plays and the models leave out, channel by channel: pages that show what is expected
 * say so, and which way it moves the figures.
 */
import { isComeBackTo } from './afterwards.ts';
import { leavesEarly } from './patience.ts';
import type { AgentGroup, Channel, Scenario } from './schema.ts';

/**
 *     comeBack      somebody comes who was here or elsewhere before
 *     leaveSooner   more customers leave early than with exponential patience
 *     leaveLater    fewer do
 *     lines         who finds every line taken is turned away
 *     silent        who gives up without a sign still takes a place
 *     overflow      a group helps after a wait only
 *     absence       some of the agents planned do not come
 *     lastContact   agents take nothing new at the end of their shift
 */
export type LeftOut =
  'comeBack' | 'leaveSooner' | 'leaveLater' | 'lines' | 'silent' | 'overflow' | 'absence' | 'lastContact';

export const LEFT_OUT: readonly LeftOut[] = [
  'comeBack',
  'leaveSooner',
  'leaveLater',
  'lines',
  'silent',
  'overflow',
  'absence',
  'lastContact',
];

export function isLeftOut(what: LeftOut, scenario: Scenario, channel: Channel): boolean {
  switch (what) {
    case 'comeBack':
      return isComeBackTo(scenario, channel);
    case 'leaveSooner':
      return leavesEarly(channel) === 'more';
    case 'leaveLater':
      return leavesEarly(channel) === 'fewer';
    case 'lines':
      return channel.lines !== undefined;
    case 'silent':
      return channel.patience !== null && (channel.conversation?.silentAbandon?.share ?? 0) > 0;
    case 'overflow':
      return scenario.groups.some(({ skills }) =>
        skills.some((skill) => skill.channel === channel.id && (skill.afterSeconds ?? 0) > 0),
      );
    case 'absence':
      return servedBy(scenario, channel).some(({ absence = 0 }) => absence > 0);
    case 'lastContact':
      return servedBy(scenario, channel).some(
        ({ staffing }) => staffing.kind === 'shifts' && (staffing.lastContactMinutes ?? 0) > 0,
      );
  }
}

function servedBy({ groups }: Scenario, { id }: Channel): AgentGroup[] {
  return groups.filter(({ skills }) => skills.some(({ channel }) => channel === id));
}
