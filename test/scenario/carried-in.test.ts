/** Contacts left over from before the plan: read, answered first, and counted by simulation and models alike. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut, leftOutBehind } from '../../src/scenario/left-out.ts';
import { lineAtOpening } from '../../src/scenario/left-over.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const HOUR = 3600;
const total = (list: ArrayLike<number> | undefined): number =>
  Array.from(list ?? []).reduce((a, b) => a + b, 0);

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

  it('are answered by the model as by hand, and counted in the first interval as simulated', () => {
    // As above, but for half a contact's ten minutes: in a flow the first of a contact's work is done at once.
    const scenario = mailbox({ backlog: { contacts: 4, oldest: 4 * HOUR } });
    const [mail] = analyse(scenario).channels;
    expect(mail?.leftOver).toBe(4);
    expect(total(mail?.arriving)).toBe(0);
    expect([mail?.expected.offered[0], mail?.expected.answered[0]]).toEqual([4, 4]);
    expect(mail?.expected.firstResponse[0]).toBeCloseTo(4 * (2.5 * HOUR + 1800), 6);
    expect(mail?.targets[0]).toMatchObject({ value: 1, chance: 1 });
    expect(total(mail?.expected.busy)).toBeCloseTo(4 * 600, 6);
    // Ages fall from 5 h to 1.25 h over four contacts, and work begins ten minutes later with each. Of the response
    // 10 min + 5 h − 3.75 h x + 40 min x (x of them done), at most 5 h are left from x = 10 / 185 on.
    const late = analyse(mailbox({ backlog: { contacts: 4, oldest: 5 * HOUR } })).channels[0];
    expect(late?.targets[0]?.value).toBeCloseTo(1 - 10 / 185, 9);
  });

  it('ask for the agents who answer them in time, no more on a busy day', () => {
    const scenario = mailbox({ backlog: { contacts: 100, oldest: 4 * HOUR } });
    const asked = analyse(scenario);
    const [mail] = asked.channels;
    // 1,000 minutes of work, of which whoever waited 4 h is due 50 minutes after opening.
    expect(total(mail?.required)).toBeGreaterThanOrEqual(1000 / 60);
    expect(total(mail?.required)).toBeLessThanOrEqual(1 + 1000 / 60);
    expect(Array.from(mail?.requiredAssured ?? [])).toEqual(Array.from(mail?.required ?? []));
    const applied = { ...scenario, groups: withRequirement(scenario, asked, 'expected') };
    const [kept] = analyse(applied).channels;
    expect(kept?.targets[0]).toMatchObject({ value: 1, chance: 1 });
    expect(simulate(applied, { seed: 1, replications: 2 }).channels[0]?.serviceLevel?.value).toBe(1);
    const [without] = analyse(mailbox({})).channels;
    expect(total(without?.required)).toBe(0);
  });

  it('that are late already have no time left to keep, and spoil the target only where they are many', () => {
    // Evenly from 8 h down: those above 4 h 50 min are late when the mailbox opens, 39.6 % of them.
    const found = (share: number): Partial<Channel> => ({
      backlog: { contacts: 100, oldest: 8 * HOUR },
      targets: { firstResponse: { percentile: { share, within: 5 * HOUR } } },
    });
    const [possible] = analyse(mailbox(found(0.55))).channels;
    expect(possible?.unattainable).toBeNull();
    const [lost] = analyse(mailbox(found(0.7))).channels;
    expect(lost?.unattainable).not.toBeNull();
    // Their work is still asked for: 1,000 minutes over 84 open hours.
    expect(lost?.required[8]).toBe(1);
  });

  it('wait in line at the first opening of a live channel, and the models of single intervals say so', () => {
    const line = mailbox({
      kind: 'phone',
      backlog: { contacts: 3, oldest: 90 },
      targets: { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } },
    });
    const [channel] = line.channels;
    expect(compileScenario(line).classes[0]?.waitingAtStart).toEqual([90, 60, 30]);
    expect(channel && isLeftOut('carriedIn', line, channel)).toBe(true);
    expect(channel && leftOutBehind(line, channel, 'serviceLevel', 'worse')).toEqual(['carriedIn']);
    const [mail] = mailbox({ backlog: { contacts: 3, oldest: 90 } }).channels;
    expect(mail && isLeftOut('carriedIn', line, mail)).toBe(false);
    const [figures] = analyse(line).channels;
    expect([figures?.leftOver, total(figures?.offered)]).toEqual([0, 0]);
    // One agent, ten minutes a call: waits of 90, 660 and 1230 s, from 08:00 on.
    const [calls] = simulate(line, { seed: 1, replications: 2 }).channels;
    expect(calls?.intervals[8]?.offered.value).toBe(3);
    expect(calls?.meanWaitAnswered?.value).toBeCloseTo(660, 9);
    const open = figures?.open ?? new Uint8Array();
    expect(channel && lineAtOpening(channel, open, [8, 9])).toEqual([90, 60, 30]);
    expect(channel && lineAtOpening(channel, open, [32, 33])).toEqual([]);
  });

  it.each<[Partial<Channel>, string[]]>([
    [{ backlog: { contacts: 1, oldest: 0 } }, []],
    [{ backlog: { contacts: 0, oldest: 0 } }, ['out-of-range $.channels[0].backlog.contacts']],
    [{ backlog: { contacts: 2.5, oldest: 0 } }, ['out-of-range $.channels[0].backlog.contacts']],
    [{ backlog: { contacts: 2, oldest: -1 } }, ['out-of-range $.channels[0].backlog.oldest']],
    [{ kind: 'phone', backlog: { contacts: 2, oldest: 0 } }, []],
    [
      { kind: 'phone', backlog: { contacts: 1001, oldest: 86_401 } },
      ['out-of-range $.channels[0].backlog.contacts', 'out-of-range $.channels[0].backlog.oldest'],
    ],
    [
      { kind: 'phone', lines: 20, backlog: { contacts: 21, oldest: 60 } },
      ['out-of-range $.channels[0].backlog.contacts'],
    ],
  ])('are read or refused at their place, %j', (changes, issues) => {
    expect(issuesOf(mailbox(changes))).toEqual(issues);
  });
});
