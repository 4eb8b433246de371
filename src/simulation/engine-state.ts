/**
 * Everything that changes during a replication, and the parts of the compiled model the loop reads,
 * copied into typed arrays.
 *
 * The engine is a handful of modules that act on this one record: arrivals, routing, handling,
 * planned changes, timers, and the counting they share. Reading a field of an object costs the loop
 * more than an addition, so what most models do not use hangs on one flag per class.
 */
import { type AgentKinds, agentKinds } from './agent-kinds.ts';
import { AgentFloor } from './agent-floor.ts';
import { ArrivalSource } from './arrival-source.ts';
import type { CompiledModel, CompiledTier } from './compile.ts';
import type { CompiledFollowUps } from './compile-follow-ups.ts';
import { CompletionHeap } from './completion-heap.ts';
import { ContactQueue } from './contact-queue.ts';
import { type Counters, createCounters } from './counters.ts';
import type { EventLog } from './event-log.ts';
import { FollowUps } from './follow-ups.ts';
import { Journeys } from './journey-books.ts';
import type { ReasonColumns } from './reasons.ts';
import { TimerHeap } from './timer-heap.ts';

/** Columns of what an agent has in hand. */
export const IN_ARRIVED = 0;
export const IN_START = 1;
export const IN_DEADLINE = 2;
export const IN_INTERVAL = 3;
export const IN_CUSTOMER = 4;
export const IN_ORIGIN = 5;
export const IN_CLOCK = 6;
export const HAND = 7;

/** Somebody whose first contact is of this class may have another. */
function canComeBack({ classes, columns }: CompiledModel, c: number): boolean {
  return (
    classes[c]!.bot !== null ||
    classes[c]!.callback !== null ||
    columns.some(
      (column) =>
        column.class === c &&
        column.onAnswered.length + column.onAbandoned.length + column.onBlocked.length > 0,
    )
  );
}

export class EngineState {
  readonly model: CompiledModel;
  /** Null: nobody asked for one. */
  readonly log: EventLog | null;
  readonly classes: number;
  /** Of the books: as many as classes where no class has reasons. */
  readonly columns: number;
  readonly reasons: ReasonColumns | null;
  readonly intervals: number;
  readonly floor: AgentFloor;
  readonly heap: CompletionHeap;
  readonly queues: ContactQueue[];
  readonly sources: ArrivalSource[];
  readonly followUps: FollowUps;
  /** Deadlines of watched contacts: when, class, index in the queue. */
  readonly deadlines = new TimerHeap();
  /** Null where customers have one contact each. */
  readonly journeys: Journeys | null;
  /** Of the people who may be absent: 1 for who is. */
  readonly absent: Uint8Array;
  readonly counters: Counters;
  readonly cells: Float64Array;
  readonly histogram: Float64Array;
  readonly waitHistogram: Int32Array;

  // Per class: fixed.
  readonly threshold: Float64Array;
  readonly shortAbandon: Float64Array;
  readonly responseWithin: Float64Array;
  readonly afterContact: Float64Array;
  readonly due: Float64Array;
  /** Most conversations per agent; 0 for a contact that takes him whole. */
  readonly limit: Int32Array;
  readonly silentShare: Float64Array;
  readonly hasSilent: boolean;
  /** Share of an agent's time that one of n conversations takes, at [class * slots + n - 1]. */
  readonly busyOf: Float64Array;
  readonly deferred: Uint8Array;
  /** The moment of giving up matters to others (lines, follow-ups): it gets a timer. */
  readonly watched: Uint8Array;
  /** Nothing happens when such a contact ends, and nothing interrupts it: its record need not be kept in hand. */
  readonly plain: Uint8Array;
  /** Its queue keeps clock, due time and customer. */
  readonly full: Uint8Array;
  /** Joining the queue takes more than a look for an agent: factors, hand-overs, lines. */
  readonly special: Uint8Array;
  readonly workByUniform: Uint8Array;
  readonly hasBot: Uint8Array;
  /** Everybody works at speed 1. */
  readonly even: boolean;

  // Per class: changing.
  readonly waiting: Int32Array;
  /** Left from the middle of the queue, their places not come up yet. */
  readonly gone: Int32Array;
  /** Moments at which contacts left the queue, less level * time at the last closing; and at which they joined. */
  readonly queueBooks: Float64Array;
  readonly queueJoined: Float64Array;
  readonly open: Uint8Array;
  readonly clockBase: Float64Array;
  readonly clockSince: Float64Array;
  readonly nextArrival: Float64Array;

  // Tiers of each class, flat, in the order in which they open.
  readonly tierStart: Int32Array;
  readonly tiers: readonly CompiledTier[];
  readonly tierAfter: Float64Array;
  /** The class has one kind of tier only: open at once, longest idle first, agents taken whole, no reserve. */
  readonly simple: Uint8Array;

