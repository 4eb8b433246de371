/** Contacts left over from before the plan: read, played first, and told where the models leave them out. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut, leftOutBehind } from '../../src/scenario/left-out.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const HOUR = 3600;

/** A mailbox open 08:00 to 20:00, one agent, ten minutes a mail, to which nothing new comes. */
const mailbox = (changes: Partial<Channel>) =>
  exampleScenario({
    channels: [
      exampleChannel({
        kind: 'email',
        patience: null,
        demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 0) }, dayFactorCv: 0 },
        handling: { mean: 600, cv: 0, afterContact: 0 },
        targets: { firstResponse: { percentile: { share: 0.9, within: 5 * HOUR } } },
        ...changes,
      }),
    ],
    groups: [exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 1) } })],
  });

describe('contacts left over from before', () => {
  it('have waited evenly up to the oldest', () => {
    const scenario = mailbox({ backlog: { contacts: 4, oldest: 4 * HOUR } });
    expect(compileScenario(scenario).classes[0]?.waitingAtStart).toEqual([4, 3, 2, 1].map((h) => h * HOUR));
    expect(compileScenario(mailbox({})).classes[0]?.waitingAtStart).toBeUndefined();
  });

  it('are answered first, oldest first, and counted with what they had waited', () => {
    // Open seconds: 4 h + 10 min, 3 h + 20 min, 2 h + 30 min, 1 h + 40 min; the mean is 2 h 55 min.
    const scenario = mailbox({ backlog: { contacts: 4, oldest: 4 * HOUR } });
    const [mail] = simulate(scenario, { seed: 1, replications: 2 }).channels;
    expect(mail?.offered.value).toBe(4);
    expect(mail?.firstResponse.mean?.value).toBeCloseTo(2.5 * HOUR + 1500, 9);
    expect(mail?.serviceLevel?.value).toBe(1);
    // The oldest is late by ten minutes, the others are in time.
    const late = mailbox({ backlog: { contacts: 4, oldest: 5 * HOUR } });
    expect(simulate(late, { seed: 1, replications: 2 }).channels[0]?.serviceLevel?.value).toBe(0.75);
  });

  it('make the simulation worse than the models, which begin without them', () => {
    const scenario = mailbox({ backlog: { contacts: 4, oldest: 0 } });
    const [mail] = scenario.channels;
    expect(mail && isLeftOut('carriedIn', scenario, mail)).toBe(true);
    expect(mail && leftOutBehind(scenario, mail, 'serviceLevel', 'worse')).toEqual(['carriedIn']);
    expect(mail && leftOutBehind(scenario, mail, 'serviceLevel', 'better')).toEqual([]);
  });

  it.each<[Partial<Channel>, string[]]>([
    [{ backlog: { contacts: 1, oldest: 0 } }, []],
    [{ backlog: { contacts: 0, oldest: 0 } }, ['out-of-range $.channels[0].backlog.contacts']],
    [{ backlog: { contacts: 2.5, oldest: 0 } }, ['out-of-range $.channels[0].backlog.contacts']],
    [{ backlog: { contacts: 2, oldest: -1 } }, ['out-of-range $.channels[0].backlog.oldest']],
    [{ kind: 'phone', backlog: { contacts: 2, oldest: 0 } }, ['not-for-this-kind $.channels[0].backlog']],
  ])('are read or refused at their place, %j', (changes, issues) => {
    expect(issuesOf(mailbox(changes))).toEqual(issues);
  });
});
