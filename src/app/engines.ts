/** What the analytic engines can be asked, wherever they run. */
import type { Action, Analysis, FullAnalysis } from '../scenario/analysis.ts';
import type { AssurancePoint } from '../scenario/assurance-curve.ts';
import type { DriverEffect, FrontierPoint, LevelPrice } from '../scenario/cost-drivers.ts';
import type { DayBands } from '../scenario/day-bands.ts';
import type { ExactDay, ExactDayQuestion } from '../scenario/exact-day.ts';
import type { DefinedLevels } from '../scenario/level-definitions.ts';
import type { Change } from '../scenario/interval-change.ts';
import type { IntervalEffects } from '../scenario/interval-effects.ts';
import type { Scenario } from '../scenario/schema.ts';

export type Engines = {
  readonly analyse: (scenario: Scenario) => Promise<Analysis>;
  readonly analyseInFull: (scenario: Scenario) => Promise<FullAnalysis>;
  /** Of a scenario that is not the open one: the open one's figures never wait for it. */
  readonly analyseAside: (scenario: Scenario) => Promise<Analysis>;
  /** Ends what the screen waits for: calls under way fail, the next one starts afresh. */
  readonly interrupt: () => void;
  readonly actions: (scenario: Scenario) => Promise<readonly Action[]>;
  readonly driverEffects: (scenario: Scenario) => Promise<readonly DriverEffect[]>;
  readonly assuranceFrontier: (scenario: Scenario) => Promise<readonly FrontierPoint[]>;
  readonly serviceLevelPrices: (scenario: Scenario, channel: string) => Promise<readonly LevelPrice[]>;
  readonly exactDay: (question: ExactDayQuestion) => Promise<ExactDay | null>;
  /** Closer looks at one live channel on one day; null for a bot and for work that can wait. */
  readonly dayBands: (scenario: Scenario, channel: string, day: number) => Promise<DayBands | null>;
  readonly definedLevels: (scenario: Scenario, channel: string, day: number) => Promise<DefinedLevels | null>;
  /** Null for a bot, and where there is nothing of the kind to change. */
  readonly intervalEffects: (
    scenario: Scenario,
    channel: string,
    day: number,
    change: Change,
  ) => Promise<IntervalEffects | null>;
  readonly assuranceCurve: (scenario: Scenario, channel: string) => Promise<readonly AssurancePoint[]>;
};
