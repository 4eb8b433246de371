/**
 * The face for use without a browser: everything the app computes, callable from Node.
 *
 * Pure: no side effects on import, nothing that only a bundler understands. Times in seconds, rates
 * in contacts per hour, shares in [0, 1].
 */
export { DomainError, UnattainableTarget } from './errors.ts';
export type { Issue } from './errors.ts';
export { forecast, ForecastRefused } from './forecast/forecast.ts';
export { seriesFrom } from './forecast/series.ts';
export type { History, SpecialDay } from './forecast/series.ts';
export { forecastTyped, weekShape } from './forecast/typed-volume.ts';
export type { TypedForecast, TypedVolume } from './forecast/typed-volume.ts';
export type {
  TenureAhead,
  TenureInput,
  HandleTimeAhead,
  HandleTimeInput,
} from './forecast/handle-time-face.ts';
export { agentsForAssurance, chanceOfLevel, expectedLevel } from './queueing/assurance.ts';
export { blendedLine } from './queueing/blended-line.ts';
export { businessClock } from './queueing/business-clock.ts';
export { chatQueue } from './queueing/chat-queue.ts';
export type { ChatMeasures } from './queueing/chat-queue.ts';
export { conversationCurve } from './queueing/conversation-curve.ts';
export { conversationDay } from './queueing/conversation-day.ts';
export type { ConversationDay, TalkInterval, TalkOutcomes } from './queueing/conversation-day.ts';
export { conversationEffects } from './queueing/conversation-effects.ts';
export { crewLine } from './queueing/crew-line.ts';
export { carriedDay, repeatingDay } from './queueing/day-carry.ts';
export type { CarriedDay, CarriedState } from './queueing/day-carry.ts';
export { agentEffects, changeEffects, dayEffects } from './queueing/day-effects.ts';
export type { ChangeEffects, DayEffects } from './queueing/day-effects.ts';
export type { DayCounts } from './queueing/day-value.ts';
export { dayLevels, dayOutcomes } from './queueing/day-outcomes.ts';
export type { ArrivalOutcomes, DayOutcomes } from './queueing/day-outcomes.ts';
export { constantDeferredAgents, levelledDeferredAgents } from './queueing/deferred-requirement.ts';
export { deferredWork } from './queueing/deferred-work.ts';
export { engset } from './queueing/engset.ts';
export { erlangA } from './queueing/erlang-a.ts';
export { agentsForBlocking, loadForBlocking } from './queueing/erlang-b-inverse.ts';
export { erlangB, logErlangB } from './queueing/erlang-b.ts';
export { erlangC, logWaitBeyond } from './queueing/erlang-c.ts';
export { erlangX } from './queueing/erlang-x.ts';
export { finiteLine } from './queueing/finite-line.ts';
export { generalPatience } from './queueing/general-patience.ts';
export { serviceLevel } from './queueing/measures.ts';
export type { Measures, ServiceLevelDefinition } from './queueing/measures.ts';
export { requiredAgents } from './queueing/required-agents.ts';
export { requiredChatAgents } from './queueing/required-chat-agents.ts';
export { sequentialChatRequirement } from './queueing/sequential-chat-requirement.ts';
export { sequentialRequirement } from './queueing/sequential-requirement.ts';
export { sharedChatQueue } from './queueing/shared-chat-queue.ts';
export type { SharedChat, SharedChatDemand } from './queueing/shared-chat-queue.ts';
export { transientDay } from './queueing/transient-day.ts';
export type { Day, DayMeasures, IntervalMeasures } from './queueing/transient-day.ts';
export { analyse } from './scenario/analyse.ts';
export type { Analysis, FullAnalysis } from './scenario/analysis.ts';
export { parseScenario } from './scenario/parse.ts';
export type { ParsedScenario } from './scenario/parse.ts';
export { costOf, recommendStaffing } from './scenario/recommend.ts';
export type { Recommendation } from './scenario/recommend.ts';
export type { Scenario } from './scenario/schema.ts';
export { simulate } from './scenario/simulate.ts';
export type { ChannelSummary, SimulationSummary } from './scenario/simulate.ts';
export { checkModel } from './simulation/check-model.ts';
export { comparePlans } from './simulation/compare.ts';
export type { ClassDifference, PairedSummary } from './simulation/compare.ts';
export { OUTCOMES } from './simulation/day-record.ts';
export type { DayRecord, Outcome } from './simulation/day-record.ts';
export { checkRun, estimateRun } from './simulation/estimate-run.ts';
export type { RunEstimate } from './simulation/estimate-run.ts';
export type { RunBudget } from './simulation/run-cost.ts';
export type { SimulationModel } from './simulation/model.ts';
export { recordDay, simulateModel } from './simulation/simulate.ts';
export type { Estimate, ModelSummary } from './simulation/summary.ts';
