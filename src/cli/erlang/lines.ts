/** Waiting lines in steady state: Erlang C and A, finite lines, redials. */
import { agentsForAssurance, chanceOfLevel, expectedLevel } from '../../queueing/assurance.ts';
import { erlangA } from '../../queueing/erlang-a.ts';
import { erlangC, offeredLoad } from '../../queueing/erlang-c.ts';
import { erlangX } from '../../queueing/erlang-x.ts';
import { finiteLine } from '../../queueing/finite-line.ts';
import { serviceLevel, type Measures } from '../../queueing/measures.ts';
import { requiredAgents } from '../../queueing/required-agents.ts';
import { decimal, percent } from '../output.ts';
import type { Given, OptionName } from './given.ts';
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

export const DEMAND: readonly OptionName[] = ['contacts-per-hour', 'handle-time'];

type Demand = { readonly contactsPerHour: number; readonly handleTime: number };

export function demandOf(given: Given): Demand & { readonly load: number } {
  const contactsPerHour = given.need('contacts-per-hour');
  const handleTime = given.need('handle-time');
  return { contactsPerHour, handleTime, load: offeredLoad(contactsPerHour, handleTime) };
}

/** Erlang C or A, with the chance of meeting the target where days swing. */
function plainLine(name: 'c' | 'a', given: Given, surroundings: Parameters<ErlangModel['run']>[1]): void {
  const { load, ...demand } = demandOf(given);
  const patience = name === 'a' ? given.need('patience') : undefined;
  const targets = targetsOf(given);
  const cv = given.number('cv') ?? 0;
  const assurance = given.number('assurance');
  const { required, unattainable } = solved(() =>
    assurance === undefined
      ? requiredAgents({ ...demand, patience }, targets)
      : agentsForAssurance({ ...demand, patience }, targets, cv, assurance),
  );
  const at = ({ contactsPerHour, handleTime }: Demand, agents: number): Measures =>
    patience === undefined
      ? erlangC({ contactsPerHour, handleTime, agents })
      : erlangA({ contactsPerHour, handleTime, patience, agents });
  const level = targets.serviceLevel;
  const swings = cv > 0 && level !== undefined;
  report(given, surroundings, {
    title: `${name === 'c' ? 'Erlang C' : 'Erlang A'}, ${erlangs(load)}${
      assurance === undefined ? '' : `, carried on ${percent(assurance)} of days`
    }`,
    inputs: { ...demand, patience, cv, assurance },
    targets,
    required,
    unattainable,
    agents: agentsShown(given, required ?? Math.ceil(load) + 1, name === 'a'),
    measures: (agents) => at(demand, agents),
    ...(swings
      ? {
          more: (agents: number) => {
            const levelAt = (factor: number): number =>
              serviceLevel(
                at({ ...demand, contactsPerHour: demand.contactsPerHour * factor }, agents),
                level.threshold,
                level.definition,
                level.shortAbandon,
              );
            return {
              expectedLevel: expectedLevel({ levelAt, cv }),
              chanceOfLevel: chanceOfLevel({ levelAt, cv }, level.share),
            };
          },
          show: { expectedLevel: percent, chanceOfLevel: percent },
        }
      : {}),
  });
}

export const lineC: ErlangModel = {
  name: 'c',
  summary: 'Erlang C (M/M/n): everybody waits; agents may be fractional',
  note: 'Nobody hangs up in it, so close to saturation it is too pessimistic: use a.',
  options: [...DEMAND, 'agents', ...TARGET_OPTIONS, 'cv', 'assurance'],
  examples: [
    'effectif erlang c --contacts-per-hour 200 --handle-time 180',
    'effectif erlang c --contacts-per-hour 200 --handle-time 180 --agents 10.5',
    'effectif erlang c --contacts-per-hour 200 --handle-time 180 --agents 11..16 --asa 10 --json',
  ],
  run: (given, surroundings) => plainLine('c', given, surroundings),
};

export const lineA: ErlangModel = {
  name: 'a',
  summary: 'Erlang A (M/M/n+M): waiting customers give up after an exponential patience',
  note: 'The everyday model of a phone line. For other laws of patience use patience, for busy signals lines.',
  options: [...DEMAND, 'patience', 'agents', ...TARGET_OPTIONS, 'cv', 'assurance'],
  examples: [
    'effectif erlang a --contacts-per-hour 200 --handle-time 180 --patience 120 --abandonment 0.05',
    'effectif erlang a --contacts-per-hour 200 --handle-time 180 --patience 120 --cv 0.1 --assurance 0.9',
  ],
  run: (given, surroundings) => plainLine('a', given, surroundings),
};

