/** Values by place carried back through a long line: whoever ends waiting or served has not given up, e^(−θt). */
import { describe, expect, it } from 'vitest';
import { pullThrough } from '../../src/queueing/position-wait.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const patience = 200;

describe('values of places in a long line', () => {
  it.each([
    [60, 0],
    [600, 0.5],
    [3000, 0],
    [3000, 0.03],
    [5000, 10],
  ])('%d places, %d starts a second: nobody is lost or won', (places, drain) => {
    const time = 10;
    const value = new Float64Array(places + 1).fill(1);
    pullThrough(value, places, drain, 1 / patience, time);
    // Without agents, exactly; with them who starts early has no time to give up.
    const stays = Math.exp(-time / patience);
    const worst = value.reduce((least, chance) => Math.min(least, chance), 1);
    expect(worst / stays - 1).toBeGreaterThan(-1e-11);
    expect((value[places] ?? Number.NaN) / stays - 1).toBeLessThan(1e-11);
  });

  it('stays finite where thousands wait for the first agent to come', { tags: 'slow' }, () => {
    const intervals = [0, 50].map((agents) => ({ contactsPerHour: 40_000, agents }));
    const { day } = transientDay({
      intervalLength: 900,
      handleTime: 240,
      patience: 600,
      threshold: 20,
      tolerance: 1e-3,
      intervals,
    });
    expect(day.answeredWithinThreshold).toBeGreaterThanOrEqual(0);
    expect(day.answeredWithinThreshold).toBeLessThan(1e-6);
  });
});
