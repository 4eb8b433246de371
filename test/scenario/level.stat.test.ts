/** Weeks of a volume that may be off as a whole: the models' chance against the simulation. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const WEEKS = 400;

/** Three hours a day of 90 contacts. */
const busy = (value: number): number[] =>
  Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 11 ? value : 0));

function line(agents: number, levelCv: number, channel: Partial<Channel> = {}) {
  return exampleScenario({
    channels: [
      exampleChannel({
        demand: { source: { kind: 'typed', contacts: busy(90) }, dayFactorCv: 0.2, levelCv },
        targets: { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } },
        ...channel,
      }),
    ],
    groups: [
      exampleGroup({
        skills: [{ channel: 'phone', priority: 1 }],
        staffing: { kind: 'counts', agents: busy(agents) },
      }),
    ],
  });
}

describe('weeks whose volume may be off as a whole', () => {
  it.each([8, 9, 12])(
    'of %i agents meet the promise about as often as the models say',
    (agents) => {
      const scenario = line(agents, 0.25);
      const model = compileScenario(scenario);
      let met = 0;
      for (let seed = 1; seed <= WEEKS; seed++)
        met += simulateModel(model, { seed, replications: 1 }).classes[0]?.targetsMet?.value === 1 ? 1 : 0;
      const missedBy = ({ channels: [only] }: ReturnType<typeof analyse>) =>
        Math.abs((only?.chance ?? Number.NaN) - met / WEEKS);
      // The models start each hour in its steady state: with ten agents and the level known they say 69 % where
      // 77 % is simulated. With the level open: 23.1, 39.0 and 84.4 %, simulated 23.5, 43.5 and 90.8 % (± 2).
      expect(missedBy(analyse(scenario))).toBeLessThan(0.1);
      // weeks that only their days move would be 1, 18 and 100 %
      expect(missedBy(analyse(scenario))).toBeLessThan(missedBy(analyse(line(agents, 0))));
    },
    60_000,
  );

  it('let more e-mail stay unanswered in time than their days alone would', () => {
    const mailbox = (levelCv: number) => {
      const mail = {
        id: 'phone',
        kind: 'email',
        patience: null,
        handling: { mean: 300, cv: 1, afterContact: 0 },
        targets: { firstResponse: { percentile: { share: 0.8, within: 4 * 3600 } } },
      } as const;
      return line(9, levelCv, mail);
    };
    const model = compileScenario(mailbox(0.25));
    let met = 0;
    for (let seed = 1; seed <= WEEKS; seed++)
      met += simulateModel(model, { seed, replications: 1 }).classes[0]?.targetsMet?.value === 1 ? 1 : 0;
    const [open, known] = [0.25, 0].map(
      (levelCv) => analyse(mailbox(levelCv)).channels[0]?.chance ?? Number.NaN,
    );
    // 84.1 %, simulated 82.0 % (± 1.9); with the volume known 99.9 %
    expect(Math.abs((open ?? 1) - met / WEEKS)).toBeLessThan(0.08);
    expect(known).toBeGreaterThan(0.99);
  }, 60_000);
});
