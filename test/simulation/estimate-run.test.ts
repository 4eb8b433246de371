import { describe, expect, it } from 'vitest';
import { checkRun, estimateRun } from '../../src/simulation/estimate-run.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { everyFamily } from './every-family.ts';
import { singleQueue } from './models.ts';

const queue = singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 6, patience: 120, hours: 10 });

describe('estimateRun', () => {
  it('counts the contacts that will come', { tags: 'slow' }, () => {
    expect(estimateRun(queue, 20).contacts).toBeCloseTo(20 * 1000, 6);
    // Who may come back is counted as if everybody had the best reason to: never too few.
    const { classes } = simulateModel(everyFamily, { seed: 1, replications: 50 });
    const offered = classes.reduce((sum, c) => sum + c.offered.value, 0);
    const expected = estimateRun(everyFamily, 1).contacts;
    expect(expected).toBeGreaterThan(offered);
    expect(expected).toBeLessThan(2 * offered);
  });

  it('grows with the replications in time, a few bytes each in memory', () => {
    const few = estimateRun(queue, 10);
    const many = estimateRun(queue, 1000);
    expect(many.seconds / few.seconds).toBeCloseTo(100, 6);
    // 23 totals of 8 bytes, three times while their buffer grows.
    expect((many.bytes - few.bytes) / 990).toBe(3 * 23 * 8);
  });
});

describe('checkRun', () => {
  it('says which budget is exceeded, and how many replications fit', () => {
    expect(checkRun(queue, 100)).toEqual([]);
    const [time] = checkRun(queue, 1_000_000, { seconds: 60, bytes: 1e10 });
    expect(time?.code).toBe('time');
    expect(time?.path).toBe('$.replications');
    const fits = Number(/\d+/.exec(time?.allowed ?? '')?.[0]);
    expect(estimateRun(queue, fits).seconds).toBeLessThanOrEqual(60);
    expect(estimateRun(queue, fits + 1).seconds).toBeGreaterThan(60);
    const [memory] = checkRun(queue, 1_000_000, { seconds: 1e9, bytes: 1e7 });
    expect(memory?.code).toBe('memory');
    expect(estimateRun(queue, Number(/\d+/.exec(memory?.allowed ?? '')?.[0])).bytes).toBeLessThanOrEqual(1e7);
  });

  it('is asked before a simulation', () => {
    const heavy = singleQueue({ contactsPerHour: 1e6, handleTime: 1, agents: 400, hours: 10 });
    expect(() => simulateModel(heavy, { seed: 1, replications: 1_000_000 })).toThrow('take about');
  });
});
