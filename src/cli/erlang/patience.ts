/** Waiting lines with any law of patience, and those whose idle agents take deferred work. */
import { blendedLine } from '../../queueing/blended-line.ts';
import { crewLine } from '../../queueing/crew-line.ts';
import { generalPatience } from '../../queueing/general-patience.ts';
import type { Measures } from '../../queueing/measures.ts';
import type { PatienceLaw } from '../../queueing/patience-law.ts';
import { WrongUsage } from '../command.ts';
import { decimal } from '../output.ts';
import { LAWS, type Given } from './given.ts';
import { DEMAND, demandOf } from './lines.ts';
import type { ErlangModel } from './model.ts';
import {
  agentsShown,
  erlangs,
  leastByTrying,
  report,
  solved,
  TARGET_OPTIONS,
  targetsOf,
} from './queue-table.ts';

export const general: ErlangModel = {
  name: 'patience',
  summary: 'M/M/n+G: patience of any law, and customers who balk',
  note: 'By quadrature, to about 1e-9. With --law exponential and no --balk it is Erlang A.',
  options: [
    ...DEMAND,
    'law',
    'mean',
    'patience-cv',
    'scale',
    'shape',
    'parts',
    'balk',
    'agents',
    ...TARGET_OPTIONS,
  ],
  examples: [
    'effectif erlang patience --contacts-per-hour 200 --handle-time 180 --law weibull --scale 100 --shape 0.8',
    'effectif erlang patience --contacts-per-hour 200 --handle-time 180 --law lognormal --mean 120 --patience-cv 1.5 --balk 0.05 --agents 9..12',
    'effectif erlang patience --contacts-per-hour 200 --handle-time 180 --law hyperexponential --parts 0.7:60,0.3:300 --json',
  ],
  run(given, surroundings) {
    const { load, ...demand } = demandOf(given);
    const patience = lawOf(given);
    const targets = targetsOf(given);
    const at = (agents: number): Measures => generalPatience({ ...demand, patience, agents });
    const { required, unattainable } = solved(() => leastByTrying(at, targets, { load, most: Infinity }));
    report(given, surroundings, {
      title: `M/M/n+G, ${patience.kind} patience, ${erlangs(load)}`,
      inputs: { ...demand, patience },
      targets,
      required,
      unattainable,
      agents: agentsShown(given, required ?? Math.ceil(load)),
      measures: at,
    });
  },
};

function lawOf(given: Given): PatienceLaw {
  const kind = LAWS.find((law) => law === given.text('law'));
  const balk = given.number('balk');
  switch (kind) {
    case 'exponential':
      return { kind, mean: given.need('mean'), balk };
    case 'lognormal':
      return { kind, mean: given.need('mean'), cv: given.need('patience-cv'), balk };
    case 'weibull':
      return { kind, scale: given.need('scale'), shape: given.need('shape'), balk };
    case 'hyperexponential':
      return { kind, parts: partsOf(given.text('parts')), balk };
    case undefined:
      throw new WrongUsage(`--law is missing: one of ${LAWS.join(', ')}`);
  }
}

function partsOf(written: string | undefined): { share: number; mean: number }[] {
  const parts = (written ?? '').split(',').map((part) => part.split(':').map(Number));
  const sound = parts.every(
    ([share = NaN, mean = NaN, ...rest]) => share >= 0 && share <= 1 && mean > 0 && rest.length === 0,
  );
  const total = parts.reduce((sum, [share = 0]) => sum + share, 0);
  if (!sound || Math.abs(total - 1) > 1e-9)
    throw new WrongUsage(
      `--parts is ${written ?? 'missing'}, but must be shares that sum to 1 with their means, as 0.7:60,0.3:300`,
    );
  return parts.map(([share = 0, mean = 0]) => ({ share, mean }));
}

export const blended: ErlangModel = {
  name: 'blend',
  summary: 'a line whose idle agents take deferred work, but for a reserve kept free',
  note: 'Equal handle times, endless deferred work. The level is that of the live contacts.',
  options: [...DEMAND, 'patience', 'reserve', 'agents', ...TARGET_OPTIONS],
  examples: [
    'effectif erlang blend --contacts-per-hour 200 --handle-time 180 --patience 120 --reserve 2 --agents 14',
  ],
  run(given, surroundings) {
    const { load, ...demand } = demandOf(given);
    const line = { ...demand, patience: given.need('patience') };
    const reserve = given.need('reserve');
    const targets = targetsOf(given);
    const at = (agents: number) => blendedLine({ ...line, agents, reserve: Math.min(reserve, agents) });
    const { required, unattainable } = solved(() => leastByTrying(at, targets, { load, most: Infinity }));
    report(given, surroundings, {
      title: `blended line, ${erlangs(load)}, ${reserve} kept free`,
      inputs: { ...line, reserve },
      targets,
      required,
      unattainable,
      agents: agentsShown(given, required ?? Math.ceil(load)),
      measures: at,
      more: (agents) => ({ deferredPerHour: at(agents).deferredPerHour }),
      show: { deferredPerHour: decimal },
    });
  },
};

export const crew: ErlangModel = {
  name: 'crew',
  summary: 'calls of agents who also do a given amount of e-mail, all of them or some',
  note: 'An e-mail is not put down for a call. The level is that of the calls; e-mails done fall short where there is no time for all. Approximate within a point or two: see blend where e-mail never runs out.',
  options: [
    ...DEMAND,
    'patience',
    'deferred-per-hour',
    'deferred-time',
    'writers',
    'reserve',
    'agents',
    ...TARGET_OPTIONS,
  ],
  examples: [
    'effectif erlang crew --contacts-per-hour 200 --handle-time 180 --patience 120 --deferred-per-hour 20 --deferred-time 300 --reserve 2',
    'effectif erlang crew --contacts-per-hour 200 --handle-time 180 --patience 120 --deferred-per-hour 20 --deferred-time 300 --reserve 2 --writers 4 --agents 11..15 --json',
  ],
  run(given, surroundings) {
    const { load, ...demand } = demandOf(given);
    if (load === 0)
      throw new WrongUsage('--contacts-per-hour is 0, but must be above: without calls use deferred');
    const line = {
      ...demand,
      patience: given.need('patience'),
      deferredPerHour: given.need('deferred-per-hour'),
      deferredTime: given.number('deferred-time') ?? demand.handleTime,
    };
    const writers = given.number('writers');
    const reserve = given.number('reserve') ?? 0;
    const targets = targetsOf(given);
    const at = (agents: number) => {
      const own = Math.min(agents, writers ?? agents);
      return crewLine({ ...line, agents, writers: own, reserve: Math.min(reserve, own - 1) });
    };
    const { required, unattainable } = solved(() => leastByTrying(at, targets, { load, most: Infinity }));
    report(given, surroundings, {
      title: `calls beside e-mail, ${erlangs(load)}, ${reserve} kept free`,
      inputs: { ...line, writers, reserve },
      targets,
      required,
      unattainable,
      agents: agentsShown(given, required ?? Math.ceil(load)),
      measures: at,
      more: (agents) => ({ deferredPerHour: at(agents).deferredPerHour }),
      show: { deferredPerHour: decimal },
    });
  },
};
