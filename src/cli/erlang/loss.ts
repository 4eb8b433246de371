/** Without a queue: Erlang B and Engset, forwards and backwards. */
import { agentsForBlocking, loadForBlocking } from '../../queueing/erlang-b-inverse.ts';
import { erlangB } from '../../queueing/erlang-b.ts';
import { offeredLoad } from '../../queueing/erlang-c.ts';
import { engset } from '../../queueing/engset.ts';
import { WrongUsage } from '../command.ts';
import { agentsWho, decimal, json, table } from '../output.ts';
import type { Given } from './given.ts';
import type { ErlangModel } from './model.ts';
import { erlangs } from './queue-table.ts';

const DEFAULT_BLOCKING = 0.01;

export const lossB: ErlangModel = {
  name: 'b',
  summary: 'Erlang B (M/G/n/n): who finds all agents busy is lost; agents may be fractional',
  note: 'With --agents and --blocking but no load it gives the load these agents carry.',
  options: ['load', 'contacts-per-hour', 'handle-time', 'agents', 'blocking'],
  examples: [
    'effectif erlang b --load 10 --agents 17',
    'effectif erlang b --load 10 --blocking 0.01',
    'effectif erlang b --agents 18 --blocking 0.01',
    'effectif erlang b --contacts-per-hour 200 --handle-time 180 --agents 10..20 --json',
  ],
  run(given, { out }) {
    const blocking = given.number('blocking') ?? DEFAULT_BLOCKING;
    const range = given.range('agents');
    const load = loadOf(given);
    if (load === undefined) {
      if (!range) throw new WrongUsage('--load is missing (or --contacts-per-hour and --handle-time)');
      const carried = loadForBlocking(range[0], blocking);
      out(
        given.has('json')
          ? json({ agents: range[0], blocking, load: carried })
          : `Erlang B: ${agentsWho(range[0], 'carries', 'carry')} ${decimal(carried, 4)} erlangs at a blocking of ${exact(blocking)}\n`,
      );
      return;
    }
    const required = agentsForBlocking(load, blocking);
    const rows = shown(range, required).map((agents) => ({ agents, blocking: erlangB(load, agents) }));
    if (given.has('json')) {
      out(json({ load, target: blocking, requiredAgents: required, agents: rows }));
      return;
    }
    out(
      `Erlang B, ${erlangs(load)}: ${agentsWho(required, 'blocks', 'block')} at most ${exact(blocking)}\n\n`,
    );
    out(
      table(
        ['agents', 'blocked'],
        rows.map((row) => [`${row.agents}${row.agents === required ? ' *' : ''}`, exact(row.blocking)]),
      ),
    );
  },
};

export const lossEngset: ErlangModel = {
  name: 'engset',
  summary: 'Engset: few customers, each of whom calls again only once served or turned away',
  note: 'With many customers it becomes Erlang B. The figure is the share of calls that find all agents busy.',
  options: ['customers', 'load-per-idle', 'agents', 'blocking'],
  examples: [
    'effectif erlang engset --customers 30 --load-per-idle 0.4 --agents 12',
    'effectif erlang engset --customers 30 --load-per-idle 0.4 --blocking 0.01 --json',
  ],
  run(given, { out }) {
    const customers = given.need('customers');
    const loadPerIdle = given.need('load-per-idle');
    const target = given.number('blocking') ?? DEFAULT_BLOCKING;
    const at = (agents: number): number => engset({ customers, loadPerIdle, agents });
    let required = 1;
    // As many agents as customers block nobody.
    while (at(required) > target) required++;
    const rows = shown(given.range('agents'), required).map((agents) => ({ agents, blocking: at(agents) }));
    if (given.has('json')) {
      out(json({ customers, loadPerIdle, target, requiredAgents: required, agents: rows }));
      return;
    }
    out(
      `Engset, ${customers} customers: ${agentsWho(required, 'blocks', 'block')} at most ${exact(target)}\n\n`,
    );
    out(
      table(
        ['agents', 'blocked'],
        rows.map((row) => [`${row.agents}${row.agents === required ? ' *' : ''}`, exact(row.blocking)]),
      ),
    );
  },
};

function loadOf(given: Given): number | undefined {
  const load = given.number('load');
  if (load !== undefined || !given.has('contacts-per-hour')) return load;
  return offeredLoad(given.need('contacts-per-hour'), given.need('handle-time'));
}

function shown(range: readonly [number, number] | undefined, required: number): number[] {
  const [from, to] = range ?? [Math.max(1, required - 1), required + 1];
  return Array.from({ length: Math.floor(to - from) + 1 }, (_, i) => from + i);
}

/** Small chances keep their digits. */
function exact(share: number): string {
  return share >= 0.0005 ? `${(100 * share).toFixed(3)} %` : share.toExponential(4);
}
