/** Laws that hold for every model. */
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/simulation/check-model.ts';
import {
  LOG_ABANDONED,
  LOG_BLOCKED,
  LOG_CALLED_BACK,
  LOG_CAME,
  LOG_FINISHED,
  LOG_JOINED,
  LOG_LEFT,
  LOG_PUT_DOWN,
  LOG_TAKEN,
} from '../../src/simulation/event-log.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { Engine } from '../../src/simulation/engine.ts';
import { recordReplication } from '../../src/simulation/simulate.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { anyModel, INTERVALS, LENGTH, perInterval, withoutHoldingBack } from './any-model.ts';

/** Moments, in words, after which somebody waits and somebody who serves his class has nothing in hand. */
function idleBesideWaiting(model: SimulationModel, seed: number): string[] {
  const compiled = compileModel(model);
  const { time, kind, class: of, agent: who } = recordReplication(compiled, seed, 0);
  const { count, group } = compiled.agents;
  const [onFloor, busy] = [new Uint8Array(count), new Uint8Array(count)];
  const waiting = new Int32Array(model.classes.length);
  const broken: string[] = [];
  kind.forEach((happened, i) => {
    const c = of[i] ?? 0;
    const agent = who[i] ?? 0;
    if (happened === LOG_CAME || happened === LOG_LEFT) onFloor[agent] = happened === LOG_CAME ? 1 : 0;
    if (happened === LOG_TAKEN) busy[agent] = 1;
    if (happened === LOG_FINISHED || happened === LOG_PUT_DOWN) busy[agent] = 0;
    if (happened === LOG_JOINED || happened === LOG_PUT_DOWN) waiting[c] = (waiting[c] ?? 0) + 1;
    if (happened === LOG_TAKEN || happened === LOG_ABANDONED) waiting[c] = (waiting[c] ?? 0) - 1;
    // What happens at one moment happens at once.
    if (time[i] === time[i + 1]) return;
    waiting.forEach((those, other) => {
      const idle = group.findIndex(
        (g, a) =>
          onFloor[a] === 1 &&
          busy[a] === 0 &&
          compiled.groups[g]?.order.some((served) => served.class === other) === true,
      );
      if (those > 0 && idle >= 0)
        broken.push(`${those} of c${other} wait at ${time[i]}, agent ${idle} is idle`);
    });
  });
  return broken;
}

