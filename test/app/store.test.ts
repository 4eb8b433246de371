import { describe, expect, it } from 'vitest';
import { createAppStore, type Surroundings } from '../../src/app/store.ts';
import { NO_SIMULATION } from '../../src/app/simulation-job.ts';
import { analysePlan } from '../../src/scenario/analyse-plan.ts';
import { actionsFor, analyse } from '../../src/scenario/analyse.ts';
import type { Analysis } from '../../src/scenario/analysis.ts';
import { assuranceFrontier, driverEffects, serviceLevelPrices } from '../../src/scenario/cost-drivers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exactDay } from '../../src/scenario/exact-day.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { onePhoneDay } from '../scenario/one-phone-day.ts';

/** The real engines, answered on demand; pauses end when told. */
function surroundings() {
  const saved: Scenario[] = [];
  const paused = new Set<() => void>();
  const given: Surroundings = {
    engines: {
      analyse: (scenario) => Promise.resolve(analysePlan(scenario)),
      analyseInFull: (scenario) => Promise.resolve(analyse(scenario)),
      analyseAside: (scenario) => Promise.resolve(analyse(scenario)),
      interrupt: () => {},
      actions: (scenario) => Promise.resolve(actionsFor(scenario, analyse(scenario))),
      driverEffects: (scenario) => Promise.resolve(driverEffects(scenario)),
      assuranceFrontier: (scenario) => Promise.resolve(assuranceFrontier(scenario)),
      serviceLevelPrices: (scenario, channel) => Promise.resolve(serviceLevelPrices(scenario, channel)),
      exactDay: (question) => Promise.resolve(exactDay(question)),
      dayBands: () => Promise.resolve(null),
      definedLevels: () => Promise.resolve(null),
      intervalEffects: () => Promise.resolve(null),
      assuranceCurve: () => Promise.resolve([]),
    },
    workers: 1,
    simulate: (scenario, { replications, onProgress }) => {
      onProgress({
        done: 1,
        total: replications,
        soFar: null,
        widest: null,
        secondsLeft: 1,
        secondsPerReplication: 0.01,
        estimate: () => ({ summary: simulate(scenario, { seed: 1, replications: 1 }), widest: 1 }),
      });
      return Promise.resolve(simulate(scenario, { seed: 1, replications }));
    },
    save: (slot, scenario) => {
      if (slot === 'current') saved.push(scenario);
      return Promise.resolve();
    },
    later: (callback) => {
      paused.add(callback);
      return () => paused.delete(callback);
    },
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const due = Array.from(paused);
      for (const callback of due) if (paused.delete(callback)) callback();
    }
  };
  return { given, saved, settle };
}

