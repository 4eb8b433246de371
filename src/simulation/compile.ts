/**
 * From the model's words to the engine's arrays: ids become indices, defaults become numbers, rates
 * per hour become rates per second, staffing becomes a list of moments at which something changes.
 *
 * Assumes a model that `checkModel` finds nothing wrong with.
 */
import { withAfterContact, workRates } from './conversation.ts';
import { compileFollowUps, type CompiledFollowUps } from './compile-follow-ups.ts';
import type {
  AgentSelection,
  Batch,
  CustomerClass,
  ServiceLevelDefinition,
  SimulationModel,
  Skill,
} from './model.ts';
import {
  type Column,
  columnOfClass,
  compileReasons,
  DRAWN,
  type ReasonColumns,
  reasonsOf,
  sharesSoFar,
  skillHandles,
} from './reasons.ts';
import { type ReplyLaw, replyLaw } from './reply.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { compileStaffing, type CompiledAgents, type Controls } from './staffing-plan.ts';

/** In place of seconds: those of the customer's own draw. */
export const DRAWN_WORK = -1;

export type CompiledTier = {
  readonly groups: readonly number[];
  readonly after: number;
  readonly select: AgentSelection;
};

export type CompiledCallback = {
  readonly headWaits: number;
  readonly accept: number;
  readonly to: number;
};

export type CompiledBot = {
  readonly reach: number;
  readonly containment: number;
  readonly resolution: number;
  readonly recontact: number;
  readonly recontactDelay: Sampler;
  readonly duration: Sampler | null;
  readonly escalateTo: number;
  readonly workFactor: number;
};

export type CompiledClass = CompiledFollowUps & {
  readonly id: string;
  /** Number of its random streams. */
  readonly stream: number;
  /** Per second, by interval; null without arrivals of its own or with replayed ones. */
  readonly rates: Float64Array | null;
  readonly dayFactorCv: number;
  readonly levelFactorCv: number;
  readonly intervalFactorCv: number;
  readonly intervalFactorCorrelation: number;
  /** Null for one by one. */
  readonly batch: Batch | null;
  readonly instants: Float64Array | null;
  /** End of the span in which each comes; null: at the instant. */
  readonly instantsUntil: Float64Array | null;
  /** Whole seconds of each contact's own work, or `DRAWN_WORK`. */
  readonly instantWork: Float64Array | null;
  readonly handle: Sampler;
  readonly handleFactor: Float64Array | null;
  /**
   * How long it takes is known only to whoever takes it, as some group or reason has a handle time of its own: the
   * customer carries a uniform number, not a duration; or, where his time is given, that time as zero or less.
   */
  readonly workByUniform: boolean;
  readonly afterContact: number;
  readonly patience: Sampler | null;
  readonly patienceFactor: Float64Array | null;
  readonly leavesAtOnce: number;
  /** Some reason has a patience of its own: each customer brings the uniform number that his comes from. */
  readonly patienceByReason: boolean;
  readonly tiers: readonly CompiledTier[];
  /** Most conversations per agent; 0 for a contact that takes the whole agent. */
  readonly conversationLimit: number;
  readonly conversationRates: readonly number[];
  readonly conversationBusy: readonly number[];
  readonly silentShare: number;
  readonly silentTimeOut: number;
  readonly sticky: boolean;
  /** How long the agent's own first reply takes; null where contacts have no turns. */
  readonly reply: ReplyLaw | null;
  readonly deferred: boolean;
  readonly due: number;
  readonly pauses: boolean;
  /** Open spans, or null for always open. */
  readonly open: readonly (readonly [number, number])[] | null;
  readonly threshold: number;
  readonly definition: ServiceLevelDefinition;
  readonly shortAbandon: number;
  /** -1 without such a target. */
  readonly responseWithin: number;
  readonly bot: CompiledBot | null;
  readonly callback: CompiledCallback | null;
  /** Number of reasons, their shares added up (reasons.ts), and who came why where arrivals are replayed. */
  readonly reasons: number;
  readonly reasonShares: Float64Array;
  readonly instantReasons: Uint8Array | null;
  /** Lines it occupies, or -1. */
  readonly lines: number;
  readonly waitingAtStart: readonly number[];
};

export type CompiledGroup = {
  readonly id: string;
  /** Classes in the order in which a freed agent looks at them, with the rank that makes them equals. */
  readonly order: readonly { readonly class: number; readonly rank: number }[];
  readonly byDue: boolean;
  /** Number of classes it serves, for `mostSpecialised`. */
  readonly breadth: number;
};

