/** What becomes of the contacts on a channel with a bot. */
import type { Share } from '../units.ts';
import type { Bot } from './schema.ts';

/** The five shares sum to 1. */
export type BotOutcome = {
  /** Never meets the bot. */
  readonly direct: Share;
  readonly handedOver: Share;
  readonly resolved: Share;
  /** Kept by the bot, not solved, comes back to an agent. */
  readonly recontact: Share;
  /** Kept by the bot, not solved, never seen again. */
  readonly lost: Share;
};

/**
 * The bot stage as shares of the contacts offered.
 *
 * Human demand is direct + handed over + recontact = (1 − e) + e(1 − κ) + eκ(1 − ρ)r with reach e,
 * containment κ, true resolution ρ and recontact r; one minus it is the deflection.
 */
export function botOutcome(bot: Bot | null): BotOutcome {
  if (bot === null) return { direct: 1, handedOver: 0, resolved: 0, recontact: 0, lost: 0 };
  const contained = bot.reach * bot.containment;
  const unresolved = contained * (1 - bot.resolution);
  return {
    direct: 1 - bot.reach,
    handedOver: bot.reach * (1 - bot.containment),
    resolved: contained * bot.resolution,
    recontact: unresolved * bot.recontact,
    lost: unresolved * (1 - bot.recontact),
  };
}
