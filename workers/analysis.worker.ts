/** Carries scenarios in and analyses out; keeps the last answers, and no logic. */
import * as Comlink from 'comlink';
import type { Action, Analysis } from '../src/scenario/analysis.ts';
import { actionsFor, analyse } from '../src/scenario/analyse.ts';
import {
  assuranceFrontier,
  driverEffects,
  serviceLevelPrices,
  type DriverEffect,
  type FrontierPoint,
  type LevelPrice,
} from '../src/scenario/cost-drivers.ts';
import { exactDay, type ExactDay, type ExactDayQuestion } from '../src/scenario/exact-day.ts';
import { createMemory } from '../src/scenario/memory.ts';
import type { Scenario } from '../src/scenario/schema.ts';

const memory = createMemory();

const endpoint = {
  analyse(scenario: Scenario): Analysis {
    return analyse(scenario, memory);
  },
  actions(scenario: Scenario): Action[] {
    return actionsFor(scenario, analyse(scenario, memory));
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
};

export type AnalysisEndpoint = typeof endpoint;

Comlink.expose(endpoint);
