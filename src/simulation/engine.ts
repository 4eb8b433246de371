/**
 * The event loop: one replication of a compiled model, from the first arrival to closed books.
 *
 * The next event is the earliest of the next arrival, the next completion, the next planned change
 * (staffing.ts) and, only in models that need them, the next timer. Nothing is allocated per event.
 * Patience is checked when a contact comes to the head of its queue; only lines and follow-ups, which
 * depend on the moment of leaving, ask for a timer. At equal times completions come first, then
 * planned changes, timers, arrivals.
 *
 * Reference: Law (2015), Simulation Modeling and Analysis, 5th ed., chapter 1, for the event-scheduling
 * view; the loop differs in that arrivals and planned changes are sorted lists, not events in a heap.
 */
import { createStream, replicationState } from '../random/streams.ts';
import { nextUniform } from '../random/xoshiro.ts';
import { AgentFloor } from './agent-floor.ts';
import { ArrivalSource, BOT_DRAWS, STREAM_ABSENCE, STREAM_SELECTION } from './arrival-source.ts';
import type { CompiledFollowUp, CompiledModel, CompiledTier } from './compile.ts';
import { CompletionHeap } from './completion-heap.ts';
import { ContactQueue, GONE, INTERRUPTED, WAITING } from './contact-queue.ts';
import * as K from './counters.ts';
import { drawFactors } from './factors.ts';
import * as F from './follow-ups.ts';
import { TimerHeap } from './timer-heap.ts';
import * as S from './staffing-plan.ts';

export class Engine {
  readonly #model: CompiledModel;
  readonly #classes: number;
  readonly #floor: AgentFloor;
  readonly #heap: CompletionHeap;
  readonly #queues: ContactQueue[];
  readonly #sources: ArrivalSource[];
  readonly #followUps = new F.FollowUps();
  readonly #deadlines = new TimerHeap();
  readonly #absent: Uint8Array;
  // Per class, copied out of the compiled objects for the loop.
  readonly #waiting: Int32Array;
  readonly #queueBooks: Float64Array;
  readonly #threshold: Float64Array;
  readonly #shortAbandon: Float64Array;
  readonly #responseWithin: Float64Array;
  readonly #after: Float64Array;
  readonly #due: Float64Array;
  readonly #limit: Int32Array;
  readonly #deferred: Uint8Array;
  readonly #open: Uint8Array;
  readonly #clockBase: Float64Array;
  readonly #clockSince: Float64Array;
  readonly #watched: Uint8Array;
  readonly #plain: Uint8Array;
  readonly #nextArrival: Float64Array;
  // Which classes a group's freed agents look at, in order.
  readonly #orderStart: Int32Array;
  readonly #orderClass: Int32Array;
  readonly #orderRank: Int32Array;
  readonly #debt: Int32Array;
  readonly #linesUsed: Int32Array;
  // What each agent has in hand, at [agent * slots + k].
  readonly #slots: number;
  readonly #inClass: Int32Array;
  readonly #inArrived: Float64Array;
  readonly #inClock: Float64Array;
  readonly #inDeadline: Float64Array;
  readonly #inStart: Float64Array;
  readonly #inWork: Float64Array;
  readonly #inInterval: Int32Array;
  readonly #inCustomer: Int32Array;
  readonly #inOrigin: Int32Array;
  readonly #updated: Float64Array;
  // Tiers that open after a wait: the next contact of each that will come of age.
  readonly #agingClass: number[] = [];
  readonly #agingTier: CompiledTier[] = [];
  readonly #agingNext: Int32Array;
  readonly #hasTimers: boolean;
  readonly #counters: K.Counters;
  readonly #cells: Float64Array;
  readonly #histogram: Float64Array;
  #selection = new Int32Array(4);
  /** Row of the cells for the interval now; the warm-up has a row of its own after the last. */
  #row = 0;
  /** The interval whose books are open: -1 during the warm-up, `intervals` after the end. */
  #openInterval = 0;
  #intervalStart = 0;
  // The contact being routed.
  #arrived = 0;
  #clock = 0;
  #deadline = 0;
  #work = 0;
  #interval = 0;
  #customer = 0;
  #origin = 0;
  #state = WAITING;

