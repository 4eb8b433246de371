/** Contacts left over from before: what the models expect of a plan that begins with them, against the simulation. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const HOUR = 3600;
const result = readScenarioText(readFileSync('scenarios/small-team.json', 'utf8'));
if (!result.ok) throw new Error('unsound');
const { scenario: team } = result;
const ofTeam = (contacts: number, hours: number): Scenario => ({
  ...team,
  channels: team.channels.map((channel) =>
    channel.id === 'email' ? { ...channel, backlog: { contacts, oldest: hours * HOUR } } : channel,
  ),
});

/** Open 08:00 to 20:00; six mails an hour day and night, of ten minutes each: two agents of every open hour. */
const mailbox = (agents: number, changes: Partial<Channel> = {}): Scenario =>
  exampleScenario({
    channels: [
      exampleChannel({
        kind: 'email',
        patience: null,
        demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 6) }, dayFactorCv: 0 },
        handling: { mean: 600, cv: 0.8, afterContact: 0 },
        targets: { firstResponse: { percentile: { share: 0.9, within: 6 * HOUR } } },
        backlog: { contacts: 200, oldest: 7 * HOUR },
        ...changes,
      }),
    ],
    groups: [
      exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => agents) } }),
    ],
  });
/** What comes past the bot takes longer; what is left over has been past it. */
const behindBot: Partial<Channel> = {
  reasons: [
    { id: 'short', share: 0.5, handleTimeFactor: 0.5 },
    { id: 'long', share: 0.5, handleTimeFactor: 1.5 },
  ],
  bot: {
    reach: 1,
    containment: 0.3,
    resolution: 1,
    recontact: 0,
    handoverHandleTime: 120,
    escalateTo: 'phone',
    costPerContact: 0,
  },
};
const followed = (plan: Scenario): Scenario => ({
  ...plan,
  groups: withRequirement(plan, analyse(plan), 'assured'),
});

/** Of one channel: modelled and simulated. */
function compared(plan: Scenario, id: string) {
  const figures = analyse(plan).channels.find((channel) => channel.id === id);
  const simulated = simulate(plan, { seed: 12, replications: 100 }).channels.find((one) => one.id === id);
  if (!figures || !simulated?.serviceLevel || !simulated.firstResponse.mean) throw new Error('nothing there');
  const sum = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
  const { expected } = figures;
  return {
    level: [sum(expected.levelNumerator) / sum(expected.levelDenominator), simulated.serviceLevel.value],
    firstResponse: [sum(expected.firstResponse) / sum(expected.answered), simulated.firstResponse.mean.value],
    answered: [sum(expected.answered), simulated.answered.value],
    offered: [sum(expected.offered), simulated.offered.value],
  } as const;
}

describe('a plan that begins with a backlog', () => {
  it.each([
    ['a mailbox of four', mailbox(4), 0.015, 0.03],
    ['of three, who have it for days', mailbox(3), 0.02, 0.03],
    ['of several reasons behind a bot', mailbox(4, behindBot), 0.015, 0.03],
    ['the requirement of a mailbox applied', followed(mailbox(1)), 0.03, 0.05],
  ])('is expected as simulated, %s', (_, plan, points, relative) => {
    const { level, firstResponse, answered, offered } = compared(plan, 'phone');
    expect(Math.abs(level[0] - level[1])).toBeLessThan(points);
    expect(Math.abs(firstResponse[0] / firstResponse[1] - 1)).toBeLessThan(relative);
    expect(Math.abs(answered[0] / answered[1] - 1)).toBeLessThan(0.01);
    expect(Math.abs(offered[0] / offered[1] - 1)).toBeLessThan(0.01);
  });

  // a hundred weeks know the first response of mails behind a backlog to 1.6 %: four standard errors are 6 %
  it.each([
    ['40 after six hours', ofTeam(40, 6), 0.06],
    ['100 after twelve', ofTeam(100, 12), 0.06],
    ['100, and the requirement applied', followed(ofTeam(100, 12)), 0.04],
  ])('takes a team that also answers calls as long as simulated, %s', (_, plan, relative) => {
    const mail = compared(plan, 'email');
    expect(Math.abs(mail.level[0] - mail.level[1])).toBeLessThan(0.02);
    expect(Math.abs(mail.firstResponse[0] / mail.firstResponse[1] - 1)).toBeLessThan(relative);
    const calls = compared(plan, 'phone');
    expect(Math.abs(calls.level[0] - calls.level[1])).toBeLessThan(0.012);
  });
});