describe('app store', () => {
  it('analyses what is opened and what is edited, and saves it', { tags: 'slow' }, async () => {
    const { given, saved, settle } = surroundings();
    const scenario = onePhoneDay(9);
    const { store, commands } = createAppStore(scenario, scenario, given);
    await settle();
    expect(store.getState().analysis?.channels[0]?.planned[20]).toBe(9);
    expect(store.getState().baselineAnalysis).not.toBeNull();
    expect(store.getState().actions).toHaveLength(1);
    commands.edit('extra', (draft) => {
      const [group] = draft.groups;
      if (group) group.extraAgents = 2;
    });
    expect(store.getState()).toMatchObject({ analysisPending: true, saving: 'saving', canUndo: true });
    await settle();
    expect(store.getState().analysis?.channels[0]?.planned[20]).toBe(11);
    expect(store.getState()).toMatchObject({ analysisPending: false, saving: 'saved' });
    expect(saved.at(-1)).toBe(store.getState().scenario);
  });

  it(
    'finds out what the groups would need when the hand is still, and with every answer while it is looked at',
    { tags: 'slow' },
    async () => {
      const { given, settle } = surroundings();
      const asked: string[] = [];
      const scenario = onePhoneDay(9);
      const { store, commands } = createAppStore(scenario, scenario, {
        ...given,
        engines: {
          ...given.engines,
          analyse: (of) => {
            asked.push('plan');
            return given.engines.analyse(of);
          },
          analyseInFull: (of) => {
            asked.push('all');
            return given.engines.analyseInFull(of);
          },
        },
      });
      const answer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
      const moveTo = async (factor: number): Promise<void> => {
        commands.edit('volume', (draft) => {
          for (const channel of draft.channels) channel.volumeFactor = factor;
        });
        await answer();
      };
      await settle();
      expect(asked, 'at opening both, the baseline being the same').toEqual(['plan', 'all']);
      expect(store.getState().fullAnalysis?.groups[0]?.required[20]).toBe(12);

      await moveTo(1.5);
      const moved = store.getState().analysis;
      expect(store.getState()).toMatchObject({ fullAnalysis: null, analysisPending: false });
      await settle();
      expect(store.getState().fullAnalysis?.groups[0]?.required[20]).toBe(17);
      expect(store.getState().analysis, 'is not drawn again').toBe(moved);

      const leave = commands.followRequirement();
      await moveTo(1);
      expect(store.getState().fullAnalysis?.groups[0]?.required[20]).toBe(12);
      leave();
      await moveTo(1.5);
      expect(store.getState().fullAnalysis).toBeNull();
      expect(asked.slice(2)).toEqual(['plan', 'all', 'all', 'plan']);
      commands.followRequirement();
      await answer();
      expect(store.getState().fullAnalysis?.groups[0]?.required[20], 'somebody looks').toBe(17);
      await settle();
      expect(store.getState().actions, 'though the rest was asked for early').not.toBeNull();
    },
  );

  it('applies the requirement as one step that can be undone', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    const scenario = onePhoneDay(9);
    const { store, commands } = createAppStore(scenario, scenario, given);
    await settle();
    commands.applyRequirement('expected');
    await settle();
    const { analysis } = store.getState();
    expect(analysis?.channels[0]?.planned).toEqual(analysis?.channels[0]?.required);
    commands.undo();
    expect(store.getState().scenario).toEqual(scenario);
  });

  it('simulates what is on screen once the hand is still', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    const scenario = onePhoneDay(12);
    const workers: (number | undefined)[] = [];
    const { store, commands } = createAppStore(scenario, scenario, {
      ...given,
      simulate(document, options) {
        workers.push(options.workers);
        return given.simulate(document, options);
      },
    });
    expect(store.getState().simulation.status).toBe('none');
    await settle();
    const first = store.getState().simulation;
    expect(first).toMatchObject({ status: 'done', of: scenario, done: 8, total: 8 });
    commands.simulate(4);
    commands.edit('name', (draft) => {
      draft.name = 'Other';
    });
    expect(store.getState().simulation.status, 'the next follows by itself').toBe('none');
    await settle();
    expect(store.getState().simulation.of).toBe(store.getState().scenario);
    expect(store.getState().simulation.previous).toBe(first.summary);
    expect(workers, 'all there are only when somebody asked').toEqual([1, undefined, 1]);
  });

  it('keeps what is known of a plan while more weeks of it are played', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    const scenario = onePhoneDay(12);
    const { store, commands } = createAppStore(scenario, scenario, given);
    await settle();
    const { summary } = store.getState().simulation;
    commands.edit('replications', (draft) => {
      draft.simulation.replications = 20;
    });
    const { simulation, scenario: edited } = store.getState();
    expect(edited).not.toBe(scenario);
    expect(simulation).toMatchObject({ of: edited, summary });
    commands.edit('name', (draft) => {
      draft.name = 'Other';
    });
    expect(store.getState().simulation.of, 'any other change is another plan').toBe(edited);
    expect(store.getState().scenario).not.toBe(edited);
  });

  it('waits for a word before a long run, until less is asked for', async () => {
    const { given, settle } = surroundings();
    const scenario = { ...onePhoneDay(12), simulation: { seed: 1, replications: 1_000_000 } };
    const { store, commands } = createAppStore(scenario, scenario, given);
    await settle();
    expect(store.getState().simulation.status).toBe('held');
    commands.setPrecision({ halfWidth: 0.01, atMost: 8 });
    await settle();
    expect(store.getState().simulation).toMatchObject({ status: 'done', total: 8 });
  });

  it('reads how long a run takes off the figures of the document itself', async () => {
    const { given, settle } = surroundings();
    let answer = (): void => {};
    const analyseLate = (scenario: Scenario) =>
      new Promise<Analysis>((resolve) => {
        answer = () => resolve(analysePlan(scenario));
      });
    const scenario = { ...onePhoneDay(12), simulation: { seed: 1, replications: 1_000_000 } };
    const engines = { ...given.engines, analyse: analyseLate };
    const { store } = createAppStore(scenario, scenario, { ...given, engines });
    await settle();
    expect(store.getState().simulation.status, 'nobody knows yet').toBe('none');
    answer();
    await settle();
    expect(store.getState().simulation.status).toBe('held');
  });

  it('shows no figures of the document before once another is opened', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    const { store, commands } = createAppStore(onePhoneDay(12), onePhoneDay(12), given);
    await settle();
    expect(store.getState()).toMatchObject({ analysisPending: false, simulation: { status: 'done' } });
    commands.open(onePhoneDay(9));
    expect(store.getState()).toMatchObject({ analysis: null, actions: null, simulation: NO_SIMULATION });
    await settle();
    expect(store.getState().analysis?.channels[0]?.planned[20]).toBe(9);
  });

  it(
    'goes back over an opening to the figures and the baseline of the document before',
    { tags: 'slow' },
    async () => {
      const { given, settle } = surroundings();
      const first = onePhoneDay(12);
      const { store, commands } = createAppStore(first, first, given);
      await settle();
      const { channels, groups, ...other } = onePhoneDay(9);
      commands.open({
        ...other,
        channels: channels.map((channel) => ({ ...channel, id: 'line' })),
        groups: groups.map((group) => ({ ...group, skills: [{ channel: 'line', priority: 1 }] })),
      });
      await settle();
      expect(store.getState().analysis?.channels[0]?.id).toBe('line');
      commands.undo();
      // Never the figures of one document beside the channels of the other.
      expect(store.getState()).toMatchObject({ analysis: null, actions: null, simulation: NO_SIMULATION });
      expect(store.getState().baseline.scenario).toBe(first);
      await settle();
      expect(store.getState().analysis?.channels[0]?.id).toBe('phone');
      commands.redo();
      expect(store.getState().baseline.scenario.channels[0]?.id).toBe('line');
    },
  );

  it('applies no advice that is of an older document', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    let broken = false;
    const analysing = (scenario: Scenario) =>
      broken ? Promise.reject(new Error('out of memory')) : given.engines.analyse(scenario);
    const engines = { ...given.engines, analyse: analysing };
    const scenario = onePhoneDay(9);
    const { store, commands } = createAppStore(scenario, scenario, { ...given, engines });
    await settle();
    broken = true;
    commands.edit('name', (draft) => {
      draft.name = 'Other';
    });
    await settle();
    expect(store.getState().analysisFailed).toBe('out of memory');
    const before = store.getState().scenario;
    commands.applyRequirement('expected');
    expect(store.getState().scenario).toBe(before);
  });

  it('says so when saving fails, and goes on', { tags: 'slow' }, async () => {
    const { given, settle } = surroundings();
    const scenario = onePhoneDay(9);
    const failing = { ...given, save: () => Promise.reject(new Error('disk full')) };
    const { store, commands } = createAppStore(scenario, scenario, failing);
    commands.edit('name', (draft) => {
      draft.name = 'Other';
    });
    await settle();
    expect(store.getState().saving).toBe('failed');
    expect(store.getState().scenario.name).toBe('Other');
  });
});