export type CompiledModel = {
  readonly model: SimulationModel;
  readonly intervalSeconds: number;
  readonly intervals: number;
  readonly end: number;
  readonly warmUp: number;
  readonly abandonAtEnd: boolean;
  /** Day of each interval. */
  readonly dayOf: Int32Array;
  readonly days: number;
  readonly factorCorrelation: number;
  readonly classes: readonly CompiledClass[];
  readonly groups: readonly CompiledGroup[];
  /** Null: no class has any. */
  readonly reasons: ReasonColumns | null;
  /** Columns of the books (reasons.ts), the classes first. */
  readonly columns: readonly Column[];
  /** Of class c at group g, at [g * classes + c]: speed (0: does not serve it), reserve, eligibility. */
  readonly skillSpeed: Float64Array;
  readonly skillReserve: Int32Array;
  readonly skillAfter: Float64Array;
  /** Rank in the order in which a freed agent looks at classes. */
  readonly skillRank: Float64Array;
  /** Of a column of the books at group g, at [g * columns + column]. */
  readonly skillHandle: readonly (Sampler | null)[];
  /** Most conversations an agent of any group can hold; at least 1. */
  readonly slots: number;
  /** Histogram of each class's waits: its own one where the reply takes the agent time, else that of its responses. */
  readonly waitHistogram: Int32Array;
  /** Those of the responses, class by class, then those of waits. */
  readonly histograms: number;
  readonly agents: CompiledAgents;
  readonly controls: Controls;
  readonly lineCounts: readonly number[];
  /** Some customer can have more than one contact. */
  readonly hasJourneys: boolean;
};

export function compileModel(model: SimulationModel): CompiledModel {
  const { horizon, classes, groups } = model;
  const classIndex = new Map(classes.map((c, i) => [c.id, i]));
  const groupIndex = new Map(groups.map((g, i) => [g.id, i]));
  const size = groups.length * classes.length;
  const skillSpeed = new Float64Array(size);
  const skillReserve = new Int32Array(size);
  const skillAfter = new Float64Array(size).fill(Infinity);
  const skillRank = new Float64Array(size);
  groups.forEach((group, g) => {
    for (const skill of group.serves) {
      const at = g * classes.length + indexOf(classIndex, skill.class);
      skillSpeed[at] = skill.speed ?? 1;
      skillReserve[at] = skill.reserve ?? 0;
    }
  });
  const slots = Math.max(1, ...classes.map((c) => c.conversation?.limit ?? 0));
  const compiledClasses = classes.map((c, index) =>
    compileClass(model, c, index, classIndex, groupIndex, slots),
  );
  compiledClasses.forEach((c, index) => {
    for (const tier of c.tiers)
      for (const g of tier.groups) {
        const at = g * classes.length + index;
        skillAfter[at] = Math.min(skillAfter[at] ?? Infinity, tier.after);
      }
  });
  const reasons = compileReasons(model, compiledClasses, (c, reason) =>
    compileFollowUps(reason.followUps, c, classIndex),
  );
  const columns = reasons?.columns ?? compiledClasses.map(columnOfClass);
  const compiledGroups = groups.map((group, g) => {
    const order = group.serves
      .map((skill) => {
        const c = indexOf(classIndex, skill.class);
        const rank = group.takes === 'oldest' ? 0 : (skill.priority ?? classes[c]?.priority ?? 1);
        skillRank[g * classes.length + c] = rank;
        return { class: c, rank };
      })
      .sort((a, b) => a.rank - b.rank || a.class - b.class);
    return { id: group.id, order, byDue: group.takes === 'earliestDue', breadth: group.serves.length };
  });
  const dayOf = new Int32Array(horizon.intervals);
  const dayStarts = horizon.dayStarts ?? [0];
  for (let i = 0, day = 0; i < horizon.intervals; i++) {
    while (day + 1 < dayStarts.length && (dayStarts[day + 1] ?? Infinity) <= i) day++;
    dayOf[i] = day;
  }
  let histograms = classes.length;
  const waitHistogram = Int32Array.from(compiledClasses, ({ reply }, c) =>
    reply === null ? c : histograms++,
  );
  const { agents, controls } = compileStaffing(model, compiledClasses);
  return {
    model,
    intervalSeconds: horizon.intervalSeconds,
    intervals: horizon.intervals,
    end: horizon.intervals * horizon.intervalSeconds,
    warmUp: horizon.warmUp ?? 0,
    abandonAtEnd: horizon.atEnd === 'abandon',
    dayOf,
    days: dayStarts.length,
    factorCorrelation: model.factorCorrelation ?? 0,
    classes: compiledClasses,
    groups: compiledGroups,
    reasons,
    columns,
    skillSpeed,
    skillReserve,
    skillAfter,
    skillRank,
    skillHandle: skillHandles(model, classIndex, columns.length, reasons),
    slots,
    waitHistogram,
    histograms,
    agents,
    controls,
    lineCounts: (model.lines ?? []).map((lines) => lines.count),
    hasJourneys: classes.some(
      (c) => c.bot ?? c.callback ?? [c, ...reasonsOf(c)].some(({ followUps = [] }) => followUps.length > 0),
    ),
  };
}