  constructor(model: CompiledModel) {
    const { classes, groups, agents } = model;
    const count = classes.length;
    this.#model = model;
    this.#classes = count;
    this.#floor = new AgentFloor(model);
    this.#heap = new CompletionHeap(agents.count);
    this.#queues = classes.map(() => new ContactQueue());
    this.#sources = classes.map((_, c) => new ArrivalSource(model, c));
    this.#absent = new Uint8Array(agents.count);
    this.#waiting = new Int32Array(count);
    this.#queueBooks = new Float64Array(count);
    this.#threshold = Float64Array.from(classes, (c) => c.threshold);
    this.#shortAbandon = Float64Array.from(classes, (c) => c.shortAbandon);
    this.#responseWithin = Float64Array.from(classes, (c) => c.responseWithin);
    this.#after = Float64Array.from(classes, (c) => c.afterContact);
    this.#due = Float64Array.from(classes, (c) => c.due);
    this.#limit = Int32Array.from(classes, (c) => c.conversationLimit);
    this.#deferred = Uint8Array.from(classes, (c) => (c.deferred ? 1 : 0));
    this.#open = new Uint8Array(count);
    this.#clockBase = new Float64Array(count);
    this.#clockSince = new Float64Array(count);
    this.#watched = Uint8Array.from(classes, (c) => (c.lines >= 0 || c.onAbandoned.length > 0 ? 1 : 0));
    this.#plain = Uint8Array.from(classes, (c) =>
      c.lines < 0 && c.onAnswered.length === 0 && !c.deferred ? 1 : 0,
    );
    this.#nextArrival = new Float64Array(count);
    this.#orderStart = new Int32Array(groups.length + 1);
    groups.forEach((g, i) => (this.#orderStart[i + 1] = this.#orderStart[i]! + g.order.length));
    this.#orderClass = Int32Array.from(groups.flatMap((g) => g.order.map((entry) => entry.class)));
    this.#orderRank = Int32Array.from(groups.flatMap((g) => g.order.map((entry) => entry.rank)));
    this.#debt = new Int32Array(groups.length);
    this.#linesUsed = new Int32Array(model.lineCounts.length);
    this.#slots = model.slots;
    const hands = agents.count * model.slots;
    this.#inClass = new Int32Array(hands);
    this.#inArrived = new Float64Array(hands);
    this.#inClock = new Float64Array(hands);
    this.#inDeadline = new Float64Array(hands);
    this.#inStart = new Float64Array(hands);
    this.#inWork = new Float64Array(hands);
    this.#inInterval = new Int32Array(hands);
    this.#inCustomer = new Int32Array(hands);
    this.#inOrigin = new Int32Array(hands);
    this.#updated = new Float64Array(agents.count);
    classes.forEach((c, index) => {
      for (const tier of c.tiers) {
        if (!(tier.after > 0)) continue;
        this.#agingClass.push(index);
        this.#agingTier.push(tier);
      }
    });
    this.#agingNext = new Int32Array(this.#agingClass.length);
    this.#hasTimers =
      this.#agingClass.length > 0 ||
      this.#watched.includes(1) ||
      classes.some((c) => c.bot !== null || c.onAnswered.length > 0 || c.onBlocked.length > 0);
    this.#counters = K.createCounters(model.intervals + 1, count, groups.length);
    this.#cells = this.#counters.cells;
    this.#histogram = this.#counters.histogram;
  }

  /** Counters of one replication; the same whatever ran before. */
  run(seed: number, replication: number): K.Counters {
    const model = this.#model;
    this.#start(seed, replication);
    const { time: controlTime } = model.controls;
    const heapTime = this.#heap.time;
    const arrivals = this.#nextArrival;
    const classes = this.#classes;
    let control = 0;
    let arriving = this.#firstArrival();
    for (;;) {
      const completion = heapTime[0]!;
      const planned = controlTime[control]!;
      const arrival = classes > 0 ? arrivals[arriving]! : Infinity;
      const timer = this.#hasTimers ? this.#nextTimer() : Infinity;
      if (completion <= planned && completion <= arrival && completion <= timer) this.#complete(completion);
      else if (planned <= arrival && planned <= timer) {
        this.#change(control, planned);
        if (++control === controlTime.length) break;
      } else if (timer <= arrival) this.#fire(timer);
      else {
        this.#arrive(arriving, arrival);
        const next = this.#sources[arriving]!.advance();
        arrivals[arriving] = next;
        let least = next;
        for (let c = 0; c < classes; c++) {
          const candidate = arrivals[c]!;
          if (candidate < least) {
            least = candidate;
            arriving = c;
          }
        }
      }
    }
    this.#finish(model.end);
    const { intervals, groups } = model;
    return {
      cells: this.#cells.slice(0, intervals * classes * K.CLASS_FIELDS),
      groupCells: this.#counters.groupCells.slice(0, intervals * groups.length * K.GROUP_FIELDS),
      bot: this.#counters.bot.slice(),
      histogram: this.#histogram.slice(),
    };
  }

  #start(seed: number, replication: number): void {
    const model = this.#model;
    const start = replicationState(seed, replication);
    this.#selection = createStream(start, STREAM_SELECTION);
    this.#followUps.start(start);
    this.#deadlines.clear();
    this.#floor.clear();
    this.#heap.clear();
    for (const queue of this.#queues) queue.clear();
    this.#cells.fill(0);
    this.#counters.groupCells.fill(0);
    this.#counters.bot.fill(0);
    this.#histogram.fill(0);
    this.#waiting.fill(0);
    this.#queueBooks.fill(0);
    this.#clockBase.fill(0);
    this.#clockSince.fill(0);
    this.#debt.fill(0);
    this.#linesUsed.fill(0);
    this.#agingNext.fill(0);
    const { absence } = model.agents;
    if (absence.some((chance) => chance > 0)) {
      const stream = createStream(start, STREAM_ABSENCE);
      for (let a = 0; a < absence.length; a++) this.#absent[a] = nextUniform(stream) < absence[a]! ? 1 : 0;
    }
    const factors = drawFactors(model, start);
    model.classes.forEach((c, index) => {
      this.#open[index] = c.open === null ? 1 : 0;
      this.#sources[index]!.start(start, factors[index] ?? null);
      this.#nextArrival[index] = this.#sources[index]!.at[0]!;
    });
    this.#openInterval = model.warmUp > 0 ? -1 : 0;
    this.#row = model.warmUp > 0 ? model.intervals : 0;
    this.#intervalStart = -model.warmUp;
    this.#seedBacklog(-model.warmUp);
  }

  #firstArrival(): number {
    let least = 0;
    for (let c = 1; c < this.#classes; c++) if (this.#nextArrival[c]! < this.#nextArrival[least]!) least = c;
    return least;
  }

  /** Contacts left over from before: the longest waiting first, with draws by counter. */
  #seedBacklog(time: number): void {
    this.#model.classes.forEach((c, index) => {
      const waits = [...c.waitingAtStart].sort((a, b) => b - a);
      waits.forEach((wait, n) => {
        this.#drawContact(index, -1 - n, index);
        this.#arrived = time - wait;
        this.#clock = c.deferred ? -wait : this.#arrived;
        this.#deadline = Math.max(time, this.#deadline + this.#arrived);
        this.#cells[this.#cell(index) + K.OFFERED]!++;
        this.#cells[this.#cell(index) + K.ARRIVALS]!++;
        this.#cells[this.#cell(index) + K.DELAYED]!++;
        if (c.lines >= 0) this.#linesUsed[c.lines]!++;
        this.#enqueue(index, time);
      });
    });
  }

  #cell(classIndex: number): number {
    return (this.#row * this.#classes + classIndex) * K.CLASS_FIELDS;
  }

  // ------------------------------------------------------------------ arrivals

  #arrive(c: number, time: number): void {
    const source = this.#sources[c]!;
    const i = source.next;
    const compiled = this.#model.classes[c]!;
    this.#cells[this.#cell(c) + K.ARRIVALS]!++;
    this.#customer = source.customer;
    this.#origin = c;
    if (compiled.bot !== null && this.#meetsBot(c, time, source.bot, i * BOT_DRAWS)) return;
    this.#work = source.work[i]!;
    this.#deadline = source.patience[i]!;
    this.#join(c, time);
  }

  /** True when the bot keeps the customer, for now or for good. */
  #meetsBot(c: number, time: number, draws: Float64Array, at: number): boolean {
    const bot = this.#model.classes[c]!.bot!;
    const counts = this.#counters.bot;
    const offset = c * K.BOT_FIELDS;
    const counted = this.#row < this.#model.intervals ? 1 : 0;
    if (draws[at]! >= bot.reach) return false;
    counts[offset + K.BOT_REACHED]! += counted;
    this.#followUps.draw(this.#customer, this.#origin, F.DRAW_BOT);
    const { first, second } = this.#followUps;
    const done = time + (bot.duration ? bot.duration.at(first) : 0);
    if (draws[at + 1]! >= bot.containment) {
      counts[offset + K.BOT_ESCALATED]! += counted;
      this.#followUps.schedule(done, bot.escalateTo, this.#customer, F.handedOver(this.#origin));
      return true;
    }
    counts[offset + K.BOT_CONTAINED]! += counted;
    if (draws[at + 2]! < bot.resolution) counts[offset + K.BOT_RESOLVED]! += counted;
    else if (draws[at + 3]! < bot.recontact) {
      counts[offset + K.BOT_RECONTACTED]! += counted;
      const back = done + bot.recontactDelay.at(second);
      this.#followUps.schedule(back, bot.escalateTo, this.#customer, F.nextAttempt(this.#origin));
    }
    return true;
  }

  /** Work and patience of a contact that no stream provides for. */
  #drawContact(c: number, customer: number, origin: number): void {
    const compiled = this.#model.classes[c]!;
    const draws = this.#followUps;
    draws.draw(customer, origin, F.DRAW_CONTACT);
    this.#customer = customer;
    this.#origin = origin;
    this.#work = compiled.workByUniform ? draws.first : compiled.handle.at(draws.first);
    this.#deadline = Infinity;
    if (compiled.patience) {
      const uniform = draws.second;
      draws.draw(customer, origin, F.DRAW_PATIENCE);
      this.#deadline = draws.first < compiled.leavesAtOnce ? 0 : compiled.patience.at(uniform);
    }
  }

  /** A contact asks for an agent; #work, #deadline (still a patience), #customer and #origin are set. */
  #join(c: number, time: number): void {
    const compiled = this.#model.classes[c]!;
    const cell = this.#cell(c);
    this.#interval = this.#row;
    this.#state = WAITING;
    if (!compiled.workByUniform) {
      if (compiled.handleFactor) this.#work *= compiled.handleFactor[this.#planRow()]!;
      if (F.isHandedOver(this.#origin)) this.#work *= this.#handoverFactor();
    }
    if (compiled.patienceFactor) this.#deadline *= compiled.patienceFactor[this.#planRow()]!;
    this.#deadline += time;
    this.#arrived = time;
    this.#clock = this.#deferred[c] === 1 ? this.#businessClock(c, time) : time;
    this.#cells[cell + K.OFFERED]!++;
    if (compiled.lines >= 0) {
      if (this.#linesUsed[compiled.lines]! >= this.#model.lineCounts[compiled.lines]!) {
        this.#cells[cell + K.BLOCKED]!++;
        this.#comeBack(compiled.onBlocked, time, this.#customer, this.#origin);
        return;
      }
      this.#linesUsed[compiled.lines]!++;
    }
    if (this.#open[c] === 1) {
      const agent = this.#chooseAgent(c, 0);
      if (agent >= 0) {
        this.#take(agent, c, time);
        return;
      }
    } else if (this.#deferred[c] === 0) {
      // A live class that is closed: nobody will answer.
      this.#cells[cell + K.DELAYED]!++;
      this.#countAbandoned(c, cell, 0, time);
      return;
    }
    this.#cells[cell + K.DELAYED]!++;
    this.#enqueue(c, time);
  }

  /** The interval whose plan holds: during the warm-up the first. */
  #planRow(): number {
    return this.#row < this.#model.intervals ? this.#row : 0;
  }

  #handoverFactor(): number {
    return this.#model.classes[F.originClass(this.#origin)]!.bot?.workFactor ?? 1;
  }

  #enqueue(c: number, time: number): void {
    const queue = this.#queues[c]!;
    const index = queue.tail;
    const at = queue.pushBack();
    this.#write(queue, at, c);
    this.#waiting[c]!++;
    this.#queueBooks[c]! -= time;
    if (this.#watched[c] === 1 && this.#deadline < Infinity) this.#deadlines.push(this.#deadline, c, index);
  }

  #write(queue: ContactQueue, at: number, c: number): void {
    queue.arrived[at] = this.#arrived;
    queue.clock[at] = this.#clock;
    queue.deadline[at] = this.#deadline;
    queue.due[at] =
      this.#deferred[c] === 1 ? this.#dueTime(c, this.#clock + this.#due[c]!) : this.#arrived + this.#due[c]!;
    queue.work[at] = this.#work;
    queue.interval[at] = this.#interval;
    queue.customer[at] = this.#customer;
    queue.origin[at] = this.#origin;
    queue.state[at] = this.#state;
  }

  // ------------------------------------------------------------------ business hours

  #businessClock(c: number, time: number): number {
    return this.#clockBase[c]! + (this.#open[c] === 1 ? time - this.#clockSince[c]! : 0);
  }

  /** The moment at which so many open seconds have passed; beyond the last span it runs on without a close. */
  #dueTime(c: number, openSeconds: number): number {
    const spans = this.#model.classes[c]!.open;
    if (!spans) return openSeconds;
    let left = openSeconds;
    let last = 0;
    for (let i = 0; i < spans.length; i++) {
      const from = Math.max(0, spans[i]![0]);
      last = spans[i]![1];
      if (last <= 0) continue;
      if (left <= last - from) return from + left;
      left -= last - from;
    }
    return last + left;
  }

  // ------------------------------------------------------------------ which agent for a contact

  /** An agent for a contact of this class that has waited so long; -1 for none. */
  #chooseAgent(c: number, waited: number): number {
    const { tiers } = this.#model.classes[c]!;
    for (let i = 0; i < tiers.length; i++) {
      const tier = tiers[i]!;
      if (tier.after > waited) break;
      const agent = this.#chooseWithin(tier, c);
      if (agent >= 0) return agent;
    }
    return -1;
  }

  #chooseWithin(tier: CompiledTier, c: number): number {
    const floor = this.#floor;
    const { groups, select } = tier;
    const limit = this.#limit[c]!;
    const levels = limit === 0 ? 1 : limit;
    if (select === 'random' && limit === 0) return this.#chooseRandom(groups, c);
    // Conversations go to the agent with the fewest; what takes him whole needs one with none.
    for (let level = 0; level < levels; level++) {
      let best = -1;
      let bestKey = Infinity;
      for (let i = 0; i < groups.length; i++) {
        const g = groups[i]!;
        const agent = floor.head[g * floor.levels + level]!;
        if (agent < 0) continue;
        const reserve = this.#model.skillReserve[g * this.#classes + c]!;
        if (reserve > 0 && floor.free[g]! <= reserve) continue;
        if (level > 0 && this.#isDraining(g, c)) continue;
        const key =
          select === 'longestIdle'
            ? floor.since[agent]!
            : select === 'leastLoaded'
              ? -floor.free[g]!
              : this.#model.groups[g]!.breadth;
        if (key < bestKey) {
          bestKey = key;
          best = agent;
        }
      }
      if (best >= 0) return best;
    }
    return -1;
  }

  #chooseRandom(groups: readonly number[], c: number): number {
    const floor = this.#floor;
    const can = (g: number) => floor.free[g]! > this.#model.skillReserve[g * this.#classes + c]!;
    let candidates = 0;
    for (const g of groups) if (can(g)) candidates += floor.free[g]!;
    if (candidates === 0) return -1;
    let skip = Math.floor(nextUniform(this.#selection) * candidates);
    for (const g of groups) {
      if (!can(g)) continue;
      if (skip >= floor.free[g]!) {
        skip -= floor.free[g]!;
        continue;
      }
      let agent = floor.head[g * floor.levels]!;
      while (skip-- > 0) agent = floor.next[agent]!;
      return agent;
    }
    return -1;
  }

  /** A contact that takes an agent whole waits and comes before class c: the group lets its conversations run out. */
  #isDraining(g: number, c: number): boolean {
    const { skillRank, skillReserve, skillAfter } = this.#model;
    const rank = skillRank[g * this.#classes + c]!;
    for (let k = this.#orderStart[g]!; k < this.#orderStart[g + 1]!; k++) {
      if (this.#orderRank[k]! > rank) return false;
      const other = this.#orderClass[k]!;
      const skill = g * this.#classes + other;
      if (this.#limit[other]! > 0 || this.#waiting[other] === 0 || this.#open[other] === 0) continue;
      if (skillReserve[skill] === 0 && skillAfter[skill] === 0) return true;
    }
    return false;
  }

  // ------------------------------------------------------------------ which contact for an agent

  /** The class whose oldest contact this agent takes next; -1 for none. */
  #pick(agent: number, time: number): number {
    const floor = this.#floor;
    const g = floor.group[agent]!;
    const load = floor.load[agent]!;
    const byDue = this.#model.groups[g]!.byDue;
    const end = this.#orderStart[g + 1]!;
    let best = -1;
    let bestKey = Infinity;
    let bestRank = 0;
    for (let k = this.#orderStart[g]!; k < end; k++) {
      const rank = this.#orderRank[k]!;
      if (best >= 0 && rank !== bestRank) break;
      const c = this.#orderClass[k]!;
      if (this.#waiting[c] === 0 || this.#open[c] === 0) continue;
      if (!this.#purge(c, time)) continue;
      if (load > 0 && this.#limit[c]! > 0 && load >= this.#limit[c]!) continue;
      const queue = this.#queues[c]!;
      const at = queue.head & queue.mask;
      const skill = g * this.#classes + c;
      if (this.#model.skillAfter[skill]! > 0 && time - queue.arrived[at]! < this.#model.skillAfter[skill]!)
        continue;
      const reserve = this.#model.skillReserve[skill]!;
      if (reserve > 0 && floor.free[g]! + (load === 0 ? 1 : 0) <= reserve) continue;
      const key = byDue ? queue.due[at]! : queue.arrived[at]!;
      if (key < bestKey) {
        bestKey = key;
        best = c;
        bestRank = rank;
      }
    }
    // What takes him whole is next: he lets his conversations run out.
    return best >= 0 && load > 0 && this.#limit[best] === 0 ? -1 : best;
  }

  /** Drops contacts whose patience is over from the head; true when one still waits there. */
  #purge(c: number, time: number): boolean {
    const queue = this.#queues[c]!;
    while (queue.head < queue.tail) {
      const at = queue.head & queue.mask;
      const state = queue.state[at]!;
      if (state !== GONE && queue.deadline[at]! > time) return true;
      if (state !== GONE) this.#abandon(c, queue, at, queue.deadline[at]!);
      if (time - queue.arrived[at]! <= this.#threshold[c]! && queue.deadline[at]! <= time)
        this.#cells[this.#cellOf(queue.interval[at]!, c) + K.ABANDONED_VIRTUAL]!++;
      queue.head++;
    }
    return false;
  }

  #cellOf(interval: number, c: number): number {
    return (interval * this.#classes + c) * K.CLASS_FIELDS;
  }

  #abandon(c: number, queue: ContactQueue, at: number, time: number): void {
    this.#leaveQueue(c, time);
    this.#countAbandoned(
      c,
      this.#cellOf(queue.interval[at]!, c),
      this.#deferred[c] === 1
        ? this.#businessClock(c, time) - queue.clock[at]!
        : Math.max(0, time - queue.arrived[at]!),
      time,
      queue.customer[at],
      queue.origin[at],
    );
  }

  #countAbandoned(
    c: number,
    cell: number,
    wait: number,
    time: number,
    customer = this.#customer,
    origin = this.#origin,
  ): void {
    const cells = this.#cells;
    cells[cell + K.ABANDONED]!++;
    cells[cell + K.WAIT_ABANDONED]! += wait;
    if (wait <= this.#threshold[c]!) cells[cell + K.ABANDONED_WITHIN]!++;
    if (wait <= this.#shortAbandon[c]!) cells[cell + K.ABANDONED_SHORT]!++;
    if (this.#watched[c] === 1) {
      const compiled = this.#model.classes[c]!;
      if (compiled.lines >= 0) this.#linesUsed[compiled.lines]!--;
      this.#comeBack(compiled.onAbandoned, time, customer, origin);
    }
  }

  /** Books the end of one contact's waiting, which may lie before the interval now. */
  #leaveQueue(c: number, time: number): void {
    this.#waiting[c]!--;
    if (time >= this.#intervalStart) {
      this.#queueBooks[c]! += time;
      return;
    }
    this.#queueBooks[c]! += this.#intervalStart;
    const { intervalSeconds, intervals, warmUp } = this.#model;
    // Earlier intervals were closed as if it still waited: take the excess back.
    for (let i = this.#openInterval - 1; i >= (warmUp > 0 ? -1 : 0); i--) {
      const end = (i + 1) * intervalSeconds;
      if (end <= time) break;
      const start = i < 0 ? -warmUp : i * intervalSeconds;
      this.#cells[this.#cellOf(i < 0 ? intervals : i, c) + K.QUEUE_SECONDS]! -= end - Math.max(start, time);
    }
  }

  // ------------------------------------------------------------------ handling

  /** The head of the class's queue becomes the contact being routed. */
  #popHead(c: number, time: number): void {
    const queue = this.#queues[c]!;
    this.#read(queue, queue.head & queue.mask);
    queue.head++;
    this.#leaveQueue(c, time);
  }

  #read(queue: ContactQueue, at: number): void {
    this.#arrived = queue.arrived[at]!;
    this.#clock = queue.clock[at]!;
    this.#deadline = queue.deadline[at]!;
    this.#work = queue.work[at]!;
    this.#interval = queue.interval[at]!;
    this.#customer = queue.customer[at]!;
    this.#origin = queue.origin[at]!;
    this.#state = queue.state[at]!;
  }

  /** The agent begins the contact being routed. */
  #take(agent: number, c: number, time: number): void {
    const floor = this.#floor;
    floor.unlist(agent);
    const limit = this.#limit[c]!;
    let work = this.#work;
    if (this.#state !== INTERRUPTED) {
      if (this.#model.classes[c]!.workByUniform) work = this.#workAt(agent, c);
      work += this.#after[c]!;
      if (this.#deferred[c] === 0) this.#countAnswered(c, this.#interval, time - this.#arrived);
    } else if (this.#deferred[c] === 0) this.#countAnswered(c, this.#interval, time - this.#arrived);
    const hand = agent * this.#slots + floor.load[agent]!;
    this.#inClass[hand] = c;
    this.#inArrived[hand] = this.#arrived;
    this.#inClock[hand] = this.#clock;
    this.#inDeadline[hand] = this.#deadline;
    this.#inStart[hand] = time;
    this.#inWork[hand] = work;
    this.#inInterval[hand] = this.#interval;
    this.#inCustomer[hand] = this.#customer;
    this.#inOrigin[hand] = this.#origin;
    if (limit === 0) {
      floor.load[agent] = 1;
      floor.exclusive[agent] = 1;
      floor.work(agent, 1, time);
      this.#heap.set(agent, time + work / this.#speedOf(agent, c));
      return;
    }
    this.#progress(agent, time);
    floor.load[agent]!++;
    this.#retime(agent, time);
  }

  #speedOf(agent: number, c: number): number {
    const floor = this.#floor;
    return this.#model.skillSpeed[floor.group[agent]! * this.#classes + c]! * floor.speed[agent]!;
  }

  /** Seconds of work from the customer's uniform number, by the group's own handle time if it has one. */
  #workAt(agent: number, c: number): number {
    const compiled = this.#model.classes[c]!;
    const sampler = this.#model.skillHandle[this.#floor.group[agent]! * this.#classes + c] ?? compiled.handle;
    const row = this.#interval < this.#model.intervals ? this.#interval : 0;
    const factor =
      (compiled.handleFactor ? compiled.handleFactor[row]! : 1) *
      (F.isHandedOver(this.#origin) ? this.#handoverFactor() : 1);
    return sampler.at(this.#work) * factor;
  }

  /** Brings the work left of an agent's conversations up to date. */
  #progress(agent: number, time: number): void {
    const load = this.#floor.load[agent]!;
    const elapsed = time - this.#updated[agent]!;
    this.#updated[agent] = time;
    for (let k = 0; k < load; k++) {
      const hand = agent * this.#slots + k;
      this.#inWork[hand]! -= elapsed * this.#paceOf(agent, this.#inClass[hand]!, load);
    }
  }

  /** Handle-time seconds per second that one of `load` conversations gets. */
  #paceOf(agent: number, c: number, load: number): number {
    return (this.#model.classes[c]!.conversationRates[load - 1]! / load) * this.#speedOf(agent, c);
  }

  /** Finds when the first of an agent's conversations will end, and lists him if he can take another. */
  #retime(agent: number, time: number): void {
    const floor = this.#floor;
    const load = floor.load[agent]!;
    let soonest = Infinity;
    let share = 0;
    for (let k = 0; k < load; k++) {
      const hand = agent * this.#slots + k;
      const c = this.#inClass[hand]!;
      const left = Math.max(0, this.#inWork[hand]!) / this.#paceOf(agent, c, load);
      if (left < soonest) soonest = left;
      share += this.#model.classes[c]!.conversationBusy[load - 1]! / load;
    }
    floor.work(agent, share, time);
    if (load > 0) this.#heap.set(agent, time + soonest);
    else this.#heap.remove(agent);
    floor.unlist(agent);
    if (floor.on[agent] === 1 && load < this.#slots) floor.list(agent, time);
  }

  #countAnswered(c: number, interval: number, wait: number): void {
    const cells = this.#cells;
    const cell = this.#cellOf(interval, c);
    cells[cell + K.ANSWERED]!++;
    cells[cell + K.WAIT_ANSWERED]! += wait;
    if (wait <= this.#threshold[c]!) cells[cell + K.WITHIN]!++;
    if (wait <= this.#responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!++;
    if (interval < this.#model.intervals)
      this.#histogram[c * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!++;
  }

  #complete(time: number): void {
    const floor = this.#floor;
    const agent = this.#heap.agent[0]!;
    if (floor.exclusive[agent] === 1) {
      const hand = agent * this.#slots;
      const c = this.#inClass[hand]!;
      floor.load[agent] = 0;
      floor.exclusive[agent] = 0;
      if (this.#plain[c] === 0) this.#settle(hand, c, time);
      this.#release(agent, time);
      return;
    }
    this.#progress(agent, time);
    // The conversation with the least work left, which rounding may have left a hair above 0.
    const first = agent * this.#slots;
    const load = floor.load[agent]!;
    let done = first;
    let least = Infinity;
    for (let hand = first; hand < first + load; hand++) {
      const left = this.#inWork[hand]! / this.#paceOf(agent, this.#inClass[hand]!, load);
      if (left < least) {
        least = left;
        done = hand;
      }
    }
    this.#settle(done, this.#inClass[done]!, time);
    this.#moveHand(first + load - 1, done);
    floor.load[agent] = load - 1;
    this.#release(agent, time);
  }

  #moveHand(from: number, to: number): void {
    this.#inClass[to] = this.#inClass[from]!;
    this.#inArrived[to] = this.#inArrived[from]!;
    this.#inClock[to] = this.#inClock[from]!;
    this.#inDeadline[to] = this.#inDeadline[from]!;
    this.#inStart[to] = this.#inStart[from]!;
    this.#inWork[to] = this.#inWork[from]!;
    this.#inInterval[to] = this.#inInterval[from]!;
    this.#inCustomer[to] = this.#inCustomer[from]!;
    this.#inOrigin[to] = this.#inOrigin[from]!;
  }

  /** The contact in this hand is finished. */
  #settle(hand: number, c: number, time: number): void {
    const compiled = this.#model.classes[c]!;
    if (this.#deferred[c] === 1)
      this.#countAnswered(c, this.#inInterval[hand]!, this.#businessClock(c, time) - this.#inClock[hand]!);
    if (compiled.lines >= 0) this.#linesUsed[compiled.lines]!--;
    this.#comeBack(compiled.onAnswered, time, this.#inCustomer[hand]!, this.#inOrigin[hand]!);
  }

  /** An agent with a hand free looks for contacts, waits for one, or goes home. */
  #release(agent: number, time: number): void {
    const floor = this.#floor;
    if (floor.on[agent] === 0) {
      this.#idle(agent, time);
      return;
    }
    if (floor.load[agent]! > 0) this.#progress(agent, time);
    const g = floor.group[agent]!;
    if (this.#debt[g]! > 0 && floor.load[agent] === 0) {
      this.#debt[g]!--;
      floor.on[agent] = 0;
      floor.shift(g, K.BUSY_SECONDS, 1, time);
      floor.shift(g, K.OVERRUN_SECONDS, -1, time);
      this.#idle(agent, time);
      return;
    }
    floor.unlist(agent);
    for (;;) {
      const c = this.#pick(agent, time);
      if (c < 0) break;
      this.#popHead(c, time);
      this.#take(agent, c, time);
      if (floor.exclusive[agent] === 1) return;
      floor.unlist(agent);
    }
    this.#idle(agent, time);
  }

  /** Nothing more to take: what is left in hand goes on, and the agent is listed if he takes contacts. */
  #idle(agent: number, time: number): void {
    const floor = this.#floor;
    if (floor.load[agent]! > 0) {
      this.#retime(agent, time);
      return;
    }
    floor.work(agent, 0, time);
    this.#heap.remove(agent);
    if (floor.on[agent] === 1) floor.list(agent, time);
  }

  /** Waiting contacts of a class meet the agents who are free for them. */
  #dispatch(c: number, time: number): void {
    while (this.#open[c] === 1 && this.#purge(c, time)) {
      const queue = this.#queues[c]!;
      const agent = this.#chooseAgent(c, time - queue.arrived[queue.head & queue.mask]!);
      if (agent < 0) return;
      this.#popHead(c, time);
      this.#take(agent, c, time);
    }
  }

  /** The contact in this hand returns to the head of its queue with the work that is left. */
  #giveBack(hand: number, left: number, time: number): void {
    const c = this.#inClass[hand]!;
    const patienceLeft = this.#inDeadline[hand]! - this.#inStart[hand]!;
    this.#arrived = this.#inArrived[hand]!;
    this.#clock = this.#inClock[hand]!;
    this.#deadline = time + patienceLeft;
    this.#work = left;
    this.#interval = this.#inInterval[hand]!;
    this.#customer = this.#inCustomer[hand]!;
    this.#origin = this.#inOrigin[hand]!;
    this.#state = INTERRUPTED;
    if (this.#deferred[c] === 0) this.#uncountAnswered(c, hand);
    const queue = this.#queues[c]!;
    const at = queue.pushFront();
    this.#write(queue, at, c);
    this.#waiting[c]!++;
    this.#queueBooks[c]! -= time;
    if (this.#watched[c] === 1 && this.#deadline < Infinity)
      this.#deadlines.push(this.#deadline, c, queue.head);
  }

  /** A live contact thrown back into the queue was not answered after all. */
  #uncountAnswered(c: number, hand: number): void {
    const interval = this.#inInterval[hand]!;
    const wait = this.#inStart[hand]! - this.#inArrived[hand]!;
    const cells = this.#cells;
    const cell = this.#cellOf(interval, c);
    cells[cell + K.ANSWERED]!--;
    cells[cell + K.WAIT_ANSWERED]! -= wait;
    if (wait <= this.#threshold[c]!) cells[cell + K.WITHIN]!--;
    if (wait <= this.#responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!--;
    if (interval < this.#model.intervals)
      this.#histogram[c * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!--;
  }

  // ------------------------------------------------------------------ planned changes

  #change(control: number, time: number): void {
    const { kind, subject, amount, preempts } = this.#model.controls;
    const who = subject[control]!;
    switch (kind[control]!) {
      case S.CLOSE_INTERVAL:
        this.#closeInterval(time, who);
        return;
      case S.AGENT_COMES:
        if (this.#absent[who] === 1) return;
        this.#floor.on[who] = 1;
        this.#floor.come(who, time);
        if (this.#floor.exclusive[who] === 0) this.#release(who, time);
        return;
      case S.AGENT_TAKES_NO_MORE:
        this.#floor.on[who] = 0;
        this.#floor.unlist(who);
        return;
      case S.AGENT_LEAVES:
        if (this.#absent[who] === 1) return;
        this.#floor.on[who] = 0;
        this.#floor.unlist(who);
        this.#floor.leave(who, time);
        this.#pauseOf(who, time);
        return;
      case S.CAPACITY_RISES:
        this.#raiseCapacity(who, amount[control]!, time);
        return;
      case S.CAPACITY_FALLS:
        this.#lowerCapacity(who, amount[control]!, time, preempts[who] === 1);
        return;
      case S.CLASS_OPENS:
        this.#open[who] = 1;
        this.#clockSince[who] = Math.max(0, time);
        this.#dispatch(who, time);
        return;
      case S.CLASS_CLOSES:
        this.#closeClass(who, time);
        return;
    }
  }

  #closeInterval(time: number, interval: number): void {
    const { intervals } = this.#model;
    const row = interval < 0 ? intervals : interval;
    const groups = this.#model.groups.length;
    this.#floor.close(time, this.#counters.groupCells, row * groups * K.GROUP_FIELDS);
    for (let c = 0; c < this.#classes; c++) {
      const carried = this.#waiting[c]! * time;
      this.#cells[this.#cellOf(row, c) + K.QUEUE_SECONDS]! += this.#queueBooks[c]! + carried;
      this.#queueBooks[c] = -carried;
    }
    this.#intervalStart = time;
    this.#openInterval = interval + 1;
    if (interval + 1 < intervals) this.#row = interval + 1;
  }

  /** An agent who leaves puts down what can be put down, for the others to resume. */
  #pauseOf(agent: number, time: number): void {
    const floor = this.#floor;
    if (floor.exclusive[agent] === 0) return;
    const hand = agent * this.#slots;
    const c = this.#inClass[hand]!;
    if (!this.#model.classes[c]!.pauses) return;
    this.#putDown(agent, hand, c, time);
    this.#idle(agent, time);
    this.#dispatch(c, time);
  }

  #putDown(agent: number, hand: number, c: number, time: number): void {
    const left = Math.max(0, this.#heap.timeOf(agent) - time) * this.#speedOf(agent, c);
    this.#giveBack(hand, left, time);
    this.#floor.load[agent] = 0;
    this.#floor.exclusive[agent] = 0;
  }

  #closeClass(c: number, time: number): void {
    const compiled = this.#model.classes[c]!;
    const floor = this.#floor;
    if (compiled.deferred) {
      this.#clockBase[c] = this.#businessClock(c, time);
      this.#open[c] = 0;
      if (!compiled.pauses) return;
      // The contact that came first must end up at the head: give the younger ones back first.
      const hands: number[] = [];
      for (let a = 0; a < floor.load.length; a++)
        if (floor.exclusive[a] === 1 && this.#inClass[a * this.#slots] === c) hands.push(a);
      hands.sort((a, b) => this.#inArrived[b * this.#slots]! - this.#inArrived[a * this.#slots]! || b - a);
      for (const agent of hands) this.#putDown(agent, agent * this.#slots, c, time);
      for (const agent of hands) this.#release(agent, time);
      return;
    }
    this.#open[c] = 0;
    const queue = this.#queues[c]!;
    while (this.#purge(c, time)) {
      this.#abandon(c, queue, queue.head & queue.mask, time);
      queue.head++;
    }
  }

  #raiseCapacity(g: number, amount: number, time: number): void {
    const floor = this.#floor;
    floor.shift(g, K.STAFFED_SECONDS, amount, time);
    const forgiven = Math.min(amount, this.#debt[g]!);
    this.#debt[g]! -= forgiven;
    floor.shift(g, K.BUSY_SECONDS, forgiven, time);
    floor.shift(g, K.OVERRUN_SECONDS, -forgiven, time);
    let coming = amount - forgiven;
    for (let a = 0; a < floor.on.length && coming > 0; a++) {
      if (floor.group[a] !== g || floor.on[a] === 1) continue;
      coming--;
      floor.on[a] = 1;
      floor.present[a] = 1;
      this.#release(a, time);
    }
  }

  #lowerCapacity(g: number, amount: number, time: number, preempts: boolean): void {
    const floor = this.#floor;
    floor.shift(g, K.STAFFED_SECONDS, -amount, time);
    let leaving = amount;
    while (leaving > 0 && floor.free[g]! > 0) {
      const agent = floor.lastFree(g);
      floor.unlist(agent);
      floor.on[agent] = 0;
      leaving--;
    }
    if (!preempts) {
      this.#debt[g]! += leaving;
      floor.shift(g, K.BUSY_SECONDS, -leaving, time);
      floor.shift(g, K.OVERRUN_SECONDS, leaving, time);
      return;
    }
    for (let a = floor.on.length - 1; a >= 0 && leaving > 0; a--) {
      if (floor.group[a] !== g || floor.on[a] === 0) continue;
      leaving--;
      floor.on[a] = 0;
      const hand = a * this.#slots;
      this.#putDown(a, hand, this.#inClass[hand]!, time);
      this.#idle(a, time);
    }
  }

  // ------------------------------------------------------------------ timers

  #nextTimer(): number {
    let earliest = Math.min(this.#followUps.timers.earliest, this.#deadlines.earliest);
    for (let k = 0; k < this.#agingNext.length; k++) {
      const queue = this.#queues[this.#agingClass[k]!]!;
      const next = Math.max(this.#agingNext[k]!, queue.head);
      this.#agingNext[k] = next;
      if (next < queue.tail)
        earliest = Math.min(earliest, queue.arrived[next & queue.mask]! + this.#agingTier[k]!.after);
    }
    return earliest;
  }

  #fire(time: number): void {
    if (this.#deadlines.earliest === time) {
      this.#giveUp(time);
      return;
    }
    if (this.#followUps.timers.earliest === time) {
      const c = this.#followUps.timers.first[0]!;
      const slot = this.#followUps.take();
      this.#drawContact(c, this.#followUps.customer[slot]!, this.#followUps.origin[slot]!);
      this.#join(c, time);
      return;
    }
    for (let k = 0; k < this.#agingNext.length; k++) {
      const queue = this.#queues[this.#agingClass[k]!]!;
      const index = this.#agingNext[k]!;
      const tier = this.#agingTier[k]!;
      if (index >= queue.tail || queue.arrived[index & queue.mask]! + tier.after !== time) continue;
      this.#agingNext[k] = index + 1;
      this.#comeOfAge(this.#agingClass[k]!, queue, index, tier, time);
      return;
    }
  }

  /** A waiting contact has waited long enough for one more tier. */
  #comeOfAge(c: number, queue: ContactQueue, index: number, tier: CompiledTier, time: number): void {
    const at = index & queue.mask;
    if (queue.state[at] === GONE || queue.deadline[at]! <= time || this.#open[c] === 0) return;
    const agent = this.#chooseWithin(tier, c);
    if (agent < 0) return;
    this.#read(queue, at);
    // GONE without a deadline in the past: the purge will not count it as abandoned.
    queue.state[at] = GONE;
    queue.deadline[at] = Infinity;
    this.#leaveQueue(c, time);
    this.#take(agent, c, time);
  }

  /** A watched contact's patience ends, if it still waits. */
  #giveUp(time: number): void {
    const c = this.#deadlines.first[0]!;
    const index = this.#deadlines.second[0]!;
    this.#deadlines.pop();
    const queue = this.#queues[c]!;
    const at = index & queue.mask;
    if (index < queue.head || index >= queue.tail) return;
    if (queue.state[at] === GONE || queue.deadline[at] !== time) return;
    queue.state[at] = GONE;
    this.#abandon(c, queue, at, time);
  }

  #comeBack(options: readonly CompiledFollowUp[], time: number, customer: number, origin: number): void {
    if (options.length === 0) return;
    this.#followUps.draw(customer, origin, F.DRAW_AFTERWARDS);
    let chance = this.#followUps.first;
    for (const option of options) {
      if (chance < option.probability) {
        if (F.attemptOf(origin) < option.most) {
          const at = time + option.delay.at(this.#followUps.second);
          this.#followUps.schedule(at, option.to, customer, F.nextAttempt(origin));
        }
        return;
      }
      chance -= option.probability;
    }
  }

  // ------------------------------------------------------------------ the end

  #finish(end: number): void {
    const { classes, abandonAtEnd } = this.#model;
    for (let c = 0; c < classes.length; c++) {
      const queue = this.#queues[c]!;
      while (this.#purge(c, end)) {
        const at = queue.head & queue.mask;
        if (abandonAtEnd) this.#abandon(c, queue, at, end);
        else {
          this.#countStillWaiting(c, queue.interval[at]!, queue.clock[at]!, end);
          this.#leaveQueue(c, end);
        }
        queue.head++;
      }
    }
    const floor = this.#floor;
    for (let agent = 0; agent < floor.load.length; agent++)
      for (let k = 0; k < floor.load[agent]!; k++) {
        const hand = agent * this.#slots + k;
        const c = this.#inClass[hand]!;
        if (this.#deferred[c] === 1)
          this.#countStillWaiting(c, this.#inInterval[hand]!, this.#inClock[hand]!, end);
      }
  }

  #countStillWaiting(c: number, interval: number, clock: number, end: number): void {
    const cell = this.#cellOf(interval, c);
    const waited = (this.#deferred[c] === 1 ? this.#businessClock(c, end) : end) - clock;
    this.#cells[cell + K.STILL_WAITING]!++;
    if (waited <= this.#threshold[c]!) this.#cells[cell + K.UNDECIDED]!++;
  }
}
