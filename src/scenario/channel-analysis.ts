/** One channel through the model that fits it: live channels by queues, deferred ones by a flow. */
import type { Probability } from '../units.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { Axis } from './axis.ts';
import { analyseDeferred, deferredRequirement } from './deferred-channel.ts';
import type { ChannelDemand } from './demand.ts';
import { analyseLive, liveRequirement, type ChannelRequirement } from './live-channel.ts';
import { isDeferred } from './opening.ts';
import type { Channel } from './schema.ts';

/** @throws {UnattainableTarget} where no number of agents meets a target */
export function requirementOf(
  channel: Channel,
  demand: ChannelDemand,
  axis: Axis,
  assurance: Probability,
): ChannelRequirement {
  return isDeferred(channel.kind)
    ? deferredRequirement(channel, demand, axis, assurance)
    : liveRequirement(channel, demand, axis, assurance);
}

export function analyseChannel(
  channel: Channel,
  demand: ChannelDemand,
  requirement: ChannelRequirement,
  planned: Float64Array,
  axis: Axis,
): ChannelAnalysis {
  return isDeferred(channel.kind)
    ? analyseDeferred(channel, demand, requirement, planned, axis)
    : analyseLive(channel, demand, requirement, planned, axis);
}