export const finite: ErlangModel = {
  name: 'lines',
  summary: 'finite lines (M/M/s/K, with --patience M/M/s/K+M): who finds all lines taken hears a busy signal',
  note: 'Levels and waits are those of contacts that got a line; blocked ones are counted apart.',
  options: [...DEMAND, 'patience', 'lines', 'agents', 'blocking', ...TARGET_OPTIONS],
  examples: [
    'effectif erlang lines --contacts-per-hour 200 --handle-time 180 --lines 20',
    'effectif erlang lines --contacts-per-hour 200 --handle-time 180 --patience 120 --lines 15 --agents 10..15',
  ],
  run(given, surroundings) {
    const { load, ...demand } = demandOf(given);
    const lines = given.need('lines');
    const blocking = given.number('blocking');
    const patience = given.number('patience');
    const targets = targetsOf(given);
    const at = (agents: number) => finiteLine({ ...demand, patience, agents, lines });
    const { required, unattainable } = solved(() =>
      leastByTrying(at, targets, {
        load,
        most: lines,
        also: (agents) => blocking === undefined || at(agents).blockedProbability <= blocking,
      }),
    );
    report(given, surroundings, {
      title: `finite lines, ${erlangs(load)}, ${lines} lines`,
      inputs: { ...demand, patience, lines, blocking },
      targets,
      required,
      unattainable,
      agents: agentsShown(given, required ?? lines).filter((agents) => agents <= lines),
      measures: at,
      more: (agents) => ({ blockedProbability: at(agents).blockedProbability }),
      show: { blockedProbability: percent },
    });
  },
};

export const retrying: ErlangModel = {
  name: 'x',
  summary: 'Erlang X: who gives up or gets no line tries again, and some of those answered come back',
  note: 'Retries must come late enough to look like fresh arrivals. Figures are per attempt, lost ones per customer.',
  options: [
    ...DEMAND,
    'patience',
    'redial',
    'redial-blocked',
    'reconnect',
    'lines',
    'agents',
    'blocking',
    ...TARGET_OPTIONS,
  ],
  examples: [
    'effectif erlang x --contacts-per-hour 200 --handle-time 180 --patience 120 --redial 0.5 --agents 9..13',
    'effectif erlang x --contacts-per-hour 200 --handle-time 180 --patience 120 --redial 0.5 --reconnect 0.1 --lines 20 --redial-blocked 0.7',
  ],
  run(given, surroundings) {
    const { load, ...demand } = demandOf(given);
    const line = {
      ...demand,
      patience: given.need('patience'),
      redial: given.need('redial'),
      redialBlocked: given.number('redial-blocked'),
      reconnect: given.number('reconnect'),
      lines: given.number('lines'),
    };
    const blocking = given.number('blocking');
    const targets = targetsOf(given);
    const at = (agents: number) => erlangX({ ...line, agents });
    const { required, unattainable } = solved(() =>
      leastByTrying((agents) => at(agents).attempt, targets, {
        load,
        most: line.lines ?? Infinity,
        also: (agents) => blocking === undefined || at(agents).blockedProbability <= blocking,
      }),
    );
    report(given, surroundings, {
      title: `Erlang X, ${erlangs(load)} of fresh contacts`,
      inputs: { ...line, blocking },
      targets,
      required,
      unattainable,
      agents: agentsShown(given, required ?? Math.ceil(load)).filter(
        (agents) => agents <= (line.lines ?? Infinity),
      ),
      measures: (agents) => at(agents).attempt,
      more(agents) {
        const { attemptsPerHour, attemptsPerCustomer, lostCustomers, blockedProbability } = at(agents);
        return { attemptsPerHour, attemptsPerCustomer, lostCustomers, blockedProbability };
      },
      show: {
        attemptsPerHour: decimal,
        attemptsPerCustomer: (value) => decimal(value, 2),
        lostCustomers: percent,
        ...(line.lines === undefined ? {} : { blockedProbability: percent }),
      },
    });
  },
};