function compileClass(
  model: SimulationModel,
  c: CustomerClass,
  index: number,
  classIndex: ReadonlyMap<string, number>,
  groupIndex: ReadonlyMap<string, number>,
  slots: number,
): CompiledClass {
  const { arrivals, deferred, afterContact = 0 } = c;
  const handle = createSampler(c.handleTime);
  // Nothing but after-contact work: there are no turns that it could lengthen.
  const afterShare = handle.mean > 0 ? afterContact / handle.mean : 0;
  const conversation = c.conversation && withAfterContact(c.conversation, afterShare);
  const speeds = conversation ? workRates(conversation, slots) : null;
  const serving = model.groups.filter((g) => g.serves.some((s) => s.class === c.id));
  const tiers = c.tiers ?? [{ groups: serving.map((g) => g.id) }];
  const reasons = reasonsOf(c);
  const listed = arrivals?.kind === 'instants' ? arrivals : null;
  const instantWork = listed?.handleTimes
    ? Float64Array.from(listed.handleTimes, (seconds) => seconds ?? DRAWN_WORK)
    : null;
  const ownWork = (skill: Skill): boolean =>
    skill.class === c.id && (skill.handleTime !== undefined || skill.reasons !== undefined);
  const rule = c.serviceLevel ?? { threshold: deferred?.due ?? 20 };
  return {
    id: c.id,
    stream: c.stream ?? index,
    rates:
      arrivals?.kind === 'rates' ? Float64Array.from(arrivals.contactsPerHour, (rate) => rate / 3600) : null,
    dayFactorCv: arrivals?.kind === 'rates' ? (arrivals.dayFactorCv ?? 0) : 0,
    levelFactorCv: arrivals?.kind === 'rates' ? (arrivals.levelFactorCv ?? 0) : 0,
    intervalFactorCv: arrivals?.kind === 'rates' ? (arrivals.intervalFactorCv ?? 0) : 0,
    intervalFactorCorrelation: arrivals?.kind === 'rates' ? (arrivals.intervalFactorCorrelation ?? 0) : 0,
    batch: arrivals?.kind === 'rates' ? (arrivals.batch ?? null) : null,
    instants:
      listed && (listed.at instanceof Float64Array ? listed.at : Float64Array.from<number>(listed.at)),
    instantsUntil: listed?.until ? Float64Array.from(listed.until) : null,
    instantWork,
    handle,
    handleFactor: c.handleTimeFactor ? Float64Array.from(c.handleTimeFactor) : null,
    workByUniform:
      reasons.length > 0 ||
      serving.some((g) => g.serves.some(ownWork)) ||
      (instantWork !== null && c.handleTimeFactor !== undefined),
    afterContact,
    patience: c.patience ? createSampler(c.patience.distribution) : null,
    patienceFactor: c.patienceFactor ? Float64Array.from(c.patienceFactor) : null,
    leavesAtOnce: c.patience?.leavesAtOnce ?? 0,
    patienceByReason: reasons.some(({ patience }) => patience !== undefined),
    tiers: tiers
      .map((tier) => ({
        groups: tier.groups.map((id) => indexOf(groupIndex, id)),
        after: tier.after ?? 0,
        select: tier.select ?? 'longestIdle',
      }))
      .sort((a, b) => a.after - b.after),
    conversationLimit: conversation?.limit ?? 0,
    conversationRates: speeds?.rates ?? [],
    conversationBusy: speeds?.busy ?? [],
    silentShare: conversation?.silentAbandon?.share ?? 0,
    silentTimeOut: conversation?.silentAbandon?.timeOut ?? 0,
    sticky: c.sticky === true,
    reply: conversation ? replyLaw(conversation, slots) : null,
    deferred: deferred !== undefined,
    due: deferred?.due ?? rule.threshold,
    pauses: deferred !== undefined && deferred.atClose !== 'finish',
    open: deferred?.open ?? c.open ?? null,
    threshold: rule.threshold,
    definition: rule.definition ?? 'offered',
    shortAbandon: rule.shortAbandon ?? 5,
    responseWithin: c.targets?.firstResponse?.percentile?.within ?? -1,
    bot: c.bot
      ? {
          reach: c.bot.reach,
          containment: c.bot.containment,
          resolution: c.bot.resolution,
          recontact: c.bot.recontact,
          recontactDelay: createSampler(c.bot.recontactDelay),
          duration: c.bot.duration ? createSampler(c.bot.duration) : null,
          escalateTo: c.bot.escalateTo === undefined ? index : indexOf(classIndex, c.bot.escalateTo),
          workFactor: c.bot.handoverHandleTimeFactor ?? 1,
        }
      : null,
    callback: c.callback ? { ...c.callback, to: indexOf(classIndex, c.callback.to) } : null,
    reasons: reasons.length,
    reasonShares: sharesSoFar(reasons, model.horizon.intervals),
    instantReasons: listed?.reasons
      ? Uint8Array.from(listed.reasons, (id) =>
          id === null ? DRAWN : reasons.findIndex((reason) => reason.id === id),
        )
      : null,
    ...compileFollowUps(c.followUps, index, classIndex),
    lines: (model.lines ?? []).findIndex((lines) => lines.classes.includes(c.id)),
    waitingAtStart: c.waitingAtStart ?? [],
  };
}

function indexOf(index: ReadonlyMap<string, number>, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw new Error(`no such id: ${id}`);
  return found;
}
