/** Scenarios with one input changed: what sliders, the tornado and the frontier ask about. */
import { withMeanPatience } from './patience.ts';
import { botShareOf, withBotShare } from './bot-share.ts';
import { reachOf } from './reasons.ts';
import type { Channel, Scenario } from './schema.ts';

export type Driver = 'volume' | 'handleTime' | 'patience' | 'containment' | 'shrinkage' | 'hourlyCost';

export const DRIVERS: readonly Driver[] = [
  'volume',
  'handleTime',
  'patience',
  'containment',
  'shrinkage',
  'hourlyCost',
];

/** True where changing the driver can change anything. */
export function hasDriver(scenario: Scenario, driver: Driver): boolean {
  if (driver === 'patience') return scenario.channels.some((channel) => channel.patience !== null);
  if (driver === 'containment') return scenario.channels.some((channel) => reachOf(channel) > 0);
  return true;
}

/** Every channel's or group's value of the driver times `factor`; shares stop short of 1. */
export function scaled(scenario: Scenario, driver: Driver, factor: number): Scenario {
  const channels = (change: (channel: Channel) => Channel): Scenario => ({
    ...scenario,
    channels: scenario.channels.map(change),
  });
  switch (driver) {
    case 'volume':
      return channels((channel) => ({ ...channel, volumeFactor: channel.volumeFactor * factor }));
    case 'handleTime':
      return channels((channel) => ({
        ...channel,
        handling: {
          ...channel.handling,
          mean: channel.handling.mean * factor,
          afterContact: channel.handling.afterContact * factor,
        },
        ...(channel.conversation
          ? {
              conversation: {
                ...channel.conversation,
                agentTurn: channel.conversation.agentTurn * factor,
              },
            }
          : {}),
        // What a bot adds or spares is handle time too.
        bot: channel.bot && {
          ...channel.bot,
          handoverHandleTime: channel.bot.handoverHandleTime * factor,
        },
      }));
    case 'patience':
      return channels((channel) => ({
        ...channel,
        patience: channel.patience && withMeanPatience(channel.patience, channel.patience.mean * factor),
      }));
    case 'containment':
      return channels((channel) => ({
        ...channel,
        ...withBotShare(channel, 'containment', Math.min(1, botShareOf(channel, 'containment') * factor)),
      }));
    case 'shrinkage':
      return {
        ...scenario,
        groups: scenario.groups.map((group) => ({
          ...group,
          shrinkage: Math.min(0.95, group.shrinkage * factor),
        })),
      };
    case 'hourlyCost':
      return {
        ...scenario,
        groups: scenario.groups.map((group) => ({ ...group, hourlyCost: group.hourlyCost * factor })),
      };
  }
}
