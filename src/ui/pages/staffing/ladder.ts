/**
 * The same interval through models of growing truth, so that a planner can check the number he was
 * given elsewhere: workload, Erlang C, Erlang A, and the model this app uses for the channel.
 */
import { UnattainableTarget } from '../../../errors.ts';
import { requiredAgents, type QueueTargets } from '../../../queueing/required-agents.ts';
import { serviceLevel } from '../../../queueing/measures.ts';
import { erlangA } from '../../../queueing/erlang-a.ts';
import { erlangC } from '../../../queueing/erlang-c.ts';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Channel } from '../../../scenario/schema.ts';

export type Rung = {
  readonly model: 'workload' | 'erlangC' | 'erlangA' | 'used';
  /** Erlangs for the workload, agents for the others; null where no number of agents is enough. */
  readonly agents: number | null;
  /** Why the rung is not to be trusted here. */
  readonly warning: 'noQueueing' | 'noHangUps' | 'noConcurrency' | 'noDueTimes' | 'noCarryOver' | null;
};

/** What a channel promises, and how long its customers wait for it. */
export type Promised = Pick<Channel, 'targets' | 'patience'>;

type Place = { readonly interval: number; readonly intervalSeconds: number };

export function modelLadder(channel: Promised, figures: ChannelAnalysis, place: Place): Rung[] {
  const { interval, intervalSeconds } = place;
  const contactsPerHour = ((figures.offered[interval] ?? 0) * 3600) / intervalSeconds;
  const workload: Rung = {
    model: 'workload',
    agents: figures.load[interval] ?? 0,
    warning: 'noQueueing',
  };
  const used = figures.required[interval] ?? 0;
  const plain = { contactsPerHour, handleTime: figures.handleTime };
  if (figures.model === 'erlangA' || figures.model === 'erlangC') {
    const targets = queueTargets(channel);
    const patience = channel.patience?.mean;
    return [
      workload,
      {
        model: 'erlangC',
        agents: agentsFor(plain, targets),
        warning: patience === undefined ? 'noCarryOver' : 'noHangUps',
      },
      ...(patience === undefined
        ? []
        : ([
            {
              model: 'erlangA',
              agents: agentsFor({ ...plain, patience }, targets),
              warning: 'noCarryOver',
            },
          ] as const)),
    ];
  }
  const warning = figures.model === 'deferred' ? 'noDueTimes' : 'noConcurrency';
  return [
    { ...workload, warning },
    { model: 'used', agents: used, warning: null },
  ];
}

/** Extra contacts answered in time that one more agent brings in the interval; null outside the Erlang models. */
export function gainOfOneMore(channel: Promised, figures: ChannelAnalysis, place: Place): number | null {
  const target = channel.targets.serviceLevel;
  const erlang = figures.model === 'erlangA' || figures.model === 'erlangC';
  if (!target || !erlang || figures.open[place.interval] !== 1) return null;
  const offered = figures.offered[place.interval] ?? 0;
  if (offered <= 0) return 0;
  const agents = Math.round(figures.planned[place.interval] ?? 0);
  const contactsPerHour = (offered * 3600) / place.intervalSeconds;
  const level = (count: number): number => {
    if (count <= 0) return 0;
    const line = { contactsPerHour, handleTime: figures.handleTime, agents: count };
    const patience = channel.patience?.mean;
    const measures = patience === undefined ? erlangC(line) : erlangA({ ...line, patience });
    return serviceLevel(measures, target.threshold, target.definition, target.shortAbandon);
  };
  return Math.max(0, offered * (level(agents + 1) - level(agents)));
}

function queueTargets({ targets }: Promised): QueueTargets {
  const { serviceLevel, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  return { serviceLevel, meanWaitAnswered, abandonment, maxOccupancy };
}

function agentsFor(demand: Parameters<typeof requiredAgents>[0], targets: QueueTargets): number | null {
  if (!Object.values(targets).some((target) => target !== undefined)) return null;
  try {
    return requiredAgents(demand, targets);
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
