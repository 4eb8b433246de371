/** Carries scenarios in and analyses out; keeps the last answers, and no logic. */
import * as Comlink from 'comlink';
import type { Action, Analysis, FullAnalysis } from '../src/scenario/analysis.ts';
import { analysePlan } from '../src/scenario/analyse-plan.ts';
import { actionsFor, analyse } from '../src/scenario/analyse.ts';
import { assuranceCurve, type AssurancePoint } from '../src/scenario/assurance-curve.ts';
import {
  assuranceFrontier,
  driverEffects,
  serviceLevelPrices,
  type DriverEffect,
  type FrontierPoint,
  type LevelPrice,
} from '../src/scenario/cost-drivers.ts';
import { dayBands, type DayBands } from '../src/scenario/day-bands.ts';
import { exactDay, type ExactDay, type ExactDayQuestion } from '../src/scenario/exact-day.ts';
import type { Change } from '../src/scenario/interval-change.ts';
import { intervalEffects, type IntervalEffects } from '../src/scenario/interval-effects.ts';
import { levelsByDefinition, type DefinedLevels } from '../src/scenario/level-definitions.ts';
import { liveLine, type LiveLine } from '../src/scenario/live-line.ts';
import { createMemory } from '../src/scenario/memory.ts';
import type { Scenario } from '../src/scenario/schema.ts';
import { practise } from './practice.ts';

const memory = createMemory();
let asked = 0;

/** What a closer look at a live channel starts from, given to it if there is one. */
function look<Answer>(scenario: Scenario, channel: string, at: (line: LiveLine) => Answer): Answer | null {
  const line = liveLine(scenario, analysePlan(scenario, memory), channel);
  return line && at(line);
}

const endpoint = {
  /** Of the document on screen: the worker that is asked this practises. */
  analyse(scenario: Scenario): Analysis {
    if (asked++ === 0) practise(scenario, () => asked);
    return analysePlan(scenario, memory);
  },
  /** Leaves the worker compiled, and with what closer looks start from. */
  prepare(scenario: Scenario): void {
    analysePlan(scenario, memory);
  },
  analyseAside(scenario: Scenario): Analysis {
    return analysePlan(scenario, memory);
  },
  analyseInFull(scenario: Scenario): FullAnalysis {
    asked++;
    return analyse(scenario, memory);
  },
  actions(scenario: Scenario): Action[] {
    return actionsFor(scenario, analysePlan(scenario, memory));
  },
  driverEffects(scenario: Scenario): DriverEffect[] {
    return driverEffects(scenario);
  },
  assuranceFrontier(scenario: Scenario): FrontierPoint[] {
    return assuranceFrontier(scenario);
  },
  serviceLevelPrices(scenario: Scenario, channel: string): LevelPrice[] {
    return serviceLevelPrices(scenario, channel);
  },
  exactDay(question: ExactDayQuestion): ExactDay | null {
    return exactDay(question);
  },
  dayBands(scenario: Scenario, channel: string, day: number): DayBands | null {
    return look(scenario, channel, (line) => dayBands(line, day));
  },
  definedLevels(scenario: Scenario, channel: string, day: number): DefinedLevels | null {
    return look(scenario, channel, (line) => levelsByDefinition(line, day));
  },
  intervalEffects(scenario: Scenario, channel: string, day: number, change: Change): IntervalEffects | null {
    return intervalEffects(scenario, analysePlan(scenario, memory), channel, day, change);
  },
  assuranceCurve(scenario: Scenario, channel: string): AssurancePoint[] {
    return assuranceCurve(scenario, channel);
  },
};

export type AnalysisEndpoint = typeof endpoint;

Comlink.expose(endpoint);