describe('every model', () => {
  it('is found fit to run, loses no contact, and never overworks an agent', { tags: 'slow' }, () => {
    assert(
      property(anyModel, integer({ min: 0, max: 1000 }), (model, seed) => {
        expect(checkModel(model)).toEqual([]);
        const compiled = compileModel(model);
        const counters = new Engine(compiled).run(seed, 1);
        const broken: string[] = [];
        for (let cell = 0; cell < counters.cells.length; cell += K.CLASS_FIELDS) {
          const at = (field: number) => counters.cells[cell + field] ?? NaN;
          if (at(K.ANSWERED) + at(K.ABANDONED) + at(K.BLOCKED) + at(K.STILL_WAITING) !== at(K.OFFERED))
            broken.push(`conservation ${cell}`);
          if (!(
            at(K.WITHIN) <= at(K.ANSWERED) + at(K.PUT_BACK) &&
            at(K.ABANDONED_WITHIN) <= at(K.ABANDONED) &&
            at(K.PUT_BACK) <= at(K.ABANDONED) + at(K.STILL_WAITING) &&
            at(K.PUT_BACK_WAITING) <= Math.min(at(K.PUT_BACK), at(K.STILL_WAITING))
          ))
            broken.push(`within ${cell}`);
          if (!(at(K.DELAYED) <= at(K.OFFERED))) broken.push(`delayed ${cell}`);
          if (!(at(K.QUEUE_SECONDS) > -1e-6)) broken.push(`queue ${cell}`);
        }
        if (!counters.cells.every((value) => Number.isFinite(value))) broken.push('not finite');
        for (let cell = 0; cell < counters.groupCells.length; cell += K.GROUP_FIELDS) {
          const at = (field: number) => counters.groupCells[cell + field] ?? NaN;
          const [busy, staffed] = [at(K.BUSY_SECONDS), at(K.STAFFED_SECONDS)];
          if (!(busy <= staffed + 1e-6 && busy > -1e-6 && at(K.OVERRUN_SECONDS) > -1e-6))
            broken.push(`agents ${cell}: busy ${busy} of ${staffed}`);
        }
        expect(broken).toEqual([]);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('keeps Little’s law to the second: waiting time is queue length over time', { tags: 'slow' }, () => {
    assert(
      property(anyModel, integer({ min: 0, max: 1000 }), (anything, seed) => {
        const model: SimulationModel = {
          ...anything,
          horizon: { intervalSeconds: LENGTH, intervals: INTERVALS, atEnd: 'abandon' },
        };
        const counters = new Engine(compileModel(model)).run(seed, 1);
        const preempts = model.groups.some(
          (g) => g.staffing.kind === 'counts' && g.staffing.shiftEnd === 'preemptive',
        );
        model.classes.forEach((c, index) => {
          if (c.deferred || preempts) return;
          let waits = 0;
          let queue = 0;
          for (let i = 0; i < INTERVALS; i++) {
            const cell = (i * model.classes.length + index) * K.CLASS_FIELDS;
            waits +=
              (counters.cells[cell + K.WAIT_ANSWERED] ?? 0) + (counters.cells[cell + K.WAIT_ABANDONED] ?? 0);
            queue += counters.cells[cell + K.QUEUE_SECONDS] ?? 0;
          }
          expect(Math.abs(waits - queue)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('lets no agent be idle while somebody waits whom he may serve', { tags: 'slow' }, () => {
    assert(
      property(anyModel, integer({ min: 0, max: 1000 }), (anything, seed) => {
        expect(idleBesideWaiting(withoutHoldingBack(anything), seed)).toEqual([]);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it(
    'serves nobody outside a stretch, holds no more than an agent can, and answers every logged contact once',
    { tags: 'slow' },
    () => {
      assert(
        property(anyModel, integer({ min: 0, max: 1000 }), (model, seed) => {
          const compiled = compileModel(model);
          const log = recordReplication(compiled, seed, 2);
          const counters = new Engine(compiled).run(seed, 2);
          const { count, group } = compiled.agents;
          const hands = new Int32Array(count);
          const broken: string[] = [];
          const events = new Int32Array(LOG_CALLED_BACK + 1);
          // The last two agents work the shift of the group `rest`: nothing new from 1200 to 1500 or after 3540.
          const rest = model.groups.length - 1;
          log.kind.forEach((kind, i) => {
            const at = log.time[i] ?? NaN;
            const agent = log.agent[i] ?? -1;
            events[kind] = (events[kind] ?? 0) + (at >= 0 || kind !== LOG_JOINED ? 1 : 0);
            if (agent < 0 || kind > LOG_PUT_DOWN) return;
            const limit = model.classes[log.class[i] ?? 0]?.conversation?.limit ?? 1;
            const held = (hands[agent] ?? 0) + (kind === LOG_TAKEN ? 1 : -1);
            hands[agent] = held;
            if (held < 0 || held > limit) broken.push(`agent ${agent} holds ${held} at ${at}`);
            if (kind === LOG_TAKEN && group[agent] === rest && ((at > 1200 && at < 1500) || at > 3540))
              broken.push(`taken at ${at}`);
          });
          expect(broken).toEqual([]);
          if (model.horizon.warmUp !== 0) return;
          let offered = 0;
          let abandoned = 0;
          for (let cell = 0; cell < counters.cells.length; cell += K.CLASS_FIELDS) {
            offered += counters.cells[cell + K.OFFERED] ?? 0;
            abandoned += counters.cells[cell + K.ABANDONED] ?? 0;
          }
          const joined = (events[LOG_JOINED] ?? 0) - (events[LOG_CALLED_BACK] ?? 0);
          expect(joined + (events[LOG_BLOCKED] ?? 0)).toBe(offered);
          expect(events[LOG_ABANDONED]).toBe(abandoned);
        }),
        { numRuns: 40, seed: 8 },
      );
    },
  );

  it('gives the same bytes whatever ran before', { tags: 'slow' }, () => {
    assert(
      property(anyModel, (model) => {
        const compiled = compileModel(model);
        const engine = new Engine(compiled);
        engine.run(1, 0);
        engine.run(1, 7);
        expect(engine.run(1, 3)).toEqual(new Engine(compileModel(model)).run(1, 3));
      }),
      { numRuns: 8, seed: 6 },
    );
  });
});

describe('one more agent', () => {
  it(
    'never makes anyone wait longer in a first-come-first-served queue without impatience',
    { tags: 'slow' },
    () => {
      assert(
        property(
          perInterval(100),
          integer({ min: 1, max: 6 }),
          integer({ min: 0, max: 99 }),
          (rates, agents, seed) => {
            const wait = (count: number) => {
              const counters = new Engine(
                compileModel({
                  horizon: { intervalSeconds: LENGTH, intervals: INTERVALS, atEnd: 'abandon' },
                  classes: [
                    {
                      id: 'a',
                      arrivals: { kind: 'rates', contactsPerHour: rates },
                      handleTime: { kind: 'lognormal', mean: 150, cv: 1.2 },
                    },
                  ],
                  groups: [
                    {
                      id: 'g',
                      serves: [{ class: 'a' }],
                      staffing: { kind: 'counts', agents: rates.map(() => count) },
                    },
                  ],
                }),
              ).run(seed, 0);
              let sum = 0;
              for (let cell = 0; cell < counters.cells.length; cell += K.CLASS_FIELDS)
                sum +=
                  (counters.cells[cell + K.WAIT_ANSWERED] ?? 0) +
                  (counters.cells[cell + K.WAIT_ABANDONED] ?? 0);
              return sum;
            };
            expect(wait(agents + 1)).toBeLessThanOrEqual(wait(agents) + 1e-9);
          },
        ),
        { numRuns: 50, seed: 7 },
      );
    },
  );
});
