/** What the reasons of a channel come to where one figure stands for several: a slider of the bot, the work that it leaves. */
import { findRoot } from '../numeric/find-root.ts';
import type { Seconds, Share } from '../units.ts';
import { botOutcome } from './bot-outcome.ts';
import { mixtureOf, reasonsOf, sumOf, type Work } from './reasons.ts';
import type { Bot, Channel } from './schema.ts';

/** What a bot does with a contact, and with which of them: of all, of those who meet it, whom it keeps, whom it does not solve. */
export type BotShare = 'reach' | 'containment' | 'resolution' | 'recontact';

/** A share of the channel's bot over all reasons; what the channel says where nobody comes so far. */
export function botShareOf(channel: Channel, which: BotShare): Share {
  const { bot } = channel;
  if (bot === null) return 0;
  const reasons = reasonsOf(channel);
  const come = (one: Bot): Share => {
    const kept = one.reach * one.containment;
    return { reach: 1, containment: one.reach, resolution: kept, recontact: kept * (1 - one.resolution) }[
      which
    ];
  };
  const all = sumOf(reasons, ({ share, bot: own }) => (own ? share * come(own) : 0));
  const part = sumOf(reasons, ({ share, bot: own }) => (own ? share * come(own) * own[which] : 0));
  return all > 0 ? part / all : bot[which];
}

/**
 * The channel with a bot of which this share is so large over all reasons. Those that have one of their own keep
 * their order: the odds of all are multiplied by one number, which a way back divides by again (but from none or all).
 */
export function withBotShare(
  channel: Channel,
  which: BotShare,
  wanted: Share,
): Pick<Channel, 'bot' | 'reasons'> {
  const { bot, reasons } = channel;
  if (bot === null) return channel;
  const after = (logOdds: number): Pick<Channel, 'bot' | 'reasons'> => {
    const odds = Math.exp(logOdds);
    const moved = (own: Share): Share =>
      wanted === 0 || wanted === 1 ? wanted : (own * odds) / (1 - own + own * odds);
    return {
      bot: { ...bot, [which]: reasons ? moved(bot[which]) : wanted },
      ...(reasons && {
        reasons: reasons.map((reason) => {
          const own = reason.bot?.[which];
          return own === undefined ? reason : { ...reason, bot: { ...reason.bot, [which]: moved(own) } };
        }),
      }),
    };
  };
  const miss = (logOdds: number): number => botShareOf({ ...channel, ...after(logOdds) }, which) - wanted;
  // Beyond every share that can be told from none or all.
  const [low, high] = [-40, 40];
  if (!reasons || wanted === 0 || wanted === 1) return after(0);
  // Reasons at none or all stay there: the others go as far as they can.
  if (miss(low) >= 0) return after(low);
  return after(miss(high) <= 0 ? high : findRoot(miss, low, high));
}

/** Coefficient of variation of the agents' own work on who began here and meets them. */
export function cvAtAgents(channel: Channel): number {
  return workAtAgents(channel).cv;
}

/** The mean of it: longer than that of all where a bot keeps the short ones. */
export function meanAtAgents(channel: Channel): Seconds {
  return workAtAgents(channel).mean;
}

function workAtAgents(channel: Channel): Work {
  const parts = reasonsOf(channel).map(({ share, bot, ...work }) => {
    const { direct, handedOver, recontact } = botOutcome(bot);
    return { count: share * (direct + handedOver + recontact), ...work };
  });
  return sumOf(parts, ({ count }) => count) > 0 ? mixtureOf(parts) : channel.handling;
}