  // Which classes a group's freed agents look at, in order.
  readonly orderStart: Int32Array;
  readonly orderClass: Int32Array;
  readonly orderRank: Int32Array;
  readonly byDue: Uint8Array;
  readonly skillReserve: Int32Array;
  readonly skillAfter: Float64Array;
  /** At group and class: some contact that takes an agent whole comes no later than this conversation. */
  readonly mayDrain: Uint8Array;
  readonly kinds: AgentKinds;

  /** Agents who leave as soon as they are free (pooled shift ends). */
  readonly debt: Int32Array;
  readonly linesUsed: Int32Array;

  // What each agent has in hand, at (agent * slots + k) of `inClass`, times HAND of `hands`.
  readonly slots: number;
  readonly inClass: Int32Array;
  readonly hands: Float64Array;
  // Of conversations: the work left at `updated`, the pace since, who is done first, and whether nobody
  // is there any more and the place is held until the time-out.
  readonly workLeft: Float64Array;
  readonly paceNow: Float64Array;
  readonly doneFirst: Int32Array;
  readonly isSilent: Uint8Array;
  readonly updated: Float64Array;
  /** Places of an agent that nobody is behind any more. */
  readonly silent: Int32Array;

  // Tiers that open after a wait: the next contact of each that will come of age.
  readonly agingClass: number[] = [];
  readonly agingTier: CompiledTier[] = [];
  readonly agingNext: Int32Array;
  readonly hasTimers: boolean;

  selection = new Int32Array(4);
  // -0 where fractions will stand, and what is read from a queue's record: V8 would take 0 for a small integer,
  // and throw away at the first fraction the loop it is compiling.
  /** The time of the event being handled; the floor keeps a copy. */
  now = -0;
  /** Row of the cells for the interval now; the warm-up has a row of its own after the last. */
  row = 0;
  /** The interval whose books are open: -1 during the warm-up, `intervals` after the end. */
  openInterval = 0;
  intervalStart = -0;

  // The contact being routed.
  arrived = -0;
  clock = -0;
  deadline = -0;
  work = -0;
  interval = -0;
  customer = 0;
  origin = 0;
  state = -0; // WAITING
  /** The agent who served the customer last, if he has just come back; -1 for none. */
  preferred = -1;
  /** How long a contact being counted as answered waited. */
  wait = -0;
  /** How long the agent's reply then takes him, in a conversation. */
  reply = -0;

