/**
 * Why customers come: what the reasons of a channel come to together, for the models, which know means.
 *
 * With shares p, bots that let through h of a reason and handle times m, the agents' mean is Σ p h m / Σ p h: a bot
 * that keeps the short contacts leaves the long ones. Its second moment is Σ p h m² (1 + cv²) / Σ p h.
 */
import { SECONDS_PER_DAY, type Seconds, type Share } from '../units.ts';
import { botOutcome, type BotOutcome } from './bot-outcome.ts';
import type { Afterwards, WorkLaw } from './schema-customers.ts';
import type { Bot, Channel } from './schema.ts';
import type { Spread } from './work-law.ts';

/** Reasons that one channel may have. */
export const MOST_REASONS = 20;
/** How many times as often as usual a reason may come. */
export const MOST_WEIGHT = 1000;

/** One reason of a channel, with what it says itself and what it takes from its channel. */
export type ReasonWork = {
  readonly id: string;
  /** Of the channel's contacts; sums to exactly 1. */
  readonly share: Share;
  /** Agents' own work, without wrap-up. */
  readonly mean: Seconds;
  readonly cv: number;
  readonly law?: WorkLaw;
  readonly bot: Bot | null;
};

export type Work = Pick<ReasonWork, 'mean' | 'cv'>;

/** Shares and handle times in proportion, so that neither misses by rounding; none where the channel has none. */
export function reasonsOf({ reasons = [], handling, bot }: Channel): ReasonWork[] {
  const shares = sumOf(reasons, ({ share }) => share);
  const factors = sumOf(reasons, ({ share, handleTimeFactor }) => share * handleTimeFactor) / shares;
  return reasons.map(({ id, share, handleTimeFactor, cv, law, bot: own = {} }) => ({
    id,
    share: share / shares,
    mean: (handling.mean * handleTimeFactor) / factors,
    ...spreadOf(cv === undefined ? handling : { cv, law }),
    bot: bot && { ...bot, ...own },
  }));
}

function spreadOf({ cv, law }: { readonly cv: number; readonly law?: WorkLaw | undefined }): Spread {
  return law === undefined ? { cv } : { cv, law };
}

/** Mean work of the channel's shortest reason, or of all its contacts where it names none. */
export function shortestWork(channel: Channel): Seconds {
  return Math.min(...reasonsOf(channel).map(({ mean }) => mean), channel.handling.mean);
}

/** What the bots before a channel save its agents on a contact at most; 0 where they save nothing. */
export function savedByBots(channels: readonly Channel[], id: string): Seconds {
  return Math.max(0, ...channels.map(({ bot }) => (bot?.escalateTo === id ? -bot.handoverHandleTime : 0)));
}

/**
 * Means to which a channel's handle time can be set: its reasons keep their proportions, and each takes at least a
 * second more than bots save, and at most a day.
 */
export function meansOfWork(
  channel: Channel,
  saved: Seconds,
): { readonly min: Seconds; readonly max: Seconds } {
  const { mean } = channel.handling;
  const longest = Math.max(...reasonsOf(channel).map((reason) => reason.mean), mean);
  return {
    min: Math.min(mean, ((1 + saved) * mean) / shortestWork(channel)),
    max: Math.max(mean, (SECONDS_PER_DAY * mean) / longest),
  };
}

/** What becomes of the channel's contacts, all reasons together. */
export function outcomeOf(channel: Channel): BotOutcome {
  const reasons = reasonsOf(channel);
  if (reasons.length === 0) return botOutcome(channel.bot);
  const part = (of: keyof BotOutcome): Share =>
    sumOf(reasons, ({ share, bot }) => share * botOutcome(bot)[of]);
  return {
    direct: part('direct'),
    handedOver: part('handedOver'),
    resolved: part('resolved'),
    recontact: part('recontact'),
    lost: part('lost'),
  };
}

/** Share of the channel's contacts that meet its bot; 0 without one. */
export function reachOf(channel: Channel): Share {
  const { bot } = channel;
  if (bot === null) return 0;
  const reasons = reasonsOf(channel);
  return reasons.length === 0 ? bot.reach : sumOf(reasons, (one) => one.share * (one.bot?.reach ?? 0));
}

/** Agents' work at `to` on who came for this reason: its own where the channel has it, else that of everybody. */
export function workOn(reason: string, to: Channel): Work {
  return reasonsOf(to).find(({ id }) => id === reason) ?? to.handling;
}

/** The same of a whole stream from `from`, by the reasons in it. */
export function workOfStream(
  from: Channel,
  to: Channel,
  kind: 'direct' | 'handedOver' | 'recontact',
  added: Seconds = 0,
): Work {
  const parts =
    to.reasons === undefined
      ? []
      : reasonsOf(from).map(({ id, share, bot }) => ({
          count: share * botOutcome(bot)[kind],
          ...workOn(id, to),
        }));
  return sumOf(parts, ({ count }) => count) > 0
    ? mixtureOf(parts.map(({ mean, ...rest }) => ({ ...rest, mean: mean + added })))
    : { mean: to.handling.mean + added, cv: to.handling.cv };
}

/** Mean and coefficient of variation of a mixture. */
export function mixtureOf(parts: readonly (Work & { readonly count: number })[]): Work {
  const count = sumOf(parts, (part) => part.count);
  const mean = sumOf(parts, (part) => part.count * part.mean) / count;
  const square = sumOf(parts, (part) => part.count * part.mean ** 2 * (1 + part.cv ** 2)) / count;
  // Rounding may leave a hair less than no spread.
  return { mean, cv: Math.sqrt(Math.max(0, square / mean ** 2 - 1)) };
}

/** The channel without its bot, and without what its reasons say of one. */
export function withoutBot(channel: Channel): Channel {
  return { ...channel, bot: null, ...without(channel, 'bot') };
}

/** The reasons without who goes this way: nothing says any more when, or where to. */
export function withoutWay(
  way: keyof Afterwards,
  channel: Pick<Channel, 'reasons'>,
): Pick<Channel, 'reasons'> {
  return without(channel, way);
}

function without(
  { reasons }: Pick<Channel, 'reasons'>,
  field: 'bot' | keyof Afterwards,
): Pick<Channel, 'reasons'> {
  if (reasons === undefined) return {};
  return {
    reasons: reasons.map((reason) => {
      const { [field]: _, ...rest } = reason;
      return rest;
    }),
  };
}

export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
