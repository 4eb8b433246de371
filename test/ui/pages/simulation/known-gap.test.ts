import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import type { TargetKind } from '../../../../src/scenario/analysis.ts';
import { leftOutBehind } from '../../../../src/scenario/left-out.ts';
import type { AgentGroup, Channel, Scenario } from '../../../../src/scenario/schema.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { withCallbackOffer } from '../../../../src/scenario/structure.ts';
import { readScenarioText } from '../../../../src/scenario/text-file.ts';
import { knownGaps } from '../../../../src/ui/pages/simulation/known-gap.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

function gapsOf(file: string, verdict: 'better' | 'worse', change = (plan: Scenario): Scenario => plan) {
  const result = readScenarioText(readFileSync(`scenarios/${file}.json`, 'utf8'));
  if (!result.ok) throw new Error('unsound');
  const scenario = change(result.scenario);
  return Object.fromEntries(
    analyse(scenario).channels.flatMap((channel) => {
      const gaps = knownGaps(scenario, channel, 'serviceLevel', verdict).filter((gap) => gap === 'writes');
      return gaps.length > 0 ? [[channel.id, ...gaps]] : [];
    }),
  );
}

const ofPhone = (changes: Partial<Channel>) => (day: Scenario) => ({
  ...day,
  channels: day.channels.map((channel) => ({ ...channel, ...changes })),
});
const ofTeam = (changes: Partial<AgentGroup>) => (day: Scenario) => ({
  ...day,
  groups: day.groups.map((group) => ({ ...group, ...changes })),
});
const ofWriters = (change: (skills: AgentGroup['skills']) => AgentGroup['skills']) => (plan: Scenario) => ({
  ...plan,
  groups: plan.groups.map((group) =>
    group.id === 'flex' ? { ...group, skills: change(group.skills) } : group,
  ),
});
/** Ten agents at work all day; half of them change at 14:00. */
const shifts = [
  { days: [0], start: '08:00', end: '20:00', agents: 5, breaks: [] },
  { days: [0], start: '08:00', end: '14:00', agents: 5, breaks: [] },
  { days: [0], start: '14:00', end: '20:00', agents: 5, breaks: [] },
];
/** To everybody who would wait. */
function offered(day: Scenario): Scenario {
  const scenario = withCallbackOffer(day, 'phone');
  return {
    ...scenario,
    channels: scenario.channels.map((channel) =>
      channel.callback ? { ...channel, callback: { ...channel.callback, afterWait: 0 } } : channel,
    ),
  };
}

describe('a gap between models and simulation', () => {
  it(
    'is none where some who call also write, which the models count, but where these also chat or help after a wait',
    { tags: 'slow' },
    () => {
      const chatting = { channel: 'chat', priority: 3 };
      const alsoChats = ofWriters((skills) => [...skills, chatting]);
      const helpsLate = ofWriters((skills) =>
        skills.map((skill) => (skill.channel === 'phone' ? { ...skill, afterSeconds: 30 } : skill)),
      );
      expect(gapsOf('retail-peak-week', 'worse')).toEqual({});
      expect(gapsOf('retail-peak-week', 'worse', alsoChats)).toEqual({ phone: 'writes' });
      expect(gapsOf('retail-peak-week', 'worse', helpsLate)).toEqual({ phone: 'writes' });
      expect(gapsOf('retail-peak-week', 'better', alsoChats)).toEqual({});
    },
  );

  it('is none in a team that does both, or where agents serve one channel', { tags: 'slow' }, () => {
    expect(gapsOf('small-team', 'worse')).toEqual({});
    expect(gapsOf('chatbot-deflection', 'better')).toEqual({});
  });

  it('is what only the simulation plays, where it moves the measure to that side', () => {
    const day = onePhoneDay(10);
    const gaps = (changes: Partial<Channel>, measure: TargetKind, side: 'better' | 'worse') => {
      const scenario = ofPhone(changes)(day);
      const [figures] = analyse(scenario).channels;
      return figures ? knownGaps(scenario, figures, measure, side) : [];
    };
    const early = { lines: 20, patience: { mean: 120, law: { kind: 'weibull', shape: 0.5 } } } as const;
    expect(gaps(early, 'meanWaitAnswered', 'better')).toEqual(['leaveSooner', 'lines']);
    expect(gaps(early, 'abandonment', 'worse')).toEqual(['leaveSooner']);
    expect(gaps(early, 'meanWaitAnswered', 'worse')).toEqual([]);
    expect(gaps(early, 'serviceLevel', 'worse')).toEqual(['leaveSooner', 'lines']);
    expect(gaps({}, 'serviceLevel', 'worse')).toEqual([]);
  });

  it.each([
    ['comeBack', 'worse', ofPhone({ afterwards: { redial: { share: 0.8, delay: 300 } } })],
    ['callback', 'better', offered],
    ['leaveSooner', 'better', ofPhone({ patience: { mean: 120, law: { kind: 'weibull', shape: 0.5 } } })],
    ['leaveLater', 'worse', ofPhone({ patience: { mean: 120, law: { kind: 'lognormal', cv: 0.2 } } })],
    ['lines', 'better', ofPhone({ lines: 11 })],
    ['nobodyAtOnce', 'worse', ofTeam({ skills: [{ channel: 'phone', priority: 1, afterSeconds: 30 }] })],
    ['lastContact', 'worse', ofTeam({ staffing: { kind: 'shifts', shifts, lastContactMinutes: 60 } })],
  ] as const)(
    'lies on the side where the simulation brings the waits: %s %s',
    { tags: 'slow' },
    (what, side, change) => {
      const day = onePhoneDay(10);
      const played = change(day);
      const [channel] = played.channels;
      expect(channel && leftOutBehind(played, channel, 'meanWaitAnswered', side)).toEqual([what]);
      const wait = (scenario: Scenario): number =>
        simulate(scenario, { seed: 6, replications: 20 }).channels[0]?.meanWaitAnswered?.value ?? NaN;
      const ratio = wait(played) / wait(day);
      expect(ratio < 1 ? 'better' : 'worse').toBe(side);
      expect(Math.abs(ratio - 1)).toBeGreaterThan(0.05);
    },
  );
});