  constructor(model: CompiledModel, log: EventLog | null = null) {
    const { classes, groups, agents } = model;
    const count = classes.length;
    const flags = (test: (c: CompiledModel['classes'][number], index: number) => boolean) =>
      Uint8Array.from(classes, (c, index) => (test(c, index) ? 1 : 0));
    this.model = model;
    this.log = log;
    this.classes = count;
    this.intervals = model.intervals;
    this.floor = new AgentFloor(model);
    this.heap = new CompletionHeap(agents.count);
    this.queues = classes.map(() => new ContactQueue());
    this.sources = classes.map((_, c) => new ArrivalSource(model, c));
    this.followUps = new FollowUps(Uint32Array.from(classes, ({ stream }) => stream));
    this.journeys = model.hasJourneys ? new Journeys(classes.map((_, c) => !canComeBack(model, c))) : null;
    this.absent = new Uint8Array(agents.doubtful.absence.length);
    const { columns, reasons } = model;
    this.columns = columns.length;
    this.reasons = reasons;
    this.counters = createCounters(
      model.intervals + 1,
      count,
      columns.length,
      groups.length,
      model.histograms,
    );
    this.cells = this.counters.cells;
    this.histogram = this.counters.histogram;
    this.waitHistogram = model.waitHistogram;

    this.threshold = Float64Array.from(classes, (c) => c.threshold);
    this.shortAbandon = Float64Array.from(classes, (c) => c.shortAbandon);
    this.responseWithin = Float64Array.from(classes, (c) => c.responseWithin);
    this.afterContact = Float64Array.from(classes, (c) => c.afterContact);
    this.due = Float64Array.from(classes, (c) => c.due);
    this.limit = Int32Array.from(classes, (c) => c.conversationLimit);
    this.silentShare = Float64Array.from(classes, (c) => c.silentShare);
    this.hasSilent = classes.some((c) => c.silentShare > 0);
    this.busyOf = Float64Array.from(
      classes.flatMap((c) =>
        Array.from({ length: model.slots }, (_, n) => (c.conversationBusy[n] ?? 0) / (n + 1)),
      ),
    );
    this.kinds = agentKinds(model);
    this.deferred = flags((c) => c.deferred);
    const follows = (c: number, on: keyof CompiledFollowUps): boolean =>
      columns.some((column) => column.class === c && column[on].length > 0);
    this.watched = flags((c, index) => c.lines >= 0 || follows(index, 'onAbandoned'));
    const preempts = model.controls.preempts.includes(1);
    const byDue = groups.some((group) => group.byDue);
    this.plain = flags(
      (c) =>
        log === null &&
        reasons === null &&
        this.journeys === null &&
        c.lines < 0 &&
        c.onAnswered.length === 0 &&
        !c.deferred &&
        c.conversationLimit === 0 &&
        !preempts &&
        !c.workByUniform,
    );
    this.full = flags((_, index) => this.plain[index] === 0 || this.watched[index] === 1 || byDue);
    const handedTo = new Set(classes.map((c) => c.bot?.escalateTo));
    this.special = flags(
      (c, index) =>
        c.handleFactor !== null ||
        c.patienceFactor !== null ||
        c.lines >= 0 ||
        c.deferred ||
        c.callback !== null ||
        handedTo.has(index),
    );
    this.workByUniform = flags((c) => c.workByUniform);
    this.hasBot = flags((c) => c.bot !== null);
    this.even =
      model.skillSpeed.every((speed) => speed === 0 || speed === 1) &&
      agents.speed.every((speed) => speed === 1);

    this.waiting = new Int32Array(count);
    this.gone = new Int32Array(count);
    this.queueBooks = new Float64Array(count);
    this.queueJoined = new Float64Array(count);
    this.open = new Uint8Array(count);
    this.clockBase = new Float64Array(count);
    this.clockSince = new Float64Array(count);
    this.nextArrival = new Float64Array(count);

    this.tierStart = new Int32Array(count + 1);
    classes.forEach((c, i) => (this.tierStart[i + 1] = this.tierStart[i]! + c.tiers.length));
    this.tiers = classes.flatMap((c) => c.tiers);
    this.tierAfter = Float64Array.from(this.tiers, (tier) => tier.after);
    this.simple = flags(
      (c, index) =>
        c.conversationLimit === 0 &&
        c.tiers.every(
          (tier) =>
            tier.after === 0 &&
            tier.select === 'longestIdle' &&
            tier.groups.every((g) => model.skillReserve[g * count + index] === 0),
        ),
    );

    this.orderStart = new Int32Array(groups.length + 1);
    groups.forEach((g, i) => (this.orderStart[i + 1] = this.orderStart[i]! + g.order.length));
    this.orderClass = Int32Array.from(groups.flatMap((g) => g.order.map((entry) => entry.class)));
    this.orderRank = Int32Array.from(groups.flatMap((g) => g.order.map((entry) => entry.rank)));
    this.byDue = Uint8Array.from(groups, (g) => (g.byDue ? 1 : 0));
    this.skillReserve = model.skillReserve;
    this.skillAfter = model.skillAfter;
    this.mayDrain = Uint8Array.from(model.skillRank, (rank, at) => {
      const { order } = groups[Math.floor(at / count)]!;
      return order.some((other) => other.rank <= rank && this.limit[other.class] === 0) ? 1 : 0;
    });

    this.debt = new Int32Array(groups.length);
    this.linesUsed = new Int32Array(model.lineCounts.length);
    this.slots = model.slots;
    this.inClass = new Int32Array(agents.count * model.slots);
    this.hands = new Float64Array(agents.count * model.slots * HAND);
    this.workLeft = new Float64Array(agents.count * model.slots);
    this.paceNow = new Float64Array(agents.count * model.slots);
    this.doneFirst = new Int32Array(agents.count);
    this.isSilent = new Uint8Array(agents.count * model.slots);
    this.silent = new Int32Array(agents.count);
    this.updated = new Float64Array(agents.count);
    classes.forEach((c, index) => {
      for (const tier of c.tiers) {
        if (!(tier.after > 0)) continue;
        this.agingClass.push(index);
        this.agingTier.push(tier);
      }
    });
    this.agingNext = new Int32Array(this.agingClass.length);
    this.hasTimers =
      this.agingClass.length > 0 ||
      this.watched.includes(1) ||
      classes.some(
        (c, index) =>
          c.bot !== null ||
          c.callback !== null ||
          follows(index, 'onAnswered') ||
          follows(index, 'onBlocked'),
      );
  }

  /** Empty floor, empty queues, empty books. */
  clear(): void {
    this.deadlines.clear();
    this.journeys?.clear();
    this.floor.clear();
    this.heap.clear();
    for (const queue of this.queues) queue.clear();
    this.cells.fill(0);
    this.counters.groupCells.fill(0);
    this.counters.reasonCells.fill(0);
    this.counters.bot.fill(0);
    this.counters.returns.fill(0);
    this.histogram.fill(0);
    this.waiting.fill(0);
    this.gone.fill(0);
    this.queueBooks.fill(0);
    this.queueJoined.fill(0);
    this.clockBase.fill(0);
    this.clockSince.fill(0);
    this.debt.fill(0);
    this.linesUsed.fill(0);
    this.silent.fill(0);
    this.agingNext.fill(0);
    const { warmUp, intervals } = this.model;
    this.openInterval = warmUp > 0 ? -1 : 0;
    this.row = warmUp > 0 ? intervals : 0;
    this.intervalStart = 0 - warmUp;
    this.setNow(0 - warmUp);
  }

  setNow(time: number): void {
    this.now = time;
    this.floor.now = time;
  }

  /** Seconds that work of class c takes this agent, per second of handle time. */
  slowness(agent: number, c: number): number {
    return this.kinds.slowness[this.kinds.kindOf[agent]! * this.classes + c]!;
  }
}
