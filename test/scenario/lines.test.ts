import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut } from '../../src/scenario/left-out.ts';
import { blockedShare } from '../../src/scenario/lines.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { comingBack, exampleChannel, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const withLines = (agents: number, lines: number, redial = 0) => {
  const day = onePhoneDay(agents);
  const afterwards = redial > 0 ? { afterwards: { redial: { share: redial, delay: 600 } } } : {};
  return { ...day, channels: day.channels.map((channel) => ({ ...channel, lines, ...afterwards })) };
};

describe('a number of lines', () => {
  it('is that of the class, and turns away', () => {
    expect(compileScenario(withLines(12, 15)).lines).toEqual([{ classes: ['phone'], count: 15 }]);
    expect(compileScenario(onePhoneDay(12)).lines).toBeUndefined();
  });

  it('without a place to wait is Erlang B, whatever the law of handle times', { tags: 'slow' }, () => {
    // 10 erlangs on 12 lines: 11.97 % blocked by the published tables
    const [line] = simulate(withLines(12, 12), { seed: 5, replications: 16 }).channels;
    const blocked = (line?.blocked.value ?? 0) / (line?.offered.value ?? 1);
    // Poisson arrivals see 38,400 trials; what is busy stays so for a while, which doubles the spread
    expect(Math.abs(blocked - 0.1197)).toBeLessThan(4 * 2 * Math.sqrt((0.12 * 0.88) / 38_400));
    expect(line?.abandoned.value).toBe(0);
    expect(line?.answered.value).toBeCloseTo((line?.offered.value ?? 0) - (line?.blocked.value ?? 0), 6);
  });

  it('says beforehand how many will find none', () => {
    const scenario = withLines(12, 12);
    const figures = analyse(scenario).channels[0];
    const channel = scenario.channels[0];
    if (!figures || !channel) throw new Error('no channel');
    const blocked = blockedShare(channel, figures, 1800);
    expect(blocked?.share).toBeCloseTo(0.1197, 4);
    expect(blocked?.worst).toBeCloseTo(0.1197, 4);
    expect(blockedShare({ ...channel, lines: 1000 }, figures, 1800)?.share).toBeLessThan(1e-12);
    // Agents without a line are no help: 20 of them on 12 lines block as 12 do.
    const crowd = { ...figures, planned: figures.planned.map((agents) => (agents > 0 ? 20 : 0)) };
    expect(blockedShare(channel, crowd, 1800)?.share).toBeCloseTo(0.1197, 4);
    // Whoever gives up frees a place: 10 erlangs, 8 agents, 12 lines.
    const few = { ...figures, planned: figures.planned.map((agents) => (agents > 0 ? 8 : 0)) };
    const hasty = blockedShare({ ...channel, patience: { mean: 1 } }, few, 1800)?.share ?? 1;
    const patient = blockedShare({ ...channel, patience: null }, few, 1800)?.share ?? 0;
    expect(hasty).toBeLessThan(0.001);
    // M/M/8/12 at 10 erlangs, its stationary law summed apart
    expect(patient).toBeCloseTo(0.240229, 6);
    const { lines: _none, ...open } = channel;
    expect(blockedShare(open, figures, 1800)).toBeNull();
    expect(
      blockedShare(
        { ...channel, kind: 'chat', conversation: { limit: 2, agentTurn: 9, customerTurn: 9 } },
        figures,
        1800,
      ),
    ).toBeNull();
  });

  it('makes those it turns away try again as those who give up do', { tags: 'slow' }, () => {
    const on = (lines?: number) =>
      compileScenario(
        exampleScenario({
          channels: comingBack().map((channel) =>
            lines && channel.id === 'phone' ? { ...channel, lines } : channel,
          ),
        }),
      ).classes[0]?.followUps?.map((followUp) => `${followUp.on} ${followUp.to ?? 'again'}`);
    expect(on()).toEqual(['abandoned again', 'abandoned mail', 'answered again', 'answered mail']);
    expect(on(9)).toEqual([
      'abandoned again',
      'blocked again',
      'abandoned mail',
      'blocked mail',
      'answered again',
      'answered mail',
    ]);
    const run = { seed: 5, replications: 2 };
    const [once] = simulate(withLines(12, 12), run).channels;
    const [again] = simulate(withLines(12, 12, 0.5), run).channels;
    expect(again?.offered.value).toBeGreaterThan(1.04 * (once?.offered.value ?? 0));
  });

  it('is named where the models leave it out, and refused where nobody waits', () => {
    const scenario = withLines(12, 12);
    const [channel] = scenario.channels;
    expect(channel && isLeftOut('lines', scenario, channel)).toBe(true);
    const issues = (channel: unknown) => {
      const parsed = parseScenario({ ...exampleScenario(), channels: [channel] });
      return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(issues(exampleChannel({ lines: 3 }))).toEqual([]);
    expect(issues(exampleChannel({ lines: 0 }))).toEqual(['out-of-range $.channels[0].lines']);
    expect(issues(exampleChannel({ lines: 2.5 }))).toEqual(['out-of-range $.channels[0].lines']);
    expect(issues(exampleChannel({ kind: 'email', lines: 3 }))).toEqual([
      'not-for-this-kind $.channels[0].lines',
    ]);
  });
});
