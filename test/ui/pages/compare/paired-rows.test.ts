import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../../src/simulation/compare.ts';
import { compileScenario } from '../../../../src/scenario/compile.ts';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { summaryOfScenario } from '../../../../src/scenario/simulate.ts';
import { differenceAxis } from '../../../../src/ui/pages/compare/difference-axis.ts';
import { pairedRows } from '../../../../src/ui/pages/compare/paired-rows.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

describe('pairedRows', () => {
  const [few, many] = [onePhoneDay(8), onePhoneDay(10)];
  const { first, second, differences } = comparePlans(compileScenario(few), compileScenario(many), {
    seed: 1,
    replications: 12,
  });
  const comparison = {
    replications: 12,
    first: summaryOfScenario(first),
    second: summaryOfScenario(second),
    channels: differences,
    variableCost: { value: -10, low: -12, high: -8 },
  };
  const rows = pairedRows(comparison, analyse(many).channels, 11);

  it('has a row per target and one for the money, each with what it means', () => {
    const level = rows.find(({ kind }) => kind === 'serviceLevel');
    expect(level).toMatchObject({ unit: 'share', verdict: 'better' });
    expect(level?.difference).toEqual(differences[0]?.serviceLevel);
  });

  it('adds the labour that is known to the money that is not', () => {
    expect(rows.at(-1)).toMatchObject({
      kind: 'cost',
      difference: { value: 1, low: -1, high: 3 },
      verdict: 'open',
    });
  });

  it('draws zero wherever the differences lie', () => {
    const { x } = differenceAxis([{ value: 3, low: 2, high: 4 }], 100);
    expect(x(0)).toBeGreaterThanOrEqual(0);
    expect(x(4)).toBeLessThanOrEqual(100);
  });
});
