/** A small team for calls and e-mail: what the models expect of its calls, against the simulation. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

const result = readScenarioText(readFileSync('scenarios/small-team.json', 'utf8'));
if (!result.ok) throw new Error('unsound');
const { scenario } = result;
const withEmail = (volumeFactor: number): Scenario => ({
  ...scenario,
  channels: scenario.channels.map((channel) =>
    channel.id === 'email' ? { ...channel, volumeFactor } : channel,
  ),
});
/** A mailbox for social networks beside the e-mail, with a twentieth of its contacts. */
function withSmallMailbox(volumeFactor: number): Scenario {
  const plan = withEmail(volumeFactor);
  const email = plan.channels.find(({ id }) => id === 'email');
  if (!email) throw new Error('no e-mail');
  return {
    ...plan,
    channels: [
      ...plan.channels,
      { ...email, id: 'social', kind: 'social', volumeFactor: email.volumeFactor * 0.05 },
    ],
    groups: plan.groups.map((group) => ({
      ...group,
      skills: group.skills.flatMap((skill) =>
        skill.channel === 'email' ? [skill, { ...skill, channel: 'social' }] : [skill],
      ),
    })),
  };
}
const followed = (plan: Scenario): Scenario => ({
  ...plan,
  groups: withRequirement(plan, analyse(plan), 'assured'),
});
const applied = followed(scenario);

describe('calls of a team that also writes', () => {
  // A week of steady half-hours is 0.6 points too strict on abandonment without any e-mail.
  it.each([
    ['as planned', scenario],
    ['with a third of the e-mail', withEmail(0.3)],
    ['with half as much again', withEmail(1.5)],
    ['with a small mailbox beside', withSmallMailbox(1)],
    ['with the requirement applied', applied],
  ])('are answered in time and lost as simulated, %s', (_, plan) => {
    const phone = analyse(plan).channels[0];
    const { serviceLevel, abandonment } = simulate(plan, { seed: 6, replications: 150 }).channels[0] ?? {};
    if (!serviceLevel || !abandonment) throw new Error('nothing simulated');
    expect(serviceLevel.high - serviceLevel.low).toBeLessThan(0.012);
    expect(Math.abs((phone?.targets[0]?.value ?? NaN) - serviceLevel.value)).toBeLessThan(0.01);
    expect(Math.abs((phone?.targets[1]?.value ?? NaN) - abandonment.value)).toBeLessThan(0.01);
  });

  it.each([
    ['as planned', applied],
    // Six times as much e-mail as calls: at most its own spare agents are what a team keeps free for calls.
    ['with forty times the e-mail', followed(withEmail(40))],
  ])('are kept in as many weeks as wanted once the requirement is applied, %s', (_, plan) => {
    const { targetsMet } = simulate(plan, { seed: 7, replications: 100 }).channels[0] ?? {};
    expect(targetsMet?.low).toBeGreaterThan(scenario.assurance);
  });
});

describe('two mailboxes of a team', () => {
  it('are late together, as simulated, when there is too much for both', () => {
    const plan = withSmallMailbox(5);
    const [, ...expected] = analyse(plan).channels;
    const [, ...simulated] = simulate(plan, { seed: 3, replications: 100 }).channels;
    for (const [k, channel] of expected.entries()) {
      const level = simulated[k]?.serviceLevel;
      if (!level) throw new Error('nothing simulated');
      expect(level.high - level.low).toBeLessThan(0.1);
      expect(Math.abs((channel.targets[0]?.value ?? NaN) - level.value)).toBeLessThan(0.05);
    }
  });
});
